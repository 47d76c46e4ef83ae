import { batchOf, stateOf, type Batch } from './batch.js';
import { checkSheet } from './check.js';
import type { CheckContext } from './sheet.js';
import { readClipboard } from './clipboard.js';
import { movedPlaces, withNewName } from './moved.js';
import { sampleColumns, samplePlaces, sampleSchema } from './sample.js';

const context: CheckContext = {
  schema: sampleSchema,
  columns: sampleColumns,
  places: samplePlaces,
  language: 'vi',
  today: '2026-11-21',
};
const lines = [
  'Tên HTX\tLoại hình\tTỉnh\tNgày đăng ký',
  'HTX A1\tHTX\tBắc Giang\t30/06/2025',
  'HTX B2\tHTX\tBắc Giang\t01/07/2025',
  'HTX C3\tHTX\tbac giang\t02/05/2026',
  'HTX D4\tHTX\tTrà Vinh\t02/05/2026',
  'HTX E5\tHTX\tNơi Nào\t02/05/2026',
];
const pasted = batchOf(readClipboard(lines.join('\n')), sampleColumns, () => false, 'b1');

function movedIn(batch: Batch) {
  const rows = checkSheet(batch, context);
  return movedPlaces(batch, rows, new Map(rows.map((row) => [row.id, stateOf(batch, row)])));
}

it('gathers the rows of days since the merger that have an old name, with what it is now', () => {
  expect(movedIn(pasted)).toEqual([
    { column: 2, cell: 'Bắc Giang', name: 'Bắc Ninh', since: '2025-07-01', rows: [2, 3] },
    { column: 2, cell: 'Trà Vinh', name: 'Vĩnh Long', since: '2025-07-01', rows: [4] },
  ]);
});

it('says it at the cell', () => {
  const [, second] = checkSheet(pasted, context);
  expect(second!.notes).toMatchObject([{ level: 'bad', column: 2 }]);
  expect(second!.notes[0]!.text).toMatch(/từ 01\/07\/2025 “Bắc Giang” là Bắc Ninh\.$/);
});

it('puts the new name into these rows and no other; those of earlier days are right as they are', () => {
  const next = withNewName(pasted, movedIn(pasted)[0]!);
  expect(next.rows.map(({ cells }) => cells[2])).toEqual(['Bắc Giang', 'Bắc Ninh', 'Bắc Ninh', 'Trà Vinh', 'Nơi Nào']);
  const rows = checkSheet(next, context);
  expect(rows.slice(0, 3).map(({ values, notes }) => [values.place, notes])).toEqual([
    ['TCTK63:24', []],
    ['QD19-2025:24', []],
    ['QD19-2025:24', []],
  ]);
});

it('offers nothing for rows that are left out, or recorded', () => {
  expect(movedIn({ ...pasted, left: { 4: { why: 'chosen' } }, recorded: { 2: { objectId: 'o' } } })).toMatchObject([
    { rows: [3] },
  ]);
});
