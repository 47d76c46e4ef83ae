import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buffer, text } from 'node:stream/consumers';
import { sheetsOf } from '../../../../test/support/workbook-file.js';
import { bytesOf, type FileContent } from './file-bytes.js';
import type { FileFormat } from './format.js';

interface Row {
  readonly code: string;
  readonly costVnd: number;
  readonly heldOn: string;
}

const contentOf = (rows: AsyncIterable<Row>): FileContent<Row> => ({
  title: { vi: 'Lớp đào tạo', en: 'Training classes' },
  columns: { code: ({ code }) => code, costVnd: ({ costVnd }) => costVnd, heldOn: ({ heldOn }) => heldOn },
  words: { costVnd: { vi: 'Kinh phí', en: 'Cost' } },
  cells: {},
  rows,
  source: () => [[{ vi: 'Số dòng', en: 'Rows' }, 1]],
});

async function* rowsOf(count: number): AsyncGenerator<Row> {
  for (let row = 0; row < count; row += 1)
    yield { code: `LH-2026-${row}`, costVnd: 67_175_000 + row, heldOn: `2026-01-${String((row % 28) + 1).padStart(2, '0')}` };
}

const tally = () => ({ rows: 0, cut: 0 });

it('headings and sheets of a workbook are in the language asked for', async () => {
  const told = async (language: 'vi' | 'en') => {
    const file = await buffer(bytesOf(contentOf(rowsOf(1)), { format: 'xlsx', language }, tally()));
    return sheetsOf(file).map(({ name, cells }) => [name, ...[...cells.values()].slice(0, 3).map((cell) => cell.text)]);
  };
  expect(await told('vi')).toEqual([
    ['Lớp đào tạo', 'Mã', 'Kinh phí', 'heldOn'],
    ['Nguồn', 'Số dòng', '1'],
  ]);
  expect(await told('en')).toEqual([
    ['Training classes', 'Code', 'Cost', 'heldOn'],
    ['Source', 'Rows', '1'],
  ]);
});

it('rows are counted in every format', async () => {
  for (const format of ['csv', 'ndjson', 'xlsx'] as const) {
    const counted = tally();
    await text(bytesOf(contentOf(rowsOf(7)), { format, language: 'vi' }, counted));
    expect([format, counted]).toEqual([format, { rows: 7, cut: 0 }]);
  }
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The most that is held while a file of so many rows is written and thrown away, looked at four times. */
async function heldFor(format: FileFormat, rows: number): Promise<number> {
  collect();
  const before = process.memoryUsage().heapUsed;
  const counted = tally();
  let [held, next] = [0, rows / 5];
  for await (const _ of bytesOf(contentOf(rowsOf(rows)), { format, language: 'vi' }, counted)) {
    if (counted.rows < next) continue;
    next += rows / 5;
    collect();
    held = Math.max(held, process.memoryUsage().heapUsed - before);
  }
  expect(counted.rows).toBe(rows);
  return held;
}

it.each(['csv', 'ndjson', 'xlsx'] as const)('%s of 200,000 rows takes no more memory than one of 2,000', async (format) => {
  const small = await heldFor(format, 2_000);
  expect(await heldFor(format, 200_000)).toBeLessThan(small + 8 * 1024 ** 2);
});
