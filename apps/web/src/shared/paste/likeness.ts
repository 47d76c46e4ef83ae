import { foldText } from '@soquy/kernel';

/** From here on two names are told as nearly the same. */
export const NEARLY = 0.85;

/** What every name of a register begins with tells nothing. */
const COMMON = /\b(hop tac xa|htx|to hop tac|tht|lien hiep htx|lhhtx|cong ty|cty|tnhh|co so|lop)\b/g;
const SHORT: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bnn\b/g, 'nong nghiep'],
  [/\bdv\b/g, 'dich vu'],
  [/\btm\b/g, 'thuong mai'],
  [/\bsx\b/g, 'san xuat'],
  [/\bkd\b/g, 'kinh doanh'],
];

/** A name as it is compared: without accents, signs and what is common to all. */
export function comparable(name: string): string {
  const folded = foldText(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const long = SHORT.reduce((text, [short, whole]) => text.replace(short, whole), folded);
  const own = long.replace(COMMON, ' ').replace(/\s+/g, ' ').trim();
  return own || folded;
}

function trigrams(text: string): readonly string[] {
  const padded = `  ${text} `;
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)))];
}

const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).join(' ');

export interface Near<Item> {
  readonly item: Item;
  /** From 0 to 1; 1 is the same name. */
  readonly likeness: number;
}

interface Entry<Item> {
  readonly item: Item;
  readonly numbers: string;
  readonly size: number;
}

/**
 * Finds the name nearest to another by what they share of three letters in a row. Shared threes are counted for the whole index at
 * once, which costs the same however alike the names of a register are. Names with other numbers in them are other names.
 */
export class NameIndex<Item> {
  private readonly entries: readonly Entry<Item>[];
  private readonly holders = new Map<string, number[]>();
  private readonly shared: Uint16Array;

  constructor(items: readonly Item[], nameOf: (item: Item) => string) {
    this.entries = items.map((item, index) => {
      const name = comparable(nameOf(item));
      const grams = trigrams(name);
      for (const gram of grams) this.hold(gram, index);
      return { item, numbers: numbersOf(name), size: grams.length };
    });
    this.shared = new Uint16Array(items.length);
  }

  private hold(gram: string, index: number): void {
    const holders = this.holders.get(gram);
    if (holders) holders.push(index);
    else this.holders.set(gram, [index]);
  }

  near(name: string, takes: (item: Item) => boolean = () => true): Near<Item> | undefined {
    const own = comparable(name);
    const grams = trigrams(own);
    const numbers = numbersOf(own);
    this.count(grams);
    let best: Near<Item> | undefined;
    for (let index = 0; index < this.entries.length; index += 1) {
      const { item, size, numbers: others } = this.entries[index]!;
      const likeness = (2 * this.shared[index]!) / (grams.length + size);
      if (likeness < NEARLY || likeness <= (best?.likeness ?? 0)) continue;
      if (others === numbers && takes(item)) best = { item, likeness };
    }
    return best;
  }

  private count(grams: readonly string[]): void {
    this.shared.fill(0);
    for (const gram of grams) for (const index of this.holders.get(gram) ?? []) this.shared[index]! += 1;
  }
}
