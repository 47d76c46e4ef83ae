import type { Type } from '@nestjs/common';
import type { EventStore, StoredEvent } from '@soquy/event-store';
import { fold, type Fact } from '@soquy/kernel';
import { commandIdOf, Problem, type Actor, type Feature, type Recorder, type RecordingCommand } from '@soquy/platform';
import type { DataSource } from 'typeorm';
import { patiently } from '../patiently.js';
import type { DemoStep, OwedFields } from './demo-scenario.js';

/** How often progress is kept: a killed load repeats at most this many steps, and a repeat books nothing twice. */
const KEEP_EVERY = 20;

interface LoaderParts {
  readonly recorder: Recorder;
  readonly eventStore: EventStore;
  readonly dataSource: DataSource;
  readonly features: readonly Feature[];
  /** Who records what the state publishes, which is no use of the log by people. */
  readonly systemId: string;
  /** Called with how many of all steps are recorded. */
  readonly progress: (done: number, all: number) => void;
}

/** Replays scenarios as ordinary commands, in the order in which they were recorded, by the clock of each step. */
export class DemoLoader {
  private readonly commands: ReadonlyMap<string, Type<RecordingCommand>>;

  constructor(private readonly parts: LoaderParts) {
    this.commands = new Map(parts.features.flatMap(({ commands }) => Object.entries(commands)));
  }

  /**
   * Goes on where an earlier load stopped; returns at once when all is there. Ends early, between two steps, on abort. That
   * a load was begun is on record before its first fact: whoever starts without a demo is told of it.
   */
  async load(steps: readonly DemoStep[], actors: ReadonlyMap<string, Actor>, signal: AbortSignal): Promise<void> {
    const ordered = [...steps].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    const begun = await this.begun();
    if (begun === 'finished' || begun === 'foreign') return;
    if (begun === 0) await this.keep(0, ordered.length);
    for (let done = begun; done < ordered.length; done++) {
      if (signal.aborted) return;
      await patiently(() => this.replay(ordered[done]!, actors), signal);
      if ((done + 1) % KEEP_EVERY === 0 || done + 1 === ordered.length) await this.keep(done + 1, ordered.length);
    }
  }

  private async replay(step: DemoStep, actors: ReadonlyMap<string, Actor>): Promise<void> {
    const command = this.commands.get(step.command);
    const actor = actors.get(step.as);
    if (!command || !actor) throw new Error(`assertion: the demo step ${step.key} names an unknown command or account`);
    try {
      const origin = step.invented ? 'demo-invented' : 'demo';
      const commandId = commandIdOf(actor.personId, command, step.key);
      const fields = await this.fieldsOf(step, commandId);
      const replay = { recordedAt: step.recordedAt, origin } as const;
      await this.parts.recorder.record(command, fields, { actor, key: step.key, replay });
    } catch (error) {
      if (error instanceof Problem && error.status === 503) throw error;
      throw new Error(`the demo step ${step.key} (${step.command}) was refused`, { cause: error });
    }
  }

  /** A step that was recorded before a break must say the same again, so what it owes is read without its own facts. */
  private async fieldsOf({ fields }: DemoStep, commandId: string): Promise<object> {
    if (!('from' in fields)) return fields;
    const { objectId, category, from } = fields as OwedFields;
    const feature = this.parts.features.find(({ decider }) => decider.category === category);
    if (!feature) throw new Error(`assertion: the demo names an unknown category ${category}`);
    const facts: Fact[] = [];
    for await (const { id, type, data, metadata } of this.parts.eventStore.readStream(`${category}-${objectId}`))
      if (metadata.commandId !== commandId) facts.push({ id, type, data, effectiveOn: metadata.effectiveOn });
    const state = fold(feature.decider, facts);
    return from(feature.row ? feature.row(state) : (state as object));
  }

  /** How many steps are recorded; `foreign`: the log holds facts of an office, and the demo is not all there. */
  async begun(): Promise<number | 'finished' | 'foreign'> {
    const [row]: { done: number; finished: boolean }[] = await this.parts.dataSource.query(
      'select done, finished from app.demo_progress where id = 1',
    );
    if (row?.finished) return 'finished';
    return (await this.isInUse()) ? 'foreign' : (row?.done ?? 0);
  }

  /** Scenarios are replayed at their own dates, which only a log without a record of people bears. */
  private async isInUse(): Promise<boolean> {
    const { eventStore, systemId } = this.parts;
    const isOfPeople = ({ metadata: { origin, actor } }: StoredEvent) =>
      !origin && actor.personId !== systemId && actor.role !== 'system';
    for await (const item of eventStore.feed({ follow: false }))
      if (item.kind === 'events' && item.events.some(isOfPeople)) return true;
    return false;
  }

  private async keep(done: number, all: number): Promise<void> {
    await this.parts.dataSource.query(
      `insert into app.demo_progress values (1, $1, $2)
       on conflict (id) do update set done = excluded.done, finished = excluded.finished`,
      [done, done === all],
    );
    this.parts.progress(done, all);
  }
}
