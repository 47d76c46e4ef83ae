import * as forms from '../forms/read-form.js';
import { batchOf } from './batch.js';
import { checkSheet } from './check.js';
import { sampleColumns, samplePlaces, sampleSchema } from './sample.js';

jest.mock('../forms/read-form.js', () => {
  const actual = jest.requireActual<typeof forms>('../forms/read-form.js');
  return { ...actual, readForm: jest.fn(actual.readForm) };
});

const context = {
  schema: sampleSchema,
  columns: sampleColumns,
  places: samplePlaces,
  language: 'vi',
  today: '2026-11-21',
} as const;
const KINDS = ['HTX', 'THT'];
const MEMBERS = 40;
const DAYS = 28;

/** What a table costs: how often a value was read as the form reads it. */
function readsOf(rows: number): number {
  const cells = Array.from({ length: rows }, (_, at) => [
    `HTX ${at + 1}`,
    KINDS[at % KINDS.length]!,
    'Trà Vinh',
    String(7 + (at % MEMBERS)),
    `${String(1 + (at % DAYS)).padStart(2, '0')}/05/2020`,
  ]);
  const head = ['Tên HTX', 'Loại hình', 'Tỉnh', 'Số thành viên', 'Ngày đăng ký'];
  const batch = batchOf([head, ...cells], sampleColumns, () => false, 'b1');
  jest.mocked(forms.readForm).mockClear();
  const checked = checkSheet(batch, context);
  expect(checked.filter(({ notes }) => notes.length > 0)).toEqual([]);
  return jest.mocked(forms.readForm).mock.calls.length;
}

it('reads what is the same for all rows once, and each distinct value of a column once', () => {
  const alike = KINDS.length + 1 + MEMBERS + DAYS;
  expect([readsOf(500), readsOf(1_000)]).toEqual([1 + 500 + alike, 1 + 1_000 + alike]);
});
