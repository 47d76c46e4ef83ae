import type { Day } from '@soquy/kernel';
import { useScreenWords } from '../words/screen-words.js';
import { showDay } from '../format/days.js';
import { useAsOf } from './as-of.js';
import { asOfWords } from './as-of.words.js';
import { knownInstant, placeInLog } from './known.js';

interface AsOfTold {
  readonly bar: string;
  /** For the strip over a past view. */
  readonly past: string;
  /** For paper, where "current" says nothing: figures end at a day, which a period may have put before the day of the page. */
  readonly printed: (end: Day) => string;
}

/** The page's two dates in words. */
export function useAsOfWords(): AsOfTold {
  const words = useScreenWords(asOfWords);
  const { to, known, day: until } = useAsOf();
  const day = showDay(until);
  const upTo = words.upTo({ day });
  if (!known) {
    const printed = (end: Day) => words.upTo({ day: showDay(end) });
    return to ? { bar: upTo, past: words.pastTo({ day }), printed } : { bar: words.now, past: '', printed };
  }
  const moment = { known: knownInstant(known) ?? words.position({ known: placeInLog(known) }) };
  const printed = (end: Day) => words.both({ day: showDay(end), ...moment });
  if (!to) return { bar: words.knownBy(moment), past: words.pastKnown(moment), printed };
  return { bar: words.both({ day, ...moment }), past: words.pastBoth({ day, ...moment }), printed };
}
