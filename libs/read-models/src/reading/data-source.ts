import pg from 'pg';
import { DataSource } from 'typeorm';
import { EntryRow } from '../tables/entry-row.js';
import { FactRow } from '../tables/fact-row.js';
import { ObjectRow } from '../tables/object-row.js';
import { ProjectionRow } from '../tables/projection-row.js';

/** Days stay `YYYY-MM-DD` (or `infinity`), whole numbers are numbers: also in queries written by hand. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.DATE]: String,
  [pg.types.builtins.INT8]: Number,
};
const getTypeParser = (oid: number, format: 'text' = 'text'): unknown => PARSERS[oid] ?? pg.types.getTypeParser(oid, format);

/** Connections for reading at the same time; more wait their turn. */
const CONNECTIONS = 10;

/** TypeORM over the read tables. The tables are made by `migrate`, never by TypeORM. */
export const readDataSource = (connectionString: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url: connectionString,
    entities: [EntryRow, ObjectRow, FactRow, ProjectionRow],
    synchronize: false,
    applicationName: 'soquy-reader',
    poolSize: CONNECTIONS,
    poolErrorHandler: () => undefined,
    extra: { types: { getTypeParser } },
  });
