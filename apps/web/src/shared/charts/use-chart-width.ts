import { usePrinting } from '../print/printing.js';

/** What a frame leaves of A4 between its margins; other paper scales the drawing. */
const ON_PAPER_PX = 660;

/** As wide as its frame; on paper, which no observer measures in time, as wide as paper is. */
export const useChartWidth = (): number | '100%' => (usePrinting() ? ON_PAPER_PX : '100%');
