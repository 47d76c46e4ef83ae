import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** How an answer may be written, with its media type. */
export const FORMATS = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof FORMATS;
/** Those that leave as files. */
export type FileFormat = Exclude<Format, 'json'>;
export const MEDIA_TYPES = Object.values(FORMATS) as [string, ...string[]];

/** Endings that addresses may carry in place of an `Accept` header. */
export const SUFFIXES = ['', ...Object.keys(FORMATS).map((format) => `.${format}`)];

const SUFFIX = new RegExp(`\\.(${Object.keys(FORMATS).join('|')})$`);

/** An address or name without the ending that says its format. */
export const withoutSuffix = (path: string): string => path.replace(SUFFIX, '');

/** The ending of the address, else the first of our formats that `Accept` names, else JSON. */
export function formatOf(path: string, accept: string | undefined): Format {
  const suffix = SUFFIX.exec(path)?.[1];
  if (suffix) return suffix as Format;
  const named = (accept ?? '').split(',').map((range) => range.split(';')[0]!.trim().toLowerCase());
  const found = named.flatMap((type) => (Object.keys(FORMATS) as Format[]).filter((format) => FORMATS[format] === type));
  return found[0] ?? 'json';
}

export type Cell = string | number | bigint | boolean | null | undefined;

/** One row as a file of columns shows it: column name -> what stands there. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/**
 * CSV as spreadsheets in Vietnam read it: UTF-8 with a byte order mark, the separator of the office, one line of column names
 * and nothing above it. Text that a spreadsheet would run as a formula is defused; numbers stay numbers.
 */
export function csvOf<Row>(rows: AsyncIterable<Row>, columns: Columns<Row>, separator: string): Readable {
  const writer = stringify({
    bom: true,
    delimiter: separator,
    header: true,
    columns: Object.keys(columns),
    cast: { string: defused },
  });
  return pipeline(Readable.from(csvCells(rows, columns)), writer, () => undefined); // whoever reads it sees its errors
}

async function* csvCells<Row>(rows: AsyncIterable<Row>, columns: Columns<Row>): AsyncGenerator<Cell[]> {
  for await (const cells of cellsOf(rows, columns)) yield cells.map((cell) => cell ?? '');
}

/** Rows as their columns show them. */
export async function* cellsOf<Row>(rows: AsyncIterable<Row>, columns: Columns<Row>): AsyncGenerator<Cell[]> {
  const cells = Object.values(columns);
  for await (const row of rows) yield cells.map((cell) => cell(row));
}

/** `=`, `+`, `-`, `@`, tab and return start formulas in spreadsheets, full-width forms of them as well. */
export const defused = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

/** One JSON object a line. */
export const ndjsonOf = <Row>(rows: AsyncIterable<Row>): Readable => Readable.from(linesOf(rows));

async function* linesOf<Row>(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
