import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isDataError, RefusedRow } from '../database/errors.js';
import { quoted, type TableColumn } from '../tables/columns.js';

/** PostgreSQL's COPY text: tab-separated, `\N` for null. */
function copyText(columns: readonly TableColumn[], rows: readonly object[]): string {
  const cells = columns.map(({ property, type }) => ({ property, encode: ENCODERS[type] ?? String }));
  let text = '';
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    let separator = '';
    for (const { property, encode } of cells) {
      const value = row[property];
      text += separator + (value === null || value === undefined ? '\\N' : encode(value as never));
      separator = '\t';
    }
    text += '\n';
  }
  return text;
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

/** Encoded in pieces, so that little text is alive at a time. */
const ROWS_A_CHUNK = 500;

/** COPY names the line it could not take; its row names the event it comes from. */
function refusal(error: Error, rows: readonly Partial<Readonly<Record<'position' | 'knownFrom', string>>>[]): Error {
  const line = /, line (\d+)/.exec((error as { where?: string }).where ?? '')?.[1];
  const row = line && isDataError(error) ? rows[Number(line) - 1] : undefined;
  const position = row?.position ?? row?.knownFrom;
  return position === undefined ? error : new RefusedRow(position, error);
}

/** Writes rows into a table in one go; nothing for no rows. */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly TableColumn[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  await new Promise<void>((resolve, reject) => {
    const copy = client.query(copyFrom(`copy ${table} (${names}) from stdin`));
    copy.on('error', (error) => reject(refusal(error, rows)));
    copy.on('finish', resolve);
    for (let first = 0; first < rows.length; first += ROWS_A_CHUNK)
      copy.write(copyText(columns, rows.slice(first, first + ROWS_A_CHUNK)));
    copy.end();
  });
}
