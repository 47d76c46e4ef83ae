import { useScreenWords } from '../words/screen-words.js';
import { showDay } from '../format/days.js';
import { useAsOf } from './as-of.js';
import { asOfWords } from './as-of.words.js';
import { knownInstant, placeInLog } from './known.js';

/** The page's two dates in words: for the bar, and for the strip over a past view. */
export function useAsOfWords(): { readonly bar: string; readonly past: string } {
  const words = useScreenWords(asOfWords);
  const { to, known } = useAsOf();
  if (!to && !known) return { bar: words.now, past: '' };
  const day = showDay(to);
  if (!known) return { bar: words.upTo({ day }), past: words.pastTo({ day }) };
  const moment = { known: knownInstant(known) ?? words.position({ known: placeInLog(known) }) };
  if (!to) return { bar: words.knownBy(moment), past: words.pastKnown(moment) };
  return { bar: words.both({ day, ...moment }), past: words.pastBoth({ day, ...moment }) };
}
