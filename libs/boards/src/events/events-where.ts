import { addDays, foldText } from '@soquy/kernel';
import type { ReadSession } from '@soquy/read-models';
import type { Catalogue } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import type { Frame } from '../figures/question.js';
import { scopedTo } from '../lists/object-state.js';
import type { AskedEvents } from './events-asked.js';

/** What a question comes to, with names resolved to ids. */
export interface EventsFrame extends Frame {
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
  /** Undefined: all. */
  readonly category?: string | undefined;
}

/** Builds in which the same agencies are looked for: what belongs to all is seen by everybody. */
interface Part {
  readonly builds: readonly number[];
  readonly agencies?: readonly string[] | undefined;
}

function partsOf(session: ReadSession, catalogue: Catalogue, { filters, agencies, category }: EventsFrame): readonly Part[] {
  const builds = category === undefined ? session.builds : session.buildsOf(category);
  if (filters.agency) return [{ builds, agencies: [filters.agency] }];
  if (!agencies) return [{ builds }];
  const open = catalogue.features.filter((feature) => scopedTo({ agencyIds: [] }, feature) === undefined);
  const ofAll = new Set(open.flatMap(({ decider }) => session.buildsOf(decider.category)));
  const parts = [
    { builds: builds.filter((build) => ofAll.has(build)) },
    { builds: builds.filter((build) => !ofAll.has(build)), agencies },
  ];
  return parts.filter((part) => part.builds.length > 0);
}

/** After which event the next page begins. */
export interface Place {
  readonly position: string;
  readonly effectiveOn: string;
}

/** Whether events come by the day they happened, and not as they were recorded. */
export const isByDay = ({ sort }: AskedEvents): boolean => sort === '-effectiveOn';

/** Newest first; `of` is the table or query that has the columns. */
export const newestFirst = (asked: AskedEvents, of: string): string =>
  isByDay(asked) ? `${of}.effective_on desc, ${of}.position desc` : `${of}.position desc`;

/**
 * Places of the events asked for, newest first, as a query over `position`, `build` and `effective_on`. Only columns that stand in
 * an index are named where that can be, so that few rows are looked at; each part comes in order by itself, and stops early.
 */
export function placesSql(
  where: Where,
  session: ReadSession,
  catalogue: Catalogue,
  frame: EventsFrame,
  asked: AskedEvents,
  { limit, before }: { readonly limit?: number; readonly before?: Place | undefined },
): string {
  const shared = conditions(where, frame, asked);
  if (before) shared.push(beyond(where, asked, before));
  const cut = (of: string) => (limit === undefined ? '' : ` order by ${newestFirst(asked, of)} limit ${limit}`);
  const parts = partsOf(session, catalogue, frame).flatMap(({ builds, agencies }) => {
    const own = [`f.build = any(${where.parameter(builds)})`, ...agencyCondition(where, agencies)];
    const sql = `select f.position, f.build, f.effective_on from rm.facts f where ${[...own, ...shared].join(' and ')}`;
    const { organisation } = frame.filters;
    if (!organisation) return [`(${sql}${cut('f')})`];
    const id = where.parameter(organisation);
    // They are few and found by themselves: without the fence, all facts might be read through in search of them.
    const others = `${sql} and ${namedByOthers(id, where.parameter(builds), where.parameter(frame.knownAt))} offset 0`;
    return [`(${sql} and f.organisation_id = ${id}${cut('f')})`, `(select * from (${others}) others${cut('others')})`];
  });
  const all =
    parts.join(' union all ') || '(select null::text as position, null::int as build, null::date as effective_on where false)';
  return limit === undefined ? all : `select * from (${all}) parts${cut('parts')}`;
}

function beyond(where: Where, asked: AskedEvents, { position, effectiveOn }: Place): string {
  const last = where.parameter(position);
  return isByDay(asked)
    ? `(f.effective_on, f.position) < (${where.parameter(effectiveOn)}::date, ${last})`
    : `f.position < ${last}`;
}

/** What counted something for an organisation though its object is not the organisation's own: a fair that many went to. */
const namedByOthers = (organisation: string, builds: string, known: string): string =>
  `f.organisation_id is distinct from ${organisation} and (f.build, f.event_id) in (select e.build, e.event_id from rm.entries e
      where e.build = any(${builds}) and e.organisation_id = ${organisation} and e.position <= ${known})`;

/** One agency lets an index give the order, several do not. */
function agencyCondition(where: Where, agencies: readonly string[] | undefined): string[] {
  if (!agencies) return [];
  return agencies.length === 1
    ? [`f.agency_id = ${where.parameter(agencies[0])}`]
    : [`f.agency_id = any(${where.parameter(agencies)})`];
}

const COLUMNS = { programme: 'programme_id', fund: 'fund_id' } as const;

function conditions(where: Where, frame: EventsFrame, asked: AskedEvents): string[] {
  const { effectiveFrom, effectiveTo, recordedFrom, recordedTo, type, exceptions, q } = asked;
  const known = where.parameter(frame.knownAt);
  const found = [`f.position <= ${known}`];
  const and = (condition: string, value: string | undefined) => {
    if (value !== undefined) found.push(condition.replace('?', where.parameter(value)));
  };
  and('f.person_id = ?', frame.actor);
  and('f.object_id = ?', frame.object);
  and('f.type = ?', type);
  for (const name of ['programme', 'fund'] as const) and(`f.${COLUMNS[name]} = ?`, frame.filters[name] ?? undefined);
  and('f.effective_on >= ?', effectiveFrom);
  and('f.effective_on <= ?', effectiveTo);
  and('f.recorded_at >= ?', recordedFrom && midnight(recordedFrom));
  and('f.recorded_at < ?', recordedTo && midnight(addDays(recordedTo, 1)));
  for (const word of foldText(q ?? '').split(/\s+/)) if (word) and('f.search like ?', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  if (exceptions) found.push(EXCEPTION[exceptions](known));
  return found;
}

/** When a day begins in Vietnam. */
const midnight = (day: string): string => `${day}T00:00:00+07:00`;

/** As their indexes say it. */
const EXCEPTION: Readonly<Record<NonNullable<AskedEvents['exceptions']>, (known: string) => string>> = {
  late: () => `(f.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date - f.effective_on > 30`,
  corrections: () => 'f.correction_id is not null',
  reversed: (known) => `(f.build, f.event_id) in (select r.build, r.reverses from rm.facts r
      where r.reverses is not null and r.type = 'CorrectionApproved' and r.position <= ${known})`,
};
