import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isDataError, RefusedRow } from '../database/errors.js';
import { quoted, type TableColumn } from '../tables/columns.js';

/** PostgreSQL's COPY text: tab-separated, `\N` for null. */
function copyText(columns: readonly TableColumn[], rows: readonly object[]): string {
  const cells = columns.map(({ property, type }) => ({ property, json: type === 'json' }));
  const lines = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) =>
    cells.map(({ property, json }) => cell(row[property], json)).join('\t'),
  );
  return `${lines.join('\n')}\n`;
}

function cell(value: unknown, json: boolean): string {
  if (value === null || value === undefined) return '\\N';
  if (json) return escaped(JSON.stringify(value));
  return typeof value === 'string' ? escaped(value) : String(value);
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => text.replace(SPECIAL, (sign) => ESCAPES[sign]!);

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
  const text = copyText(columns, rows);
  await new Promise<void>((resolve, reject) => {
    const copy = client.query(copyFrom(`copy ${table} (${names}) from stdin`));
    copy.on('error', (error) => reject(refusal(error, rows)));
    copy.on('finish', resolve);
    copy.end(text);
  });
}
