/** Text as a string of a style sheet; whatever somebody is called, it stays text. */
export const cssText = (text: string): string =>
  `"${[...text].map((sign) => (/[\p{L}\p{N} .,:;·/()-]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join('')}"`;

export interface Foot {
  /** What the sheet is: of which dates, when and by whom it was printed. */
  readonly told: string;
  /** Before the number of the sheet: "trang". */
  readonly sheet: string;
}

const LOOK = 'font: 8pt "Be Vietnam Pro", sans-serif; color: #16202b; vertical-align: middle;';

/** The foot of every sheet, as boxes in the margin of paper. */
export const footRule = ({ told, sheet }: Foot): string => `@page {
  @bottom-left { content: ${cssText(told)}; ${LOOK} text-align: left; }
  @bottom-right { content: ${cssText(`${sheet} `)} counter(page) "/" counter(pages); ${LOOK} width: 22mm; text-align: right; }
}`;
