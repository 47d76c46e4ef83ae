import { foldText, type Day } from '@soquy/kernel';
import { inOrder, listOn, type PlaceMap } from '../forms/places.js';

const CODE = /^[\w-]+:\d{2}$/;
const bare = (name: string) =>
  foldText(name)
    .replace(/^(tinh|thanh pho|t\.?p\.?|province of|city of)\s*\b/, '')
    .replace(/\s+(province|city)$/, '')
    .replace(/[^a-z0-9]+/g, '');

/** Other names in use, as they are compared. */
const ALSO: Readonly<Record<string, string>> = {
  hcm: 'hochiminh',
  tphcm: 'hochiminh',
  thuathienhue: 'hue',
  daclac: 'daklak',
  dacnong: 'daknong',
  baccan: 'backan',
};

/** What an old province is since it went into another. */
export interface Moved {
  readonly name: string;
  readonly code: string;
  /** Day of the merger. */
  readonly since: Day;
}

export type PlaceRead = { readonly code: string } | { readonly moved: Moved } | undefined;

interface List {
  readonly codeSystem: string;
  readonly validFrom: Day;
  /** Codes by names as they are compared, and by themselves. */
  readonly codes: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** Codes of this list by those of the list before that went into them. */
  readonly since: ReadonlyMap<string, string>;
}

/** Provinces by their names and codes, as they were on a day and as they are since. */
export class PlaceNames {
  private readonly lists: readonly List[];
  private readonly looked = new Map<string, PlaceRead>();

  constructor(maps: readonly PlaceMap[]) {
    const ordered = inOrder(maps);
    this.lists = ordered.map((map, index) => listOf(map, ordered[index - 1]));
  }

  /** Whether the lists have been read: before that nothing can be said of a name. */
  get isThere(): boolean {
    return this.lists.length > 0;
  }

  /** Number of the list in force on a day: what is read on two days of the same list is the same. */
  listOn(day: Day): number {
    return listOn(this.lists, day);
  }

  /** Without a day any list will do: what is wrong with the day is said at the day. */
  read(cell: string, day: Day | undefined): PlaceRead {
    const at = day === undefined ? undefined : this.listOn(day);
    const looked = `${at} ${cell}`;
    if (!this.looked.has(looked)) this.looked.set(looked, this.find(cell, at));
    return this.looked.get(looked);
  }

  codeOf(cell: string, day: Day | undefined): string | undefined {
    const read = this.read(cell, day);
    return read && 'code' in read ? read.code : undefined;
  }

  nameOf(code: string): string | undefined {
    return this.lists.map(({ names }) => names.get(code)).find((name) => name !== undefined);
  }

  /** The same place in the newest list: what two facts of before and after a merger are compared by. */
  latest(code: string): string {
    return this.lists.reduce((now, { since }) => since.get(now) ?? now, code);
  }

  private find(cell: string, at: number | undefined): PlaceRead {
    const key = CODE.test(cell) ? cell : bare(cell);
    const asked = ALSO[key] ?? key;
    if (at !== undefined) return this.within(asked, at);
    const code = this.lists.map(({ codes }) => codes.get(asked)).find((each) => each !== undefined);
    return code === undefined ? undefined : { code };
  }

  private within(asked: string, at: number): PlaceRead {
    const list = this.lists[at];
    const code = list?.codes.get(asked);
    if (!list || code !== undefined) return code === undefined ? undefined : { code };
    for (let before = at - 1; before >= 0; before -= 1) {
      const old = this.lists[before]!.codes.get(asked);
      if (old === undefined) continue;
      const now = this.lists.slice(before + 1, at + 1).reduce((moved, { since }) => since.get(moved) ?? moved, old);
      const name = list.names.get(now);
      return name === undefined ? undefined : { moved: { code: now, name, since: list.validFrom } };
    }
    return undefined;
  }
}

function listOf({ codeSystem, validFrom, provinces }: PlaceMap, before: PlaceMap | undefined): List {
  const full = (code: string) => `${codeSystem}:${code}`;
  return {
    codeSystem,
    validFrom,
    codes: new Map(provinces.flatMap(({ code, name }) => [full(code), bare(name)].map((key) => [key, full(code)] as const))),
    names: new Map(provinces.map(({ code, name }) => [full(code), name])),
    since: new Map(
      before &&
        provinces.flatMap(({ code, formerCodes = [] }) =>
          formerCodes.map((old) => [`${before.codeSystem}:${old}`, full(code)] as const),
        ),
    ),
  };
}
