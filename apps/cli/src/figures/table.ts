/** Columns aligned for a terminal: numbers to the right, text to the left, two spaces between. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - width(cell));
        return right.has(column) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((each) => '─'.repeat(each)).join('  '), ...rows.map(line)];
}

/** Composed letters take one place; combining marks none. */
const width = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
