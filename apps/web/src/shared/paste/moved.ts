import { foldText } from '@soquy/kernel';
import { withRows, type Batch, type RowState } from './batch.js';
import type { CheckedRow, Note } from './sheet.js';

/** An old name of a province in one column, as it was written first, what it is by the days of its rows, and the rows. */
export interface MovedPlace {
  readonly column: number;
  readonly cell: string;
  readonly name: string;
  /** Day of the merger. */
  readonly since: string;
  readonly rows: readonly number[];
}

type MovedNote = Note & Required<Pick<Note, 'column' | 'moved'>>;
const isMoved = (note: Note): note is MovedNote => note.moved !== undefined && note.column !== undefined;

/** Provinces that went into others before the days of their rows, each once with its rows. */
export function movedPlaces(
  { rows: pasted }: Batch,
  checked: readonly CheckedRow[],
  states: ReadonlyMap<number, RowState>,
): readonly MovedPlace[] {
  const found = new Map<string, MovedPlace & { readonly rows: number[] }>();
  checked.forEach(({ id, notes }, index) => {
    if (states.get(id) !== 'bad') return;
    for (const { column, moved } of notes.filter(isMoved)) {
      const cell = pasted[index]!.cells[column]!;
      const key = JSON.stringify([column, foldText(cell), moved.code]);
      const known = found.get(key) ?? { column, cell, name: moved.name, since: moved.since, rows: [] };
      known.rows.push(id);
      found.set(key, known);
    }
  });
  return [...found.values()];
}

/** The rows with the name of today; those of days before the merger are not among them and stay as they are. */
export function withNewName(batch: Batch, { column, name, rows }: MovedPlace): Batch {
  const ids = new Set(rows);
  return withRows(
    batch,
    batch.rows.map((row) =>
      ids.has(row.id) ? { ...row, cells: row.cells.map((cell, at) => (at === column ? name : cell)) } : row,
    ),
  );
}
