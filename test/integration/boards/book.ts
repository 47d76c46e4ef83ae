import { randomUUID } from 'node:crypto';
import { evolveAll, foldText, kernelEvents, standing, type Dimensions, type Entry, type Fact } from '@soquy/kernel';
import { uuidV5, type Feature } from '@soquy/platform';
import { SCHEMA, type ReadMeta, type ReadModels, type ReadSession } from '@soquy/read-models';
import { DataSource } from 'typeorm';
import { testDatabase } from '../../support/postgres.js';
import { slices } from './slices.js';

export interface Recorded {
  readonly agency?: string;
  readonly recordedAt?: string;
  readonly id?: string;
  readonly person?: string;
  /** Events of one request share it. */
  readonly request?: string;
  readonly extra?: {
    readonly reverses?: string;
    readonly correctionId?: string;
    readonly reason?: string;
    readonly evidence?: object;
  };
}

type Written = Fact & { readonly position: string; readonly recordedAt: string };

interface Kept {
  readonly code: string;
  readonly agency: string;
  readonly facts: Written[];
  additions: Map<string, readonly Entry[]>;
  numbers: Map<string, number>;
}

/**
 * Fills the read tables the plain way: after each event the whole object is folded again and what differs is written. Says
 * nothing of how the projector does it; only of what must stand in the tables afterwards.
 */
export class Book implements ReadModels {
  private readonly objects = new Map<string, Kept>();
  private count = 0;
  private clock = '';

