const PLACE = 'soquy-attempts';
/** More than anybody leaves unanswered; the oldest go first. */
const MOST = 500;

type Keys = Readonly<Record<string, string>>;
type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Keys of what was sent and not answered yet, by who wished what. A wish that is sent again gets its key again, also from a form
 * that was closed and opened anew or a page that was loaded again in between; once it is recorded, the same wish is another one.
 * Only a short mark of the wish is kept, not what it says.
 */
export class Attempts {
  constructor(
    private readonly newKey: () => string,
    private readonly kept: Kept,
  ) {}

  keyOf(wish: string): string {
    const mark = markOf(wish);
    const known = this.keys()[mark];
    if (known !== undefined) return known;
    const key = this.newKey();
    this.keep({ ...this.keys(), [mark]: key });
    return key;
  }

  recorded(wish: string): void {
    const { [markOf(wish)]: _, ...others } = this.keys();
    this.keep(others);
  }

  private keys(): Keys {
    try {
      return JSON.parse(this.kept.getItem(PLACE) ?? '{}') as Keys;
    } catch {
      return {};
    }
  }

  private keep(keys: Keys): void {
    this.kept.setItem(PLACE, JSON.stringify(Object.fromEntries(Object.entries(keys).slice(-MOST))));
  }
}

/** 53 bits that differ for different wishes; should two ever share them, the API refuses the second and books nothing. */
function markOf(wish: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < wish.length; index += 1) {
    const code = wish.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  // A letter in front keeps an object's keys in the order in which they came.
  return `w${((low >>> 0) * 2 ** 21 + (high >>> 11)).toString(36)}`;
}
