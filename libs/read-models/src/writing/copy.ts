import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isDataError, RefusedRow } from '../database/errors.js';
import { quoted, type TableColumn } from '../tables/columns.js';

/** A cell of a row in COPY text. */
type Cell = (row: Readonly<Record<string, unknown>>) => string;

const NULL = '\\N';

/** Neighbouring rows say much the same: what a column said last is not written anew. */
function cellOf({ property, type }: TableColumn): Cell {
  const encode = ENCODERS[type] ?? String;
  let last: unknown;
  let text = NULL;
  return (row) => {
    const value = row[property];
    if (value === null || value === undefined) return NULL;
    if (value !== last) {
      last = value;
      text = encode(value as never);
    }
    return text;
  };
}

/** PostgreSQL's COPY text: tab-separated, `\N` for null. */
function lineOf(cells: readonly Cell[], row: object): string {
  let line = '';
  let separator = '';
  for (const cell of cells) {
    line += separator + cell(row as Readonly<Record<string, unknown>>);
    separator = '\t';
  }
  return line + '\n';
}

const SPECIAL = /[\\\t\n\r]/;
const EVERY_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (sign) => ESCAPES[sign]!) : text);

/** JSON has written its own signs for all but the backslash. */
function json(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
}

/** Other types hold no sign that COPY takes for its own. */
const ENCODERS: Readonly<Record<string, (value: never) => string>> = { text: escaped, json };

const BYTES_A_CHUNK = 256 * 1024;
/** Of a sign of UTF-16 in UTF-8. */
const MOST_BYTES = 3;

/** Written line by line into chunks of bytes, so that no long text is put together first. */
function* copyText(columns: readonly TableColumn[], rows: readonly object[]): Generator<Buffer> {
  const cells = columns.map(cellOf);
  let chunk = Buffer.allocUnsafe(BYTES_A_CHUNK);
  let end = 0;
  for (const row of rows) {
    const line = lineOf(cells, row);
    const room = MOST_BYTES * line.length;
    if (end + room > chunk.length) {
      yield chunk.subarray(0, end);
      chunk = Buffer.allocUnsafe(Math.max(BYTES_A_CHUNK, room));
      end = 0;
    }
    end += chunk.write(line, end);
  }
  yield chunk.subarray(0, end);
}

/** COPY names the line it could not take; its row names the event it comes from. */
function refusal(error: Error, rows: readonly Partial<Readonly<Record<'position' | 'knownFrom', string>>>[]): Error {
  const line = /, line (\d+)/.exec((error as { where?: string }).where ?? '')?.[1];
  const row = line && isDataError(error) ? rows[Number(line) - 1] : undefined;
  const position = row?.position ?? row?.knownFrom;
  return position === undefined ? error : new RefusedRow(position, error);
}

/** Writes rows into a table in one go; nothing for no rows. Columns of which no row says anything are left out. */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly TableColumn[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const told = columns.filter(({ property }) => rows.some((row) => (row as Record<string, unknown>)[property] != null));
  const names = told.map(({ name }) => quoted(name)).join(', ');
  await new Promise<void>((resolve, reject) => {
    const copy = client.query(copyFrom(`copy ${table} (${names}) from stdin`));
    copy.on('error', (error) => reject(refusal(error, rows)));
    copy.on('finish', resolve);
    for (const chunk of copyText(told, rows)) copy.write(chunk);
    copy.end();
  });
}
