import type { Language } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';
import type { TypedGroup } from '../forms/typed.js';
import type { Mapping, PasteColumn } from './columns.js';
import type { Moved, PlaceNames } from './places.js';

/** A row as it was pasted; its number stays with it. */
export interface PasteRow {
  readonly id: number;
  readonly cells: readonly string[];
}

/** What is to be said of a row, at a cell or at the row as a whole. */
export interface Note {
  readonly level: 'bad' | 'doubt';
  /** Index of the column it is about; undefined where no column holds it. */
  readonly column?: number;
  readonly text: string;
  /** What is recorded already. */
  readonly known?: { readonly id: string; readonly noun: string; readonly title: string };
  /** The province that the one in the cell went into before the day of the row. */
  readonly moved?: Moved;
}

export interface CheckedRow {
  readonly id: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

export interface Sheet {
  readonly rows: readonly PasteRow[];
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** Typed once for all rows; a cell with something in it wins. */
  readonly common: TypedGroup;
}

export interface CheckContext {
  readonly schema: FieldSchema;
  readonly columns: readonly PasteColumn[];
  readonly places: PlaceNames;
  readonly language: Language;
  readonly today: string;
}
