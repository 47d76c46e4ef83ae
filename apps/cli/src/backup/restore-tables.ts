import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { appTables, CHECKPOINTS, insertRow, rowLines } from './app-tables.js';
import { BackupFault } from './backup-fault.js';
import type { TableLine } from './backup-format.js';
import { nextLine, type Lines, type ReadLine } from './read-backup.js';

/**
 * Writes the tables of a backup, inside the transaction that is open, and answers the line behind them. Each table must then
 * hold exactly the backup's rows: neither fewer nor others. Where positions change, checkpoints would point anywhere: they
 * are left out, and reactors go through the log from its beginning, which does nothing twice.
 */
export async function restoreTables(client: Client, lines: Lines, samePositions: boolean): Promise<ReadLine> {
  const known = await appTables(client);
  let next = await nextLine(lines);
  while (next.line.kind === 'table') {
    const table = next.line;
    const here = known.find(({ name }) => name === table.name);
    if (!here || table.columns.some((column) => !here.columns.includes(column))) throw newer(table);
    next = await restoreTable(client, table, lines, samePositions || table.name !== CHECKPOINTS);
  }
  return next;
}

async function restoreTable(client: Client, table: TableLine, lines: Lines, isKept: boolean): Promise<ReadLine> {
  const [wanted, found] = [createHash('sha256'), createHash('sha256')];
  let next = await nextLine(lines);
  for (; next.line.kind === 'row'; next = await nextLine(lines)) {
    if (!isKept) continue;
    wanted.update(next.text);
    await insertRow(client, table, next.line.values);
  }
  for await (const text of rowLines(client, table)) found.update(text);
  if (found.digest('hex') !== wanted.digest('hex')) throw otherRows(table);
  return next;
}

const newer = ({ name }: TableLine) =>
  new BackupFault({
    vi: `Bản sao lưu có bảng ${name} theo mẫu mà phiên bản này không biết. Hãy khôi phục bằng phiên bản mới hơn.`,
    en: `The backup holds a table ${name} of a form this release does not know. Restore it with a newer release.`,
  });

const otherRows = ({ name }: TableLine) =>
  new BackupFault({
    vi: `Nơi khôi phục đã có dữ liệu khác trong bảng ${name} (tài khoản, phiên đăng nhập...). Chưa thay đổi gì; hãy khôi phục vào một DATA_DIR mới.`,
    en: `The place to restore to holds other rows in the table ${name} (accounts, sessions...). Nothing was changed; restore into a new DATA_DIR.`,
  });
