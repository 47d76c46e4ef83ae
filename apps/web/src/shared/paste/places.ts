import { foldText, type Day } from '@soquy/kernel';
import { placesOn, type PlaceMap } from '../forms/places.js';

const CODE = /^[\w-]+:\d{2}$/;
const bare = (name: string) =>
  foldText(name)
    .replace(/^(tinh|thanh pho|t\.?p\.?|province of|city of)\s+/, '')
    .replace(/\s+(province|city)$/, '')
    .replace(/[^a-z0-9]+/g, '');

/** The codes of provinces by their names, as they were called on a day. */
export class PlaceNames {
  private readonly byDay = new Map<Day, ReadonlyMap<string, string>>();

  private readonly looked = new Map<string, string | undefined>();

  constructor(private readonly maps: readonly PlaceMap[]) {}

  /** Without a day any list will do: what is wrong with the day is said at the day. */
  codeOf(name: string, day: Day | undefined): string | undefined {
    if (CODE.test(name)) return name;
    const looked = `${name} ${day ?? ''}`;
    if (!this.looked.has(looked)) this.looked.set(looked, this.find(name, day));
    return this.looked.get(looked);
  }

  private find(name: string, day: Day | undefined): string | undefined {
    const days = day === undefined ? this.maps.map(({ validFrom }) => validFrom) : [day];
    return days.map((each) => this.on(each).get(bare(name))).find((code) => code !== undefined);
  }

  private on(day: Day): ReadonlyMap<string, string> {
    const known = this.byDay.get(day) ?? new Map(placesOn(this.maps, day).map(({ code, name }) => [bare(name), code]));
    this.byDay.set(day, known);
    return known;
  }
}
