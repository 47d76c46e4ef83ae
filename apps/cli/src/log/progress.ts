import type { Called } from '../command.js';
import { numberText } from '../text.js';

const EVERY = 50_000;

/** A line now and then, so that long work is seen to go on. */
export function progress({ say, language }: Called): (events: number, all?: number) => void {
  let told = 0;
  return (events, all) => {
    if (Math.abs(events - told) < EVERY) return;
    told = events;
    const counted = [events, all].flatMap((number) => (number === undefined ? [] : [numberText(number, language)])).join(' / ');
    say({ vi: `${counted} sự kiện`, en: `${counted} events` });
  };
}
