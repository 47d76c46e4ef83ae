import type { EventStore } from '@soquy/event-store';
import {
  createDemoAccounts,
  DEMO_ACCOUNTS,
  demoPersonId,
  isDemoOpen,
  whoIsThere,
  type AccountService,
  type Actor,
  type Feature,
  type newLog,
  type Recorder,
  type RecordingGate,
  type Settings,
} from '@soquy/platform';
import { assertThisLog } from '@soquy/product';
import { recordPublished, type ReferenceBookFromLog } from '@soquy/reference';
import type { DataSource } from 'typeorm';
import { DemoLoader } from './demo/demo-loader.js';
import { demoSteps } from './demo/demo-steps.js';
import { patiently } from './patiently.js';
import { publishedKey, SYSTEM } from './published.js';

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

/**
 * The demo's accounts and scenarios, which bring the reference data at their own dates; then whatever of these is still
 * missing. Recording is open to people only afterwards. A log that an office works with gets neither.
 *
 * Nothing is recorded before a store that was out of reach at the start has turned out to hold the right log; and a log that was
 * empty is known from its first events on.
 */
export async function loadData(parts: LoadParts, features: readonly Feature[], signal: AbortSignal): Promise<void> {
  const { referenceBook, recorder, gate, settings, log } = parts;
  await referenceBook.ready();
  await assertThisLog(parts);
  if (isDemoOpen(settings)) await loadDemo(parts, features, signal);
  else await tellOfDemo(parts);
  if (signal.aborted) return;
  const commands = new Map(features.flatMap((feature) => Object.entries(feature.commands)));
  const refused = await recordPublished((name, fields) =>
    patiently(() => recorder.record(commands.get(name)!, fields, { actor: SYSTEM, key: publishedKey(fields) }), signal),
  );
  for (const [name] of refused) log.info({ name }, 'published reference data gave way to what the office recorded');
  await assertThisLog(parts);
  gate.open();
}

async function loadDemo(parts: LoadParts, features: readonly Feature[], signal: AbortSignal): Promise<void> {
  const { accounts, settings, log, onProgress: progress } = parts;
  const loader = new DemoLoader({ ...parts, features, systemId: SYSTEM.personId, progress });
  if ((await loader.begun()) === 'foreign') return log.warn('an office works with this log: it gets no demo');
  await createDemoAccounts(accounts, settings);
  await loader.load(demoSteps(features), demoActors(), signal);
}

/** Demo facts among real ones are found in every figure; who runs the product without a demo should know of them. */
async function tellOfDemo({ dataSource, log }: LoadParts): Promise<void> {
  const { accounts, demoData } = await whoIsThere((sql, values) => dataSource.query(sql, values));
  const shut = accounts.filter(({ demo }) => demo).map(({ username }) => username);
  if (shut.length > 0) log.warn({ accounts: shut }, 'demo accounts open nothing while no demo runs');
  if (demoData) log.warn('this log holds demo data: real records belong into another one');
}

const demoActors = (): ReadonlyMap<string, Actor> =>
  new Map([
    [SYSTEM.personId, SYSTEM],
    ...DEMO_ACCOUNTS.map(({ username, role, agencyIds }): [string, Actor] => [
      username,
      { personId: demoPersonId(username), role, agencyIds },
    ]),
  ]);
