import { noRow, withRows, type Batch } from './batch.js';
import type { PasteRow } from './sheet.js';

export interface CellAt {
  /** Number of the row. */
  readonly row: number;
  readonly column: number;
  /** Numbers of the rows on the screen by now, in their order: some may be hidden. */
  readonly shown: () => readonly number[];
}

type Cells = readonly (readonly string[])[];

/**
 * Cells laid over those that are seen, from one cell on. What is recorded stays as it is, and what reaches beyond the table widens
 * and lengthens it: nothing that was pasted is lost without a word.
 */
export function pasteOver(before: Batch, { row, column, shown }: CellAt, cells: Cells): Batch {
  const batch = widened(before, column + Math.max(...cells.map(({ length }) => length)));
  const seen = shown();
  const from = seen.indexOf(row);
  const onto = from < 0 ? [row, ...seen.filter((id) => id > row)] : seen.slice(from);
  const laidOn = new Map(onto.map((id, index) => [id, cells[index]]));
  const isFixed = (id: number) => batch.recorded[id] !== undefined || batch.sent.includes(id);
  const rows = batch.rows.map((each) => {
    const laid = laidOn.get(each.id);
    return laid && !isFixed(each.id) ? { ...each, cells: each.cells.map((cell, at) => laid[at - column] ?? cell) } : each;
  });
  const last = Math.max(...batch.rows.map(({ id }) => id));
  const added = cells.slice(onto.length).map((laid, index): PasteRow => ({
    id: last + 1 + index,
    cells: batch.headings.map((_, at) => laid[at - column] ?? ''),
  }));
  const left = added.flatMap((each) => (noRow(each) ? [[each.id, noRow(each)!] as const] : []));
  return { ...withRows(batch, [...rows, ...added]), left: { ...batch.left, ...Object.fromEntries(left) } };
}

/** With columns of no heading and no use at the right; they are used once somebody says what they hold. */
function widened(batch: Batch, width: number): Batch {
  const more = width - batch.headings.length;
  if (more <= 0) return batch;
  const blanks = Array.from({ length: more }, () => '');
  return {
    ...batch,
    headings: [...batch.headings, ...blanks],
    mapping: [...batch.mapping, ...blanks.map(() => null)],
    rows: batch.rows.map((each) => ({ ...each, cells: [...each.cells, ...blanks] })),
  };
}
