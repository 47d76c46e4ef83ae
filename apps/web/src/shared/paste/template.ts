import { loose } from '../words/loose.js';

/** Spreadsheets read tab-separated text in this encoding with all letters and in columns, whatever the settings of the computer. */
export function templateFile(headings: readonly string[]): Blob {
  const text = `\uFEFF${headings.join('\t')}\r\n`;
  const units = Uint16Array.from(text, (_, index) => text.charCodeAt(index));
  return new Blob([units], { type: 'text/tab-separated-values' });
}

export const templateName = (title: string): string => `${loose(title).replaceAll(' ', '-')}.tsv`;
