import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';

/** A page as it comes out of the printer. */
export interface Paper {
  /** What can be read on each sheet, without spaces and hyphens: a page cuts words where it likes. */
  readonly sheets: readonly string[];
  /** What a camera reads from the code on the last sheet. */
  readonly code: string;
}

/** Fine enough for a camera to tell the squares of a code apart: about 200 dots an inch. */
const SCALE = 2.8;

const NO_LETTER = /[\s\p{Cn}\p{Cc}-]/gu;

/** What a text is compared by with what is on paper. */
export const letters = (text: string): string => text.replace(NO_LETTER, '');

/** Prints a page to A4, and reads the paper. */
export async function print(page: Page): Promise<Paper> {
  const library = await PDFiumLibrary.init();
  try {
    return await readPaper(await library.loadDocument(await page.pdf({ format: 'A4' })));
  } finally {
    library.destroy();
  }
}

async function readPaper(document: PDFiumDocument): Promise<Paper> {
  const pages = [...document.pages()];
  const sheets = pages.map((each) => letters(each.getText()));
  const { data, width, height } = await pages.at(-1)!.render({ scale: SCALE, render: 'bitmap' });
  return { sheets, code: decodeQR({ data: new Uint8Array(data), width, height }) };
}
