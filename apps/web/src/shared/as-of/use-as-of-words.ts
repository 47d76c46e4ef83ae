import { useScreenWords } from '../words/screen-words.js';
import { showDay } from '../format/days.js';
import { useAsOf } from './as-of.js';
import { asOfWords } from './as-of.words.js';
import { knownInstant, placeInLog } from './known.js';

/** The page's two dates in words: for the bar, for the strip over a past view, and for paper, where "current" says nothing. */
export function useAsOfWords(): { readonly bar: string; readonly past: string; readonly printed: string } {
  const words = useScreenWords(asOfWords);
  const { to, known, day: until } = useAsOf();
  const day = showDay(until);
  const upTo = words.upTo({ day });
  if (!known) return to ? { bar: upTo, past: words.pastTo({ day }), printed: upTo } : { bar: words.now, past: '', printed: upTo };
  const moment = { known: knownInstant(known) ?? words.position({ known: placeInLog(known) }) };
  const printed = words.both({ day, ...moment });
  if (!to) return { bar: words.knownBy(moment), past: words.pastKnown(moment), printed };
  return { bar: printed, past: words.pastBoth({ day, ...moment }), printed };
}
