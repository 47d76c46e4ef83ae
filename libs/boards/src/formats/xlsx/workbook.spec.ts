import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { sheetsOf, unzipped } from '../../../../../test/support/workbook-file.js';
import type { Cell } from '../format.js';
import { columnName, STYLES } from './cells.js';
import { sheetName } from './parts.js';
import { workbookBytes, type Workbook } from './workbook.js';
import { zipped } from './zip.js';

async function* each<T>(...all: readonly T[]) {
  yield* all;
}

const columns = [
  { heading: 'Mã', kind: 'plain' },
  { heading: 'Kinh phí', kind: 'amount' },
  { heading: 'Ngày hiệu lực', kind: 'day' },
] as const;

const book = (rows: readonly (readonly Cell[])[], over: Partial<Workbook> = {}): Workbook => ({
  title: 'Lớp đào tạo',
  columns,
  rows: each(...rows),
  dayFormat: 'dd/mm/yyyy',
  cuts: { cut: 0 },
  source: () => ({ title: 'Nguồn', lines: [['Số dòng', rows.length]] }),
  ...over,
});
const written = (made: Workbook) => buffer(Readable.from(workbookBytes(made)));

/** What a library that did not write the file finds in a cell. */
async function readBack(made: Workbook, row: number): Promise<readonly unknown[]> {
  const { sheets } = await readXlsx(await written(made));
  return sheets[0]!.rows[row]!;
}

describe('a workbook', () => {
  it('has whole numbers, real days and text, told by the file itself', async () => {
    const [sheet] = sheetsOf(await written(book([['LH-1', 381_405_000, '2020-06-12']])));
    const cell = (at: string) => sheet!.cells.get(at);
    expect(sheet!.name).toBe('Lớp đào tạo');
    expect(cell('A2')).toEqual({ kind: 'inlineStr', style: STYLES.plain, text: 'LH-1' });
    expect(cell('B2')).toEqual({ kind: 'n', style: STYLES.amount, text: '381405000' });
    expect(cell('C2')).toEqual({ kind: 'n', style: STYLES.day, text: '43994' });
  });

  it('is read alike by a library that did not write it', async () => {
    expect(await readBack(book([['LH-1', 381_405_000, '2020-06-12']]), 1)).toEqual([
      'LH-1',
      381_405_000,
      new Date('2020-06-12T00:00:00Z'),
    ]);
  });

  it('keeps its heading in sight, bold, with a filter as far as the rows reach', async () => {
    const file = await written(book([['a'], ['b']]));
    const [sheet] = sheetsOf(file);
    expect([...sheet!.cells].slice(0, 3).map(([at, { text, style }]) => [at, text, style])).toEqual([
      ['A1', 'Mã', STYLES.head],
      ['B1', 'Kinh phí', STYLES.head],
      ['C1', 'Ngày hiệu lực', STYLES.head],
    ]);
    expect(sheet!.xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet!.xml).toContain('<autoFilter ref="A1:C3"/>');
    const parts = unzipped(file);
    expect(parts.get('xl/workbook.xml')!.toString()).toContain(`hidden="1">'Lớp đào tạo'!$A$1:$C$3</definedName>`);
    expect(parts.get('xl/styles.xml')!.toString()).toMatch(/<xf numFmtId="0" fontId="1" fillId="2"[^>]*applyFont="1"/);
  });

  it('says on a second sheet where it comes from, counted after the rows', async () => {
    const [, source] = sheetsOf(await written(book([['a'], ['b']])));
    expect(source!.name).toBe('Nguồn');
    expect([...source!.cells.values()].map(({ text }) => text)).toEqual(['Số dòng', '2']);
  });

  it('goes on in another sheet where one is full', async () => {
    const file = await written(book([['a'], ['b'], ['c'], ['d']], { mostRows: 3 }));
    expect(sheetsOf(file).map(({ name, cells }) => [name, cells.get('A2')?.text, cells.get('A3')?.text])).toEqual([
      ['Lớp đào tạo', 'a', 'b'],
      ['Lớp đào tạo (2)', 'c', 'd'],
      ['Nguồn', undefined, undefined],
    ]);
    const { sheets } = await readXlsx(file);
    expect(sheets.map(({ rows }) => rows.length)).toEqual([3, 3, 1]);
  });

  it('without rows still has its heading', async () => {
    expect((await readXlsx(await written(book([])))).sheets[0]!.rows).toEqual([['Mã', 'Kinh phí', 'Ngày hiệu lực']]);
  });
});

