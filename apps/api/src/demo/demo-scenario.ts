import { addDays } from '@soquy/kernel';
import { demoPersonId, uuidV5 } from '@soquy/platform';

/** One command of a scenario, given by a demo account at a moment of the past. */
export interface DemoStep {
  /** Unique in the scenario; the Idempotency-Key follows from it, so a broken load goes on where it stopped. */
  readonly key: string;
  readonly recordedAt: Date;
  /** Demo account (its username). */
  readonly as: string;
  readonly command: string;
  readonly fields: Fields | OwedFields;
  /** What the report does not tell and we made up. */
  readonly invented: boolean;
}

type Fields = Readonly<Record<string, unknown>> & { readonly effectiveOn: string };

/** Fields that follow from what the object owes when the step is replayed, e.g. an instalment with its interest. */
export interface OwedFields {
  readonly objectId: string;
  readonly category: string;
  /** From the object's row as it was before this step. */
  readonly from: (row: object) => Fields;
}

/** Office hours: the first fact of a day is written at nine, later ones of the same scenario a minute apart. */
const FIRST_HOUR = '09:00:00+07:00';

interface StepOptions {
  /** Days between the fact and its recording; offices record late. */
  readonly lag?: number;
  readonly as?: string;
}

/** Collects the steps of one report's agency, in the order they are written; sorting by `recordedAt` keeps that order within a day. */
export class DemoScenario {
  readonly steps: DemoStep[] = [];
  private readonly perDay = new Map<string, number>();
  private inventing = false;

  constructor(
    readonly agencyId: string,
    private readonly paths: ReadonlyMap<string, string>,
  ) {}

  /** From here on everything is made up, and marked so. */
  invented(): this {
    this.inventing = true;
    return this;
  }

  /** A command that makes a new object; gives its id. */
  create(key: string, command: string, effectiveOn: string, fields: object, options: StepOptions = {}): string {
    const as = this.add(key, command, effectiveOn, { agencyId: this.agencyId, ...fields }, options);
    const commandId = uuidV5(demoPersonId(as), `POST ${this.path(command)}`, this.keyOf(key));
    return uuidV5(commandId, 'object');
  }

  /** A command about an object that stands already. */
  record(key: string, command: string, effectiveOn: string, fields: object, options: StepOptions = {}): void {
    this.add(key, command, effectiveOn, fields, options);
  }

  /** A command whose fields are known only when its turn comes; recorded on that day. */
  recordOwed(key: string, command: string, recordedOn: string, fields: OwedFields, as: string): void {
    this.push(key, command, recordedOn, fields, as);
  }

  private add(key: string, command: string, effectiveOn: string, fields: object, { lag = 1, as }: StepOptions): string {
    const account = as ?? 'officer';
    this.push(key, command, addDays(effectiveOn, lag), { ...fields, effectiveOn }, account);
    return account;
  }

  private push(key: string, command: string, day: string, fields: DemoStep['fields'], as: string): void {
    const before = this.perDay.get(day) ?? 0;
    this.perDay.set(day, before + 1);
    const recordedAt = new Date(Date.parse(`${day}T${FIRST_HOUR}`) + before * 60_000);
    this.steps.push({ key: this.keyOf(key), recordedAt, as, command, fields, invented: this.inventing });
  }

  private keyOf(key: string): string {
    return `demo-${this.agencyId}-${key}`;
  }

  private path(command: string): string {
    const path = this.paths.get(command);
    if (!path) throw new Error(`assertion: the demo names an unknown command ${command}`);
    return path;
  }
}

/** Splits a whole into parts of about the same size that add up exactly; the last takes the rest. */
export function split(whole: number, parts: number, unit = 1): number[] {
  const each = Math.floor(whole / parts / unit) * unit;
  return [...Array<number>(parts - 1).fill(each), whole - each * (parts - 1)];
}
