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

/** Signs a comparable name is made of: letters, digits and the blank. */
const SIGNS = 37;
const BLANK = 32;
const ZERO = 48;
const LETTER_A = 97;
const signOf = (code: number) => (code === BLANK ? 0 : code < LETTER_A ? code - ZERO + 1 : code - LETTER_A + 11);

/** Each three signs in a row as one number, each once, in order. */
function threesOf(text: string): Uint16Array {
  const all = new Uint16Array(text.length + 1);
  let [first, second] = [0, 0];
  for (let at = 0; at < all.length; at += 1) {
    const third = at < text.length ? signOf(text.charCodeAt(at)) : 0;
    all[at] = (first * SIGNS + second) * SIGNS + third;
    [first, second] = [second, third];
  }
  all.sort();
  return all.filter((three, at) => at === 0 || three !== all[at - 1]);
}

function sharedBy(a: Uint16Array, b: Uint16Array): number {
  let [shared, at, other] = [0, 0, 0];
  while (at < a.length && other < b.length) {
    const difference = a[at]! - b[other]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
  }
  return shared;
}

/** A name made ready to be compared. */
interface Compared {
  readonly text: string;
  readonly threes: Uint16Array;
  /** The numbers in it: names with other ones are other names. */
  readonly numbers: string;
}

/** Names made ready, each once, however often and in however many lists it stands. */
export class Names {
  private readonly known = new Map<string, Compared>();
  private readonly byText = new Map<string, Compared>();

  of(name: string): Compared {
    const known = this.known.get(name) ?? this.made(comparable(name));
    this.known.set(name, known);
    return known;
  }

  /** How many there are, as they are compared. */
  get size(): number {
    return this.byText.size;
  }

  private made(text: string): Compared {
    const made = this.byText.get(text) ?? { text, threes: threesOf(text), numbers: numbersOf(text) };
    this.byText.set(text, made);
    return made;
  }
}

export interface Near<Item> {
  readonly item: Item;
  /** From 0 to 1; 1 is the same name. */
  readonly likeness: number;
}

interface Entry<Item> {
  readonly items: Item[];
  readonly threes: Uint16Array;
}

/** Names with the same numbers in them: only these are compared. */
interface Shelf<Item> {
  readonly entries: Entry<Item>[];
  /** By three: which entries hold it. */
  readonly holders: Map<number, number[]>;
}

const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).join(' ');

/** What two names share at least where they are nearly the same, of the threes of either. */
const LEAST = NEARLY / (2 - NEARLY);

/**
 * Finds the names nearest to another by what they share of three letters in a row. Names with other numbers in them are other
 * names. Each name is looked at once however often it stands there, and only against those that share one of its rarest threes:
 * whoever shares none of these shares too few of all.
 */
export class NameIndex<Item> {
  private readonly shelves = new Map<string, Shelf<Item>>();
  private readonly found = new Map<Compared, readonly { readonly entry: Entry<Item>; readonly likeness: number }[]>();

  constructor(
    items: readonly Item[],
    nameOf: (item: Item) => string,
    readonly names: Names = new Names(),
  ) {
    const byName = new Map<Compared, Entry<Item>>();
    for (const item of items) {
      const name = names.of(nameOf(item));
      const known = byName.get(name);
      if (known) known.items.push(item);
      else byName.set(name, this.add(name, item));
    }
  }

  private add({ numbers, threes }: Compared, item: Item): Entry<Item> {
    const shelf = this.shelves.get(numbers) ?? { entries: [], holders: new Map<number, number[]>() };
    this.shelves.set(numbers, shelf);
    const entry = { items: [item], threes };
    for (const three of threes) {
      const holders = shelf.holders.get(three);
      if (holders) holders.push(shelf.entries.length);
      else shelf.holders.set(three, [shelf.entries.length]);
    }
    shelf.entries.push(entry);
    return entry;
  }

  near(name: string, takes: (item: Item) => boolean = () => true): Near<Item> | undefined {
    for (const { entry, likeness } of this.alike(this.names.of(name))) {
      const item = entry.items.find(takes);
      if (item) return { item, likeness };
    }
    return undefined;
  }

  /** The names nearly the same, the nearest first. */
  private alike(own: Compared) {
    const known = this.found.get(own);
    if (known) return known;
    const shelf = this.shelves.get(own.numbers);
    const found = shelf ? alikeOn(shelf, own.threes) : [];
    this.found.set(own, found);
    return found;
  }
}

function alikeOn<Item>(shelf: Shelf<Item>, threes: Uint16Array) {
  return [...candidatesOn(shelf, threes)]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const entry = shelf.entries[index]!;
      const likeness = (2 * sharedBy(threes, entry.threes)) / (threes.length + entry.threes.length);
      return likeness < NEARLY ? [] : [{ entry, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness);
}

function candidatesOn({ holders }: Shelf<unknown>, threes: Uint16Array): ReadonlySet<number> {
  const held = Array.from(threes, (three) => holders.get(three) ?? []).sort((a, b) => a.length - b.length);
  const looked = threes.length - Math.ceil(LEAST * threes.length) + 1;
  return new Set(held.slice(0, looked).flat());
}
