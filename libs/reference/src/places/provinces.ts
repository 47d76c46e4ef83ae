import { CODE_SYSTEMS, type CodeSystem, type Province } from '../place-map/place-map.events.js';
import { publishedPlaceMaps } from '../published/provinces.js';
import { nameKey } from './names.js';

const TABLES = new Map(
  publishedPlaceMaps.map((map) => [map.codeSystem, new Map(map.provinces.map((province) => [province.code, province]))]),
);

const NEW_OF_OLD = new Map(
  [...TABLES.get('QD19-2025')!.values()].flatMap(({ code, formerCodes = [] }) => formerCodes.map((old) => [old, code] as const)),
);

/** Other spellings in use, by old code. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  '06': ['Bắc Cạn'],
  '46': ['Thừa Thiên Huế'],
  '62': ['Kontum'],
  '66': ['Đăk Lăk', 'Đắc Lắc'],
  '67': ['Đăk Nông', 'Đắc Nông'],
  '79': ['HCM', 'TPHCM'],
};

/** A code with its system, `TCTK63:84`; undefined for a bare code, an unknown system or a code the system does not have. */
export function parsePlace(place: string): { readonly codeSystem: CodeSystem; readonly province: Province } | undefined {
  const [system, code] = place.split(':');
  const codeSystem = CODE_SYSTEMS.find((known) => known === system);
  const province = codeSystem && code !== undefined ? TABLES.get(codeSystem)!.get(code) : undefined;
  return codeSystem && province && place === placeOf(codeSystem, province.code) ? { codeSystem, province } : undefined;
}

const placeOf = (codeSystem: CodeSystem, code: string): string => `${codeSystem}:${code}`;

/** What the unit was called in its own system. */
export const provinceName = (place: string): string | undefined => parsePlace(place)?.province.name;

/**
 * The same place on the map asked for ("theo địa giới cũ / mới"). Every old province went whole into one new, so old to new
 * always has an answer; new to old only where nothing was merged, undefined elsewhere.
 */
export function provinceOf(place: string, basis: CodeSystem): string | undefined {
  const parsed = parsePlace(place);
  if (!parsed) return undefined;
  const { codeSystem, province } = parsed;
  if (codeSystem === basis) return place;
  if (basis === 'QD19-2025') return placeOf(basis, NEW_OF_OLD.get(province.code)!);
  const old = oldProvincesOf(place);
  return old.length === 1 ? old[0] : undefined;
}

/** The old provinces that make up a new one: what sums over years before 01/07/2025 are added from (domain.md G3, EX-21). */
export function oldProvincesOf(place: string): readonly string[] {
  const parsed = parsePlace(place);
  if (parsed?.codeSystem !== 'QD19-2025') return [];
  return (parsed.province.formerCodes ?? []).map((code) => placeOf('TCTK63', code));
}

/** Places of that name, in the order of the systems; one name may be an old and a new unit. */
export function provincesNamed(name: string): readonly string[] {
  const key = nameKey(name);
  const spelled = (codeSystem: CodeSystem, { code, name: own }: Province) =>
    [own, ...(codeSystem === 'TCTK63' || NEW_OF_OLD.get(code) === code ? (ALIASES[code] ?? []) : [])].some(
      (spelling) => nameKey(spelling) === key,
    );
  return [...TABLES].flatMap(([codeSystem, provinces]) =>
    [...provinces.values()].filter((province) => spelled(codeSystem, province)).map(({ code }) => placeOf(codeSystem, code)),
  );
}

/** Codes whose digits name one unit in the old system and another in the new one (domain.md G2). */
export function codeTraps(): readonly string[] {
  const [older, newer] = CODE_SYSTEMS.map((system) => TABLES.get(system)!) as [Map<string, Province>, Map<string, Province>];
  return [...newer.values()]
    .filter(({ code, name }) => older.has(code) && older.get(code)!.name !== name)
    .map(({ code }) => code);
}
