/**
 * The cells of a text as spreadsheets copy it: tabs between cells, and quotes around a cell that holds a tab, a line break or a
 * quote. Rows without anything at the end are not there; those between others are. Everything is Unicode NFC.
 */
export function readClipboard(text: string): readonly (readonly string[])[] {
  const rows = split(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).map((row) => row.map(clean));
  const isBlank = (row: readonly string[]) => row.every((cell) => cell === '');
  while (rows.length > 0 && isBlank(rows.at(-1)!)) rows.pop();
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
}

/** Blanks of another kind than one plain blank between words. */
const LOOSE = /^\s|\s$|\s\s|[^\S ]|[\u200b]/;

const clean = (cell: string) => {
  const text = cell.normalize('NFC');
  return LOOSE.test(text) ? text.replace(/[\u200b\s]+/g, ' ').trim() : text;
};

function split(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(cell);
    if (text[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

function plain(text: string, from: number): readonly [cell: string, end: number] {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return [text.slice(from, end), end];
}

/** A quote that nothing closes, or that text follows, is a sign in the cell and no frame around it. */
function quoted(text: string, from: number): readonly [cell: string, end: number] {
  let at = from + 1;
  while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
  const after = text[at + 1];
  const closes = text[at] === '"' && (after === undefined || after === '\t' || after === '\n');
  return closes ? [text.slice(from + 1, at).replaceAll('""', '"'), at + 1] : plain(text, from);
}

/** Cells as a spreadsheet takes them back. */
export const clipboardText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n');
