import type { PasteRow } from './sheet.js';

const LOOKED_AT = 60;
const LETTER_PX = 7.6;
const AROUND_PX = 34;
const LEAST_PX = 90;
const MOST_PX = 320;

/** What the first rows need, told by their letters: measuring them on the screen would hold the screen up. */
export const widthsOf = (names: readonly string[], rows: readonly PasteRow[]): readonly number[] =>
  names.map((name, index) => {
    const letters = Math.max(name.length, ...rows.slice(0, LOOKED_AT).map(({ cells }) => cells[index]!.length));
    return Math.round(Math.min(MOST_PX, Math.max(LEAST_PX, letters * LETTER_PX + AROUND_PX)));
  });
