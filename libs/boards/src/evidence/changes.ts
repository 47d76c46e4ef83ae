import { toVnd } from '@soquy/kernel';
import type { ReadSession } from '@soquy/read-models';
import { pageOf, valuesOf } from '../cursor.js';
import { eventLine, type EventLine } from '../facts.js';
import type { Figure } from '../figures/answers.js';
import { figuresOf } from '../figures/ask-figures.js';
import { positionOf } from '../figures/asked.js';
import type { MetricOf } from '../figures/catalogue.js';
import { measureOf, type FigureReader } from '../figures/figure-reader.js';
import { objectRowsBy, type MeasuredRow } from '../figures/object-rows.js';
import type { Frame } from '../figures/question.js';
import { badParameter } from '../http/parameters.js';
import type { ObjectLink } from './evidence.js';
import { eventsOf } from './fold-items.js';
import { nextOf, objectLink, type Items, type Page } from './items.js';

/** An object whose measure moved, and the events that moved it. */
export interface MovedObject {
  readonly object: ObjectLink;
  readonly from: number;
  readonly to: number;
  readonly events: readonly EventLine[];
}

/** The same change asked of a part of a ratio or formula. */
export interface MovedPart {
  readonly metric: string;
  readonly from: Figure;
  readonly to: Figure;
}

/** Instants or positions; `to` is the figure's own where absent. */
export interface Between {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The same frame as it was known at both ends. */
export interface Ends {
  readonly older: Frame;
  readonly newer: Frame;
}

export async function endsOf(session: ReadSession, frame: Frame, { from, to }: Between): Promise<Ends> {
  if (from === undefined) throw badParameter('from', 'required', 'chưa có', 'is missing');
  const older = { ...frame, knownAt: await positionOf(session, from, 'from') };
  const newer = to === undefined ? frame : { ...frame, knownAt: await positionOf(session, to, 'to') };
  if (older.knownAt > newer.knownAt) throw badParameter('from', 'isAfterEnd', 'sau thời điểm to', 'is after to');
  return { older, newer };
}

/** The metrics a ratio or formula is made of, at both ends. */
export async function movedParts(reader: FigureReader, name: string, { older, newer }: Ends): Promise<readonly MovedPart[]> {
  const names = reader.catalogue.parts(name);
  const [from, to] = [await figuresOf(reader, names, older), await figuresOf(reader, names, newer)];
  return names.map((metric) => ({ metric, from: from.get(metric)!, to: to.get(metric)! }));
}

/** Objects whose measure moved, in the order of their ids. */
export async function movedObjects(
  reader: FigureReader,
  metric: MetricOf<'fold'>,
  ends: Ends,
  { limit, after }: Page,
): Promise<Items<MovedObject>> {
  const from = valuesOf(after, 'text')?.[0] as string | undefined;
  const found: Moved[] = [];
  for await (const one of moved(reader, metric, ends)) {
    if (from === undefined || one.object.objectId > from) found.push(one);
    if (found.length > limit) break;
  }
  const page = pageOf(found, limit, ({ object }) => [object.objectId]);
  return { items: await itemsOf(reader, metric, page.rows, ends), ...nextOf(page) };
}

/** Objects whose events are looked up together while all are read. */
const BATCH = 100;

/** The same, all of them. */
export async function* allMoved(reader: FigureReader, metric: MetricOf<'fold'>, ends: Ends): AsyncGenerator<MovedObject> {
  let batch: Moved[] = [];
  for await (const one of moved(reader, metric, ends)) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield* await itemsOf(reader, metric, batch, ends);
    batch = [];
  }
  yield* await itemsOf(reader, metric, batch, ends);
}

export async function movedExceed(reader: FigureReader, metric: MetricOf<'fold'>, ends: Ends, rows: number): Promise<boolean> {
  let found = 0;
  for await (const _ of moved(reader, metric, ends)) if ((found += 1) > rows) return true;
  return false;
}

interface Moved {
  readonly object: MeasuredRow;
  readonly from: bigint;
  readonly to: bigint;
}

/** Walks through the objects of both ends side by side, so that neither end need be in memory. */
async function* moved(reader: FigureReader, metric: MetricOf<'fold'>, { older, newer }: Ends): AsyncGenerator<Moved> {
  const [before, now] = [older, newer].map((frame) => objectRowsBy('id', reader.session, metric, frame));
  const measure = (row: MeasuredRow | undefined) => (row ? measureOf(metric, row.row, newer.effectiveTo) : 0n);
  const next = async (rows: typeof before) => (await rows!.next()).value as MeasuredRow | undefined;
  let [a, b] = [await next(before), await next(now)];
  while (a || b) {
    const isOld = a !== undefined && (b === undefined || a.objectId <= b.objectId);
    const isNew = b !== undefined && (a === undefined || b.objectId <= a.objectId);
    const [from, to] = [measure(isOld ? a : undefined), measure(isNew ? b : undefined)];
    if (from !== to) yield { object: (isNew ? b : a)!, from, to };
    if (isOld) a = await next(before);
    if (isNew) b = await next(now);
  }
}

async function itemsOf(
  reader: FigureReader,
  metric: MetricOf<'fold'>,
  found: readonly Moved[],
  { older, newer }: Ends,
): Promise<MovedObject[]> {
  const ids = found.map(({ object }) => object.objectId);
  const events = await eventsOf(reader, ids, newer, older.knownAt);
  return found.map(({ object: { objectId: id, code, title }, from, to }): MovedObject => ({
    object: { ...objectLink(reader.catalogue, id, metric.category, undefined), code, title },
    from: toVnd(from),
    to: toVnd(to),
    events: events.get(id)!.map((fact) => eventLine(reader.catalogue, fact)),
  }));
}