describe('cells', () => {
  const only = async (value: Cell, column = 0) => {
    const row: Cell[] = [undefined, undefined, undefined];
    row[column] = value;
    const [sheet] = sheetsOf(await written(book([row])));
    return sheet!.cells.get(`${columnName(column)}2`);
  };

  it.each([
    ['=HYPERLINK("x")'],
    ['+1'],
    ['@x'],
    ['-5'],
    ["'x"],
    ['  x '],
    ['a\nb\tc'],
    ['<b>&amp;"'],
    ['_x000D_'],
    ['Lớp 🎓 đan'],
  ])('%j stays the text it is, never a formula', async (text) => {
    expect(await only(text)).toEqual({ kind: 'inlineStr', style: STYLES.plain, text });
    expect((await readBack(book([[text]]), 1))[0]).toBe(text);
    const [sheet] = sheetsOf(await written(book([[text]])));
    expect(sheet!.xml).not.toContain('<f');
  });

  it('hold control characters as spreadsheets do, and broken Unicode as a mark', async () => {
    expect((await only('a\u0007b\rc\u0000d\uffff'))!.text).toBe('a\u0007b\rc\u0000d\uffff');
    expect((await only('x\ud800y'))!.text).toBe('x\ufffdy');
    expect((await readBack(book([['a\u0007b\rc']]), 1))[0]).toBe('a\u0007b\rc');
  });

  it.each([
    [999_999_999_999_999, 'n', '999999999999999'],
    [-999_999_999_999_999, 'n', '-999999999999999'],
    [1_000_000_000_000_000, 'inlineStr', '1000000000000000'],
    [9_007_199_254_740_993n, 'inlineStr', '9007199254740993'],
    [12n, 'n', '12'],
    [37.19, 'n', '37.19'],
    [0, 'n', '0'],
  ])('%d is exact, as a number where a spreadsheet shows all of its digits', async (value, kind, text) => {
    expect(await only(value, 1)).toMatchObject({ kind, text });
  });

  it.each([
    ['1900-02-28', 'inlineStr', '1900-02-28'],
    ['1900-03-01', 'n', '61'],
    ['2199-12-31', 'n', '109574'],
    ['infinity', 'inlineStr', 'infinity'],
    ['2020-02-31', 'inlineStr', '2020-02-31'],
  ])('%s in a column of days', async (day, kind, text) => {
    expect(await only(day, 2)).toMatchObject({ kind, text });
  });

  it('that are too long end with how much is missing, and are counted', async () => {
    const made = book([['x'.repeat(32_767)], ['🎓'.repeat(20_000)]]);
    const [sheet] = sheetsOf(await written(made));
    expect(sheet!.cells.get('A2')!.text).toBe('x'.repeat(32_767));
    expect(sheet!.cells.get('A3')!.text).toMatch(/^(🎓)+ \[…\+40000: CSV, NDJSON\]$/u);
    expect(sheet!.cells.get('A3')!.text.length).toBeLessThanOrEqual(32_767);
    expect(made.cuts).toEqual({ cut: 1 });
  });

  it('of yes and no, and of nothing', async () => {
    expect(await only(true)).toEqual({ kind: 'b', style: 0, text: '1' });
    for (const nothing of [undefined, null, '']) expect(await only(nothing)).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['Kế hoạch [2026]: A/B?', 1, 'Kế hoạch  2026   A B'],
    ["'x'", 1, 'x'],
    ['', 1, 'Sheet'],
    ['Hỗ trợ máy móc thiết bị cho các cơ sở công nghiệp', 2, 'Hỗ trợ máy móc thiết bị cho (2)'],
  ])('of sheets: %j', (title, number, name) => {
    expect(sheetName(title, number)).toBe(name);
    expect(name.length).toBeLessThanOrEqual(31);
  });

  it('of columns', () =>
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']));
});

describe('a file that breaks', () => {
  it('while rows are read breaks off, and lets go of the rows', async () => {
    let isClosed = false;
    const broken = (async function* () {
      try {
        yield ['a'];
        throw new Error('gone');
      } finally {
        isClosed = true;
      }
    })();
    await expect(written(book([], { rows: broken }))).rejects.toThrow('gone');
    expect(isClosed).toBe(true);
  });

  it('because nobody reads on lets go of the rows as well', async () => {
    let isClosed = false;
    const endless = (async function* () {
      try {
        for (let row = 0; ; row += 1) yield [`${row * 7_919}`];
      } finally {
        isClosed = true;
      }
    })();
    let bytes = 0;
    for await (const piece of workbookBytes(book([], { rows: endless }))) if ((bytes += piece.length) > 100_000) break;
    expect(isClosed).toBe(true);
  });

  it('because it would grow beyond what readers know is refused in words', async () => {
    const part = { path: 'a', text: each('x'.repeat(50_000), 'y'.repeat(50_000)) };
    await expect(buffer(Readable.from(zipped(each(part), 60_000)))).rejects.toMatchObject({ status: 413, code: 'FileTooLarge' });
  });
});
