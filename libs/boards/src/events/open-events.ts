import { createHash } from 'node:crypto';
import { kernelEvents } from '@soquy/kernel';
import type { Clock } from '@soquy/platform';
import type { ReadSession } from '@soquy/read-models';
import { foreignCursor, pageOf, valuesOf } from '../cursor.js';
import { nextOf, type Items, type Page } from '../evidence/items.js';
import { frameOf } from '../figures/asked.js';
import type { Catalogue } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import type { Reader } from '../figures/reader.js';
import { cursorBatches, findsMore } from '../formats/cursor-rows.js';
import { badParameter } from '../http/parameters.js';
import type { People } from '../people.js';
import { eventColumns, eventItems, type EventItem, type EventRow } from './event-item.js';
import type { AskedEvents } from './events-asked.js';
import { newestFirst, placesSql, type EventsFrame, type Place } from './events-where.js';

/** What questions for events are answered from. */
export interface EventsSources {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly people: People;
}

/** The events asked for, with names resolved; pages follow each other by cursor. */
export interface OpenEvents {
  readonly frame: EventsFrame;
  page(page: Page): Promise<Items<EventItem>>;
  /** Whether there are more than that; looks no further. */
  exceeds(rows: number): Promise<boolean>;
  /** All of them from a database cursor. */
  all(): AsyncGenerator<EventItem>;
}

export async function openEvents(
  session: ReadSession,
  sources: EventsSources,
  asked: AskedEvents,
  reader: Reader,
): Promise<OpenEvents> {
  const { catalogue } = sources;
  const frame = await eventsFrame(session, sources, asked, reader);
  const question = fingerprint(asked);
  const places = (where: Where, cut: { limit?: number; before?: Place | undefined }) =>
    placesSql(where, session, catalogue, frame, asked, cut);
  return {
    frame,
    async page({ limit, after }) {
      const from = valuesOf(after, 'text', 'text', 'day');
      if (from && from[0] !== question) throw foreignCursor();
      const where = new Where();
      const before = from && { position: from[1] as string, effectiveOn: from[2] as string };
      const sql = places(where, { limit: limit + 1, before });
      const rows: EventRow[] = await session.manager.query(
        `with page as materialized (${sql}) select found.* from page cross join lateral
          (select ${eventColumns(where.parameter(frame.knownAt))} from rm.facts f
            where f.build = page.build and f.position = page.position limit 1) found order by ${newestFirst(asked, 'page')}`,
        where.parameters,
      );
      const page = pageOf(rows, limit, ({ position, effective_on }) => [question, position, effective_on]);
      return { items: await eventItems(session, catalogue, page.rows, frame), ...nextOf(page) };
    },
    async exceeds(rows) {
      const where = new Where();
      return findsMore(session, `from (${places(where, { limit: rows + 1 })}) places`, where.parameters, rows);
    },
    async *all() {
      const where = new Where();
      const sql = `select ${eventColumns(where.parameter(frame.knownAt))} from rm.facts f
        where (f.build, f.position) in (select build, position from (${places(where, {})}) places) order by ${newestFirst(asked, 'f')}`;
      for await (const rows of cursorBatches<EventRow>(session, sql, where.parameters))
        yield* await eventItems(session, catalogue, rows, frame);
    },
  };
}

async function eventsFrame(
  session: ReadSession,
  { catalogue, clock, people }: EventsSources,
  asked: AskedEvents,
  reader: Reader,
): Promise<EventsFrame> {
  const { agency, organisation, programme, fund, effectiveFrom, effectiveTo, recordedFrom, recordedTo, knownAt } = asked;
  if (recordedFrom && recordedTo && recordedFrom > recordedTo)
    throw badParameter('recordedFrom', 'isAfterEnd', 'sau recordedTo', 'is after recordedTo');
  assertKnownType(catalogue, asked.type);
  const of = { agency, organisation, programme, fund, effectiveFrom, effectiveTo, knownAt };
  return {
    ...(await frameOf(session, catalogue, reader, clock, of)),
    category: categoryOf(catalogue, asked.category),
    actor: asked.actor && (await people.idOf('actor', asked.actor)),
    object: asked.object && (await objectIdOf(session, catalogue, asked.object)),
  };
}

function assertKnownType({ features }: Catalogue, type: string | undefined): void {
  const known = type === undefined || type in kernelEvents || features.some(({ events }) => Object.hasOwn(events, type));
  if (!known) throw badParameter('type', 'isUnknown', `không có ${type}`, `there is no ${type}`);
}

/** A category by its name, or by the noun of its list. */
function categoryOf({ features }: Catalogue, name: string | undefined): string | undefined {
  const found = features.find(({ noun, decider }) => noun === name || decider.category === name);
  if (name !== undefined && !found) throw badParameter('category', 'isUnknown', `không có ${name}`, `there is no ${name}`);
  return found?.decider.category;
}

/** Asked one after the other, since one question for ids or codes could use the index of neither. */
async function objectIdOf({ manager, builds }: ReadSession, { features }: Catalogue, name: string): Promise<string> {
  const byId = 'select object_id from rm.objects where build = any($1) and object_id = $2 limit 1';
  const byCode = 'select object_id from rm.objects where build = any($1) and code = $2 and category = any($3) limit 1';
  const categories = features.map(({ decider }) => decider.category);
  const [row] =
    (await manager.query<{ object_id: string }[]>(byId, [builds, name]))[0] === undefined
      ? await manager.query<{ object_id: string }[]>(byCode, [builds, name, categories])
      : [{ object_id: name }];
  if (!row) throw badParameter('object', 'isUnknown', `không có ${name}`, `there is no ${name}`);
  return row.object_id;
}

/** A cursor goes on with the question it came from, not with another. */
const fingerprint = (asked: AskedEvents): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(asked).sort()))
    .digest('base64url')
    .slice(0, 12);
