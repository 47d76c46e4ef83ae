import { withRows, type Batch } from './batch.js';

export interface CellAt {
  /** Number of the row. */
  readonly row: number;
  readonly column: number;
}

/** Cells laid over those that are there, from one cell on; what reaches beyond the table falls away, and what is recorded stays. */
export function pasteOver(batch: Batch, { row, column }: CellAt, cells: readonly (readonly string[])[]): Batch {
  const from = batch.rows.findIndex(({ id }) => id === row);
  const isFixed = (id: number) => batch.recorded[id] !== undefined || batch.sent.includes(id);
  const rows = batch.rows.map((each, index) => {
    const laid = cells[index - from];
    if (index < from || !laid || isFixed(each.id)) return each;
    return { ...each, cells: each.cells.map((cell, at) => laid[at - column] ?? cell) };
  });
  return withRows(batch, rows);
}
