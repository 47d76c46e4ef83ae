import { cellXml, columnName, STYLES, textXml, type ColumnKind, type Cuts } from './cells.js';
import type { Cell } from '../format.js';
import {
  contentTypes,
  rootRelations,
  SHEET_START,
  sheetName,
  sheetPath,
  stylesOf,
  workbookRelations,
  workbookXml,
  type SheetEntry,
} from './parts.js';
import { zipped, type ZipPart } from './zip.js';

/** Most rows of one sheet, its heading among them. */
const MOST_ROWS = 1_048_576;

/** Text gathered before it is packed. */
const PIECE = 65_536;

export interface WorkbookColumn {
  readonly heading: string;
  readonly kind: ColumnKind;
}

/** A workbook of one table, and a sheet that says where it comes from. */
export interface Workbook {
  readonly title: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: AsyncIterable<readonly Cell[]>;
  readonly dayFormat: string;
  /** Asked once all rows are written, so that it can count them. */
  readonly source: () => { readonly title: string; readonly lines: readonly (readonly [label: string, value: Cell])[] };
  /** Texts that were too long are counted here. */
  readonly cuts: Cuts;
  /** Of one sheet; the rest goes on in another. */
  readonly mostRows?: number | undefined;
}

/** An XLSX file, made while it is read; memory does not grow with its rows. */
export const workbookBytes = (book: Workbook): AsyncGenerator<Buffer> => zipped(partsOf(book));

async function* partsOf({
  title,
  columns,
  rows,
  dayFormat,
  source,
  cuts,
  mostRows = MOST_ROWS,
}: Workbook): AsyncGenerator<ZipPart> {
  const sheets: SheetEntry[] = [];
  yield { path: '_rels/.rels', text: [rootRelations] };
  yield { path: 'xl/styles.xml', text: [stylesOf(dayFormat)] };
  const table = new Rows(rows);
  try {
    do {
      const before = table.taken;
      yield { path: sheetPath(sheets.length), text: tableXml(columns, table, mostRows, cuts) };
      const filtered = { columns: columns.length, rows: table.taken - before + 1 };
      sheets.push({ name: sheetName(title, sheets.length + 1), filtered });
    } while (await table.hasMore());
  } finally {
    await table.close();
  }
  const told = source();
  yield { path: sheetPath(sheets.length), text: [sourceXml(told.lines, cuts)] };
  sheets.push({ name: sheetName(told.title) });
  yield { path: 'xl/workbook.xml', text: [workbookXml(sheets)] };
  yield { path: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length)] };
  yield { path: '[Content_Types].xml', text: [contentTypes(sheets.length)] };
}

/** Rows that several sheets take from, one after the other. */
class Rows {
  taken = 0;
  private readonly source: AsyncIterator<readonly Cell[]>;
  private ahead: Promise<IteratorResult<readonly Cell[]>> | undefined;

  constructor(rows: AsyncIterable<readonly Cell[]>) {
    this.source = rows[Symbol.asyncIterator]();
  }

  async next(): Promise<readonly Cell[] | undefined> {
    const result = await (this.ahead ?? this.source.next());
    this.ahead = undefined;
    if (result.done) return undefined;
    this.taken += 1;
    return result.value;
  }

  async hasMore(): Promise<boolean> {
    return !(await (this.ahead ??= this.source.next())).done;
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }
}

/** A heading that stays in sight and filters, then rows as long as the sheet takes them. */
async function* tableXml(columns: readonly WorkbookColumn[], rows: Rows, mostRows: number, cuts: Cuts): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnName(index));
  const widths = columns.map(({ kind }, index) => columnXml(index, WIDTHS[kind]));
  let text =
    `${SHEET_START}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>` +
    `<row r="1">${columns.map(({ heading }, index) => textXml(`${letters[index]}1`, heading, STYLES.head)).join('')}</row>`;
  let row = 1;
  while (row < mostRows) {
    const values = await rows.next();
    if (!values) break;
    row += 1;
    text += `<row r="${row}">`;
    for (const [index, { kind }] of columns.entries()) text += cellXml(`${letters[index]}${row}`, values[index], kind, cuts);
    text += '</row>';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData><autoFilter ref="A1:${letters.at(-1)}${row}"/></worksheet>`;
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = { day: 12, amount: 18, plain: 24 };
const columnXml = (index: number, width: number) =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;

function sourceXml(lines: readonly (readonly [string, Cell])[], cuts: Cuts): string {
  const rows = lines.map(([label, value], index) => {
    const row = index + 1;
    return `<row r="${row}">${textXml(`A${row}`, label, STYLES.head)}${cellXml(`B${row}`, value, 'day', cuts)}</row>`;
  });
  return `${SHEET_START}<cols>${columnXml(0, 28)}${columnXml(1, 100)}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}
