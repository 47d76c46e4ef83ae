import { foldText, type Qualifier } from '@soquy/kernel';

/** How reports write what is not exact: "hơn 44", "khoảng 30", "3-5". */
const WRITTEN: readonly (readonly [how: RegExp, qualifier: Qualifier])[] = [
  [/^(hon|tren|over|>)\s*/, 'over'],
  [/^(gan|almost|nearly)\s*/, 'almost'],
  [/^(khoang|uoc|about|~|≈)\s*/, 'about'],
];

/** What a typed text says of how exact it is, once its number has begun. */
export function writtenQuantity(text: string): {
  readonly qualifier?: Qualifier;
  readonly value?: string;
  readonly valueTo?: string;
} {
  const typed = text.trimStart().normalize('NFC');
  const folded = foldText(typed);
  const found = WRITTEN.find(([how]) => how.test(folded));
  if (found) {
    const number = typed.slice(found[0].exec(folded)![0].length);
    return /^\d/.test(number) ? { qualifier: found[1], value: number } : {};
  }
  const [, from, to] = /^(\d[\d.]*)\s*[-–]\s*(\d[\d.]*)$/.exec(typed.trim()) ?? [];
  return from && to ? { qualifier: 'range', value: from, valueTo: to } : {};
}
