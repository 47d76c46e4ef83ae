import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBackup } from '../../apps/cli/src/backup/write-backup.js';
import { linesOf, openTarget } from '../support/backup-target.js';

it('a backup leaves out files that left: they can be asked for again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'soquy-backup-'));
  const source = await openTarget();
  await source.fillTables();
  const id = randomUUID();
  await source.query(
    `insert into app.export (id, kind, state, agency_ids, origin, form, basis) values ($1, 'job', 'done', '[]', '', '{}', '{}')`,
    [id],
  );
  await source.query(`insert into app.export_chunk values ($1, 1, 0, 'bytes')`, [id]);
  const file = join(folder, 'so-quy.gz');
  const { trailer } = await writeBackup({ ...source.parts, file });
  expect(trailer.rows).toBe(5);
  expect(linesOf(file).join('\n')).not.toContain('export');
  await source.close();
  rmSync(folder, { recursive: true });
});
