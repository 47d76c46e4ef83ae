import type { ReadSession } from '@soquy/read-models';
import { columnOf, STORED_NAMES, type StoredName } from './dimensions.js';
import type { Among, Frame } from './question.js';

/** SQL conditions with their numbered parameters. */
export class Where {
  readonly parameters: unknown[] = [];
  private readonly conditions: string[] = [];

  /** `?` stands for the value. */
  and(condition: string, value?: unknown): this {
    if (value !== undefined) this.parameters.push(value);
    this.conditions.push(condition.replaceAll('?', `$${this.parameters.length}`));
    return this;
  }

  /** The number of a further parameter, for use outside the conditions. */
  parameter(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  toString(): string {
    return this.conditions.join(' and ');
  }
}

/** Conditions that entries, objects and facts share; `alias` ends in a dot. */
export function dimensionsWhere(
  where: Where,
  { filters, agencies, among }: Pick<Frame, 'filters' | 'agencies' | 'among'>,
  alias: string,
): Where {
  if (among) amongWhere(where, among, alias);
  if (agencies) where.and(`${alias}agency_id = any(?)`, agencies);
  for (const name of STORED_NAMES) {
    const value = filters[name];
    if (value === null) where.and(`${alias}${columnOf(name)} is null`);
    else if (value !== undefined) where.and(`${alias}${columnOf(name)} = ?`, value);
  }
  return where;
}

function amongWhere(where: Where, { by, keys }: Among, alias: string): Where {
  if (by === 'debtAge') throw new Error('assertion: an age is no column');
  const column = `${alias}${columnOf(by)}`;
  const named = keys.filter((key) => key !== null);
  return where.and(named.length < keys.length ? `(${column} = any(?) or ${column} is null)` : `${column} = any(?)`, named);
}

/** The entries of some metrics that a frame asks for; a stock takes all up to the day. */
export function entriesWhere(session: ReadSession, metrics: readonly string[], kind: 'sum' | 'stock', frame: Frame): Where {
  const where = new Where()
    .and('e.build = any(?)', session.builds)
    .and('e.metric = any(?)', metrics)
    .and('e.effective_on <= ?', frame.effectiveTo)
    .and('e.position <= ?', frame.knownAt);
  if (kind === 'sum' && frame.effectiveFrom) where.and('e.effective_on >= ?', frame.effectiveFrom);
  return dimensionsWhere(where, frame, 'e.');
}

/** The grouping column as text; one constant group without it. */
export const groupColumn = (name: StoredName | undefined, alias: string): string =>
  name ? `${alias}${columnOf(name)}::text` : `''::text`;
