import { Readable } from 'node:stream';
import type { Words } from '@soquy/kernel';
import type { Language } from '@soquy/kernel';
import { spoken, type CellWords } from './cell-words.js';
import { headingOf, kindOf } from './column-words.js';
import { cellsOf, csvOf, ndjsonOf, type Cell, type Columns, type FileFormat } from './format.js';
import { workbookBytes } from './xlsx/workbook.js';

/** How a file is wanted. */
export interface FileForm {
  readonly format: FileFormat;
  /** Between the columns of CSV. */
  readonly separator?: string | undefined;
  /** Of headings and of the source sheet. */
  readonly language: Language;
}

/** Rows as a file shows them. */
export interface FileContent<Row> {
  readonly title: Words;
  readonly columns: Columns<Row>;
  /** What the slice calls its own fields. */
  readonly words: Readonly<Record<string, Words>>;
  /** What codes in its cells are called: workbooks are read by people, the other forms by machines. */
  readonly cells: CellWords;
  readonly rows: AsyncIterable<Row>;
  /** What a workbook says of itself beside the table; asked once all rows are written. */
  readonly source: () => readonly (readonly [label: Words, value: Cell])[];
}

/** What is counted while a file is written. */
export interface Tally {
  rows: number;
  /** Texts that a spreadsheet's cell could not hold in full. */
  cut: number;
}

const SOURCE: Words = { vi: 'Nguồn', en: 'Source' };
/** Offices write the day first; in English the order is the one nobody mistakes. */
const DAY_FORMATS = { vi: 'dd/mm/yyyy', en: 'yyyy-mm-dd' } as const;

/** The bytes of a file, made as they are taken; memory does not grow with the rows. */
export function bytesOf<Row>(content: FileContent<Row>, { format, separator, language }: FileForm, tally: Tally): Readable {
  const { title, columns, words, cells, source } = content;
  const of = { cells, fields: words, language };
  const told = Object.entries(columns).map(([name, cell]) => [name, (row: Row) => spoken(name, cell(row), of)] as const);
  const rows = counted(content.rows, tally);
  if (format === 'csv') return csvOf(rows, columns, separator ?? ';');
  if (format === 'ndjson') return ndjsonOf(rows);
  const book = workbookBytes({
    title: title[language],
    columns: Object.keys(columns).map((name) => ({ heading: headingOf(name, words)[language], kind: kindOf(name) })),
    rows: cellsOf(rows, Object.fromEntries(told)),
    dayFormat: DAY_FORMATS[language],
    cuts: tally,
    source: () => ({ title: SOURCE[language], lines: source().map(([label, value]) => [label[language], value] as const) }),
  });
  return Readable.from(book, { objectMode: false });
}

async function* counted<Row>(rows: AsyncIterable<Row>, tally: Tally): AsyncGenerator<Row> {
  for await (const row of rows) {
    tally.rows += 1;
    yield row;
  }
}
