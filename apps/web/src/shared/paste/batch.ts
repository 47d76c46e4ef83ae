import type { TypedGroup } from '../forms/typed.js';
import type { CheckedRow, PasteRow } from './sheet.js';
import { guessedMapping, headingRow, mappingOf, type Mapping, type PasteColumn } from './columns.js';
import { loose } from '../words/loose.js';

/** Why a row is not recorded; `detail` is what was wrong with it. */
export interface LeftOut {
  readonly why: 'blank' | 'total' | 'faulty' | 'chosen';
  readonly detail?: string;
}

export interface Recorded {
  readonly objectId: string;
  readonly code?: string;
}

/** Rows pasted together and what became of each. */
export interface Batch {
  readonly id: string;
  /** Rows of headings and titles above the first row, which are no rows of the paste. */
  readonly above: number;
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  readonly rows: readonly PasteRow[];
  readonly common: TypedGroup;
  readonly left: Readonly<Record<number, LeftOut>>;
  readonly recorded: Readonly<Record<number, Recorded>>;
  /** What the API said of rows it refused. */
  readonly refused: Readonly<Record<number, string>>;
  /** Sent, and the answer not known: they are sent again as they are before anything about them changes. */
  readonly sent: readonly number[];
}

const TOTAL = /^(tong|tong cong|tong so|cong|total|sum)$/;
/** A longer cell is no such word, whatever signs stand around it. */
const LONGEST_TOTAL = 24;

/** Begins a batch from cells: finds the headings, and leaves out what is no row of its own. */
export function batchOf(
  cells: readonly (readonly string[])[],
  columns: readonly PasteColumn[],
  isPlace: (cell: string) => boolean,
  id: string,
): Batch {
  const heading = headingRow(cells, columns);
  const above = heading === undefined ? 0 : heading + 1;
  const body = cells.slice(above);
  const headings = heading === undefined ? (cells[0] ?? []).map(() => '') : cells[heading]!;
  const rows = body.map((row, index): PasteRow => ({ id: index + 1, cells: row }));
  return {
    id,
    above,
    headings,
    mapping: heading === undefined ? guessedMapping(body, columns, isPlace) : mappingOf(headings, columns),
    rows,
    common: {},
    left: Object.fromEntries(rows.flatMap((row) => (noRow(row) ? [[row.id, noRow(row)!] as const] : []))),
    recorded: {},
    refused: {},
    sent: [],
  };
}

/** Why it is no row of its own; undefined where it is one. */
export function noRow({ cells }: PasteRow): LeftOut | undefined {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return { why: 'blank' };
  return filled.slice(0, 2).some((cell) => cell.length <= LONGEST_TOTAL && /^\P{L}*[tcs]/iu.test(cell) && TOTAL.test(loose(cell)))
    ? { why: 'total' }
    : undefined;
}

export type RowState = 'recorded' | 'left' | 'sent' | 'bad' | 'doubt' | 'good';

/** How each row stands; a refusal of the API counts as bad until the row is changed. */
export function stateOf(batch: Batch, { id, notes }: CheckedRow): RowState {
  if (batch.recorded[id]) return 'recorded';
  if (batch.left[id]) return 'left';
  if (batch.sent.includes(id)) return 'sent';
  if (batch.refused[id] !== undefined || notes.some(({ level }) => level === 'bad')) return 'bad';
  return notes.length > 0 ? 'doubt' : 'good';
}

/** `refused` are those of the remaining that the API refused. */
export type Counts = Readonly<Record<RowState | 'pasted' | 'remaining' | 'refused', number>>;

/** Rows pasted are rows recorded, rows left out and rows that remain, refused or not; anything else is a bug of ours. */
export function countsOf(batch: Batch, states: ReadonlyMap<number, RowState>): Counts {
  const counts = { recorded: 0, left: 0, sent: 0, bad: 0, doubt: 0, good: 0 };
  for (const state of states.values()) counts[state] += 1;
  const remaining = counts.sent + counts.bad + counts.doubt + counts.good;
  const pasted = batch.rows.length;
  if (counts.recorded + counts.left + remaining !== pasted) throw new Error('assertion: a pasted row is lost');
  const refused = Object.keys(batch.refused).filter((id) => states.get(Number(id)) === 'bad').length;
  return { ...counts, remaining, pasted, refused };
}

/** What a change to cells undoes: a refusal was of what stood there before. */
export const withRows = (batch: Batch, rows: readonly PasteRow[]): Batch => {
  const before = new Map(batch.rows.map((row) => [row.id, row]));
  const changed = new Set(rows.filter((row) => before.get(row.id) !== row).map(({ id }) => id));
  const refused = Object.entries(batch.refused).filter(([id]) => !changed.has(Number(id)));
  return { ...batch, rows, refused: Object.fromEntries(refused) };
};

export const leavingOut = (batch: Batch, ids: readonly (readonly [id: number, reason: LeftOut])[]): Batch => ({
  ...batch,
  left: { ...batch.left, ...Object.fromEntries(ids.filter(([id]) => !batch.recorded[id] && !batch.sent.includes(id))) },
});

export const takingBack = (batch: Batch, id: number): Batch => {
  const { [id]: _, ...left } = batch.left;
  return { ...batch, left };
};

/**
 * An earlier state of the same batch, with what has been recorded of it since: that keeps its cells, and its row where it was added
 * later.
 */
export function withOutcomes(earlier: Batch | undefined, now: Batch | undefined): Batch | undefined {
  if (!earlier || !now || earlier.id !== now.id) return earlier;
  const { recorded, refused, sent } = now;
  const recordedRows = new Map(now.rows.filter(({ id }) => recorded[id]).map((row) => [row.id, row]));
  const ids = new Set(earlier.rows.map(({ id }) => id));
  const rows = [
    ...earlier.rows.map((row) => recordedRows.get(row.id) ?? row),
    ...[...recordedRows.values()].filter(({ id }) => !ids.has(id)),
  ];
  const isThere = new Set(rows.map(({ id }) => id));
  const said = Object.entries(refused).filter(([id]) => isThere.has(Number(id)));
  return { ...earlier, rows, recorded, refused: Object.fromEntries(said), sent };
}
