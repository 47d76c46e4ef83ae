import type { EventStore } from '@soquy/event-store';
import {
  createDemoAccounts,
  DEMO_ACCOUNTS,
  demoPersonId,
  uuidV5,
  type AccountService,
  type Actor,
  type Feature,
  type newLog,
  type Recorder,
  type RecordingGate,
  type Settings,
} from '@soquy/platform';
import { recordPublished, type ReferenceBookFromLog } from '@soquy/reference';
import type { DataSource } from 'typeorm';
import { DemoLoader } from './demo/demo-loader.js';
import { demoSteps } from './demo/demo-steps.js';

interface LoadParts {
  readonly eventStore: EventStore;
  readonly dataSource: DataSource;
  readonly referenceBook: ReferenceBookFromLog;
  readonly recorder: Recorder;
  readonly accounts: AccountService;
  readonly gate: RecordingGate;
  readonly settings: Settings;
  readonly log: ReturnType<typeof newLog>;
  readonly onProgress: (done: number, all: number) => void;
}

/** Whoever records what the state publishes; it can sign in nowhere. */
const SYSTEM: Actor = { personId: uuidV5('system account'), role: 'admin', agencyIds: 'all' };

/** Reference data always, then the demo's accounts and scenarios; recording is open to people only afterwards. */
export async function loadData(parts: LoadParts, features: readonly Feature[], signal: AbortSignal): Promise<void> {
  const { referenceBook, recorder, accounts, gate, settings, log } = parts;
  await referenceBook.ready();
  const commands = new Map(features.flatMap((feature) => Object.entries(feature.commands)));
  const refused = await recordPublished((name, fields) =>
    recorder.record(commands.get(name)!, fields, { actor: SYSTEM, key: `published-${uuidV5(JSON.stringify(fields))}` }),
  );
  for (const [name] of refused) log.info({ name }, 'published reference data gave way to what the office recorded');
  if (settings.demo) {
    await createDemoAccounts(accounts, settings);
    await new DemoLoader({ ...parts, features, systemId: SYSTEM.personId, progress: parts.onProgress }).load(
      demoSteps(features),
      demoActors(),
      signal,
    );
  }
  gate.open();
}

const demoActors = (): ReadonlyMap<string, Actor> =>
  new Map(
    DEMO_ACCOUNTS.map(({ username, role, agencyIds }) => [username, { personId: demoPersonId(username), role, agencyIds }]),
  );