  private constructor(
    readonly database: DataSource,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(features: readonly Feature[] = slices): Promise<Book> {
    const { url, drop } = await testDatabase();
    const database = await new DataSource({ type: 'postgres', url }).initialize();
    await database.query(SCHEMA);
    for (const [index, { noun }] of features.entries()) {
      await database.query('insert into rm.projection (slice, version, build) values ($1, 1, $2)', [noun, index + 1]);
      for (const table of ['entries', 'objects', 'facts'])
        await database.query(`create table rm.${table}_${index + 1} partition of rm.${table} for values in (${index + 1})`);
    }
    return new Book(database, drop);
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.drop();
  }

  /** Records one event and gives its id. */
  async record(feature: Feature, objectId: string, type: string, data: object, recorded: Recorded = {}): Promise<string> {
    const build = slices.indexOf(feature as never) + 1;
    const position = `t-${String(++this.count).padStart(8, '0')}`;
    const recordedAt = recorded.recordedAt ?? new Date(Date.UTC(2026, 0, 1, 0, this.count)).toISOString();
    this.clock = recordedAt > this.clock ? recordedAt : this.clock;
    const kept = this.objects.get(objectId) ?? this.begin(feature, objectId, recorded.agency ?? 'tra-vinh');
    const day = { ...feature.events, ...kernelEvents }[type]!.effectiveOn as keyof typeof data;
    const fact: Written = { id: recorded.id ?? randomUUID(), type, data, effectiveOn: data[day], position, recordedAt };
    kept.facts.push(fact);
    await this.insert('facts', {
      build,
      event_id: fact.id,
      stream: `${feature.decider.category}-${objectId}`,
      category: feature.decider.category,
      object_id: objectId,
      revision: kept.facts.length - 1,
      position,
      type,
      version: 1,
      effective_on: fact.effectiveOn,
      recorded_at: recordedAt,
      person_id: recorded.person ?? 'officer-1',
      role: 'officer',
      agency_id: kept.agency,
      evidence: recorded.extra?.evidence ? JSON.stringify(recorded.extra.evidence) : null,
      reason: recorded.extra?.reason ?? null,
      reverses: recorded.extra?.reverses ?? null,
      correction_id: recorded.extra?.correctionId ?? null,
      data: JSON.stringify(data),
      ...this.about(feature, kept, recorded),
    });
    await this.writeEntries(build, feature, objectId, kept, fact);
    await this.writeObject(build, feature, objectId, kept, fact);
    await this.insert('log_clock', { position, recorded_max: this.clock });
    await this.database.query('update rm.projection set position = $1', [position]);
    return fact.id;
  }

  /** What the object belonged to then, how it can be found, and the request. */
  private about(feature: Feature, { code, facts }: Kept, { request = randomUUID(), extra }: Recorded) {
    const { title, ...given } = feature.summary(evolveAll(feature.decider, standing(feature.decider, facts)));
    const { programme_id, fund_id, organisation_id } = columns(given);
    const { documentNumber = '', voucher = '' } = (extra?.evidence ?? {}) as Record<string, string>;
    const trace = { requestId: request, causationId: `command-${request}`, commandId: `command-${request}`, schemaVersion: 1 };
    return {
      programme_id,
      fund_id,
      organisation_id,
      correlation_id: request,
      trace: JSON.stringify(trace),
      search: foldText(`${code} ${title} ${documentNumber} ${voucher}`),
    };
  }

  private begin(feature: Feature, objectId: string, agency: string): Kept {
    const number = String(
      [...this.objects.values()].filter(({ code }) => code.startsWith(feature.codePrefix)).length + 1,
    ).padStart(4, '0');
    const kept: Kept = {
      code: `${feature.codePrefix}-2026-${number}`,
      agency,
      facts: [],
      additions: new Map(),
      numbers: new Map(),
    };
    this.objects.set(objectId, kept);
    return kept;
  }

  private async writeEntries(build: number, feature: Feature, objectId: string, kept: Kept, cause: Written): Promise<void> {
    const now = new Map<string, readonly Entry[]>();
    let state = feature.decider.initial;
    for (const fact of standing(feature.decider, kept.facts)) {
      state = evolveAll(feature.decider, [fact], state);
      const own = feature.outcomes.dimensions(state);
      now.set(
        fact.id,
        feature.outcomes.on[fact.type]!(fact.data as never, state).map((added) => ({
          ...added,
          dimensions: { ...own, ...added.dimensions },
        })),
      );
    }
    for (const id of new Set([...kept.additions.keys(), ...now.keys()])) {
      const [before = [], after = []] = [kept.additions.get(id), now.get(id)];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      const { effectiveOn } = kept.facts.find((fact) => fact.id === id)!;
      for (const added of before)
        await this.insertEntry(build, feature, objectId, kept, { added, eventId: cause.id, negates: id, effectiveOn, cause });
      for (const added of after)
        await this.insertEntry(build, feature, objectId, kept, { added, eventId: id, negates: null, effectiveOn, cause });
    }
    kept.additions = now;
  }

  private async insertEntry(
    build: number,
    feature: Feature,
    objectId: string,
    kept: Kept,
    row: { added: Entry; eventId: string; negates: string | null; effectiveOn: string; cause: Written },
  ): Promise<void> {
    const sign = row.negates ? -1 : 1;
    const number = kept.numbers.get(row.eventId) ?? 0;
    kept.numbers.set(row.eventId, number + 1);
    const amount = row.added.amount === 'unknown' ? undefined : row.added.amount;
    await this.insert('entries', {
      build,
      event_id: row.eventId,
      entry_no: number,
      position: row.cause.position,
      metric: row.added.metric,
      value: sign * (amount?.value ?? 0),
      value_to: amount?.valueTo === undefined ? null : sign * amount.valueTo,
      qualifier: amount?.qualifier ?? 'exact',
      unknown: amount ? 0 : sign,
      weight: sign,
      category: feature.decider.category,
      object_id: objectId,
      agency_id: kept.agency,
      ...columns(row.added.dimensions ?? {}),
      effective_on: row.effectiveOn,
      budget_year: row.added.dimensions?.budgetYear ?? Number(row.effectiveOn.slice(0, 4)),
      posting_period: row.cause.recordedAt.slice(0, 7),
      negates: row.negates,
    });
  }

  private async writeObject(build: number, feature: Feature, objectId: string, kept: Kept, cause: Written): Promise<void> {
    await this.database.query('update rm.objects set known_to = $2 where object_id = $1 and known_to is null', [
      objectId,
      cause.position,
    ]);
    const facts = standing(feature.decider, kept.facts);
    const days = [...new Set(facts.map(({ effectiveOn }) => effectiveOn))];
    for (const [index, day] of days.entries()) {
      const state = evolveAll(
        feature.decider,
        facts.filter(({ effectiveOn }) => effectiveOn <= day),
      );
      const { title, status, ...dimensions } = feature.summary(state);
      await this.insert('objects', {
        build,
        category: feature.decider.category,
        object_id: objectId,
        code: kept.code,
        agency_id: kept.agency,
        title,
        search: foldText(`${kept.code} ${title}`),
        status,
        ...columns(dimensions),
        row: JSON.stringify(feature.row ? feature.row(state) : state),
        revision: kept.facts.length - 1,
        created_position: kept.facts[0]!.position,
        effective_from: day,
        effective_to: days[index + 1] ?? 'infinity',
        known_from: cause.position,
      });
    }
  }

  private async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const places = names.map((_, index) => `$${index + 1}`);
    await this.database.query(`insert into rm.${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(row));
  }

  read<T>(work: (session: ReadSession) => Promise<T>): Promise<T> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const projections: { build: number; position: string | null }[] = await manager.query(
        'select build, position from rm.projection',
      );
      const position = projections.map((row) => row.position).sort()[0] ?? undefined;
      const meta: ReadMeta = { position: position ?? undefined, lagSeconds: 0 };
      const knownAt = async (asked: string | undefined) => {
        if (asked === undefined || !asked.includes(':')) return asked ?? meta.position;
        const rows: { position: string }[] = await manager.query(
          'select position from rm.log_clock where recorded_max <= $1 order by recorded_max desc, position desc limit 1',
          [asked],
        );
        return rows[0]?.position;
      };
      const builds = projections.map(({ build }) => build);
      const [clock]: { instant: Date | null }[] = await manager.query(
        'select max(recorded_max) as instant from rm.log_clock where position <= $1',
        [meta.position],
      );
      return work({
        manager,
        builds,
        buildsOf: (category) => builds.filter((build) => slices[build - 1]?.decider.category === category),
        recordedBy: clock?.instant?.toISOString(),
        meta,
        knownAt,
      });
    });
  }

  /** Level with everything recorded here. */
  waitFor(position: string): Promise<boolean> {
    return Promise.resolve(position <= `t-${String(this.count).padStart(8, '0')}`);
  }
}

function columns({ organisation, ...given }: Dimensions) {
  return {
    programme_id: given.programmeId ?? null,
    budget_line_id: given.budgetLineId ?? null,
    fund_id: given.fundId ?? null,
    organisation_id: organisation?.organisationId ?? null,
    organisation_type: organisation?.type ?? null,
    sector: organisation?.sector ?? null,
    place: given.place ?? organisation?.place ?? null,
    source: given.source ?? null,
    activity_kind: given.activityKind ?? null,
  };
}

/** A stable id from a word, for readable specs. */
export const idOf = (word: string): string => uuidV5('spec', word);
