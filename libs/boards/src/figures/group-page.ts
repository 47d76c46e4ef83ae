import { createHash } from 'node:crypto';
import { POSITION_PATTERN, type ReadSession } from '@soquy/read-models';
import { cursorOf, foreignCursor, valuesOf } from '../cursor.js';
import { badParameter, filterParameters } from '../http/parameters.js';
import { idsOf, positionOf, type AskedFrame } from './asked.js';
import type { Catalogue } from './catalogue.js';
import type { Grouping } from './dimensions.js';
import type { GroupSort } from './group-sorts.js';
import type { Among, Frame } from './question.js';

/** How a figure is divided, and which of its groups are asked for; all of them without a limit. */
export interface AskedGroups extends AskedPage {
  readonly groupBy?: Grouping | undefined;
  readonly sort?: GroupSort | undefined;
  /** Only these, by their keys or codes, separated by commas. */
  readonly among?: string | undefined;
}

export interface AskedPage {
  readonly limit?: number | undefined;
  /** The cursor of the page before. */
  readonly after?: string | undefined;
  /** Whether it is told how many groups there are in all. */
  readonly total?: boolean | undefined;
}

/** Groups in order, of which a page is shown. */
export interface GroupPage {
  readonly limit: number;
  /** The group that the page before ended with. */
  readonly after?: { readonly key: string | null } | undefined;
}

/** A figure by group, its frame found: a page that goes on is of the day and the place in the log of the first. */
export interface OpenPage {
  readonly frame: Frame;
  readonly page?: GroupPage | undefined;
  /** The cursor of what follows a group. */
  readonly cursorAfter: (key: string | null) => string;
}

/** The frame and page that a question with a cursor goes on with. Throws 400 for a cursor of another question. */
export async function openPage(
  { session, catalogue }: { readonly session: ReadSession; readonly catalogue: Catalogue },
  metrics: readonly string[],
  asked: AskedFrame,
  { groupBy, sort, among, limit, after }: AskedGroups & { readonly groupBy: Grouping },
  frame: Frame,
): Promise<OpenPage> {
  const question = fingerprint([metrics, groupBy, sort, among, Object.entries(asked).sort()]);
  const from = valuesOf(after, 'text', 'text', 'day', 'textOrNull');
  if (from && (from[0] !== question || !POSITION_PATTERN.test(from[1] as string))) throw foreignCursor();
  const fixed: Frame = {
    ...frame,
    ...(from && { knownAt: await positionOf(session, from[1] as string, 'after'), effectiveTo: from[2] as string }),
    ...(among !== undefined && { among: await amongOf(session, catalogue, groupBy, among) }),
  };
  return {
    frame: fixed,
    ...(limit !== undefined && { page: { limit, ...(from && { after: { key: from[3] as string | null } }) } }),
    cursorAfter: (key) => cursorOf([question, fixed.knownAt, fixed.effectiveTo, key]),
  };
}

async function amongOf(session: ReadSession, catalogue: Catalogue, groupBy: Grouping, among: string): Promise<Among> {
  if (groupBy === 'month')
    throw badParameter('among', 'notForMonths', 'không dùng cho tháng', 'is not for months: give a period');
  const keys = among.split(',');
  const { accepts, must } = filterParameters[groupBy];
  if (!keys.every(accepts)) throw badParameter('among', 'notAKey', `mỗi khoá ${must.vi}`, `each key ${must.en}`);
  return { by: groupBy, keys: await idsOf(session, catalogue, groupBy, keys) };
}

/** A cursor goes on with the question it came from, not with another. */
const fingerprint = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);

/** The groups of a page, and whether more follow. */
export function shownOf<Of extends { readonly key: string | null }>(
  ordered: readonly Of[],
  page: GroupPage | undefined,
): { readonly shown: readonly Of[]; readonly isCut: boolean } {
  if (!page) return { shown: ordered, isCut: false };
  const { after, limit } = page;
  const found = after ? ordered.findIndex(({ key }) => key === after.key) : -1;
  if (after && found < 0) throw foreignCursor();
  const shown = ordered.slice(found + 1, found + 1 + limit);
  return { shown, isCut: found + 1 + limit < ordered.length };
}

/** A figure that is not divided has neither pages nor an order. */
export function assertWhole(asked: Omit<AskedGroups, 'groupBy'>): void {
  const name = (['sort', 'among', 'limit', 'after', 'total'] as const).find((each) => asked[each] !== undefined);
  if (name) throw badParameter(name, 'needsGroups', 'chỉ dùng cùng groupBy', 'is only for figures by group: give groupBy');
}
