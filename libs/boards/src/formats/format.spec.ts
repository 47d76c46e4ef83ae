import { buffer, text } from 'node:stream/consumers';
import { csvOf, defused, formatOf, ndjsonOf } from './format.js';

async function* rows<Row>(...all: Row[]) {
  yield* all;
}

it('an address ending wins over Accept, which wins over JSON', () => {
  expect(formatOf('/api/v1/loans.csv', 'application/json')).toBe('csv');
  expect(formatOf('/api/v1/loans', 'text/html, application/x-ndjson;q=0.8')).toBe('ndjson');
  expect(formatOf('/api/v1/loans', '*/*')).toBe('json');
  expect(formatOf('/api/v1/loans', undefined)).toBe('json');
});

it('CSV has a byte order mark, one line of names, the separator asked for, and defused text', async () => {
  const columns = { title: (row: { title: string }) => row.title, value: (row: { value?: number }) => row.value };
  const file = csvOf(
    rows({ title: '=HYPERLINK("x")', value: -5 }, { title: 'a;b "c"' }, { title: 'Lớp đan\nlát', value: 0 }),
    columns as never,
    ';',
  );
  expect(String(await buffer(file))).toBe(`\uFEFFtitle;value\n"'=HYPERLINK(""x"")";-5\n"a;b ""c""";\n"Lớp đan\nlát";0\n`);
});

it.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '＝1'])('%j is no formula any more', (cell) => {
  expect(defused(cell)).toBe(`'${cell}`);
});

it('NDJSON is one object a line', async () => {
  expect(await text(ndjsonOf(rows({ a: 1 }, { a: 'x\ny' })))).toBe('{"a":1}\n{"a":"x\\ny"}\n');
});

it('a fault while reading rows breaks the file off', async () => {
  async function* broken() {
    yield { a: 1 };
    throw new Error('gone');
  }
  await expect(text(csvOf(broken(), { a: ({ a }) => a }, ';'))).rejects.toThrow('gone');
});
