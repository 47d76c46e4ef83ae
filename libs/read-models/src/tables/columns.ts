import { getMetadataArgsStorage } from 'typeorm';
import { EntryRow } from './entry-row.js';
import { FactRow } from './fact-row.js';
import { ObjectRow } from './object-row.js';

/** A column as its entity declares it. */
export interface TableColumn {
  readonly property: string;
  readonly name: string;
  readonly type: string;
}

/** A partitioned table, as writers need it. */
export interface RowTable {
  /** `entries`: the parent is `rm.entries`, a build's own table `rm.entries_b12`. */
  readonly name: 'entries' | 'objects' | 'facts';
  readonly columns: readonly TableColumn[];
}

export const ROW_TABLES: readonly RowTable[] = [
  { name: 'entries', columns: columnsOf(EntryRow) },
  { name: 'objects', columns: columnsOf(ObjectRow) },
  { name: 'facts', columns: columnsOf(FactRow) },
];

/** The table of one build. */
export const tableOfBuild = ({ name }: Pick<RowTable, 'name'>, build: number): string => `rm.${name}_b${build}`;

function columnsOf(entity: new () => object): TableColumn[] {
  return getMetadataArgsStorage()
    .columns.filter(({ target }) => target === entity)
    .map(({ propertyName, options }) => ({
      property: propertyName,
      name: options.name ?? propertyName,
      type: String(options.type),
    }));
}

/** `"row"` is a word of SQL's own, so all names are quoted. */
export const quoted = (name: string): string => `"${name}"`;
