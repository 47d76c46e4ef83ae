import type { Dimensions } from '@soquy/kernel';

/** An entry's own dimensions over those of its object; what an entry leaves open is the object's. */
export function laidOver(object: Dimensions, entry: Dimensions | undefined): Dimensions {
  if (!entry) return object;
  const given = Object.entries(entry).filter(([, value]) => value !== undefined);
  return { ...object, ...(Object.fromEntries(given) as Dimensions) };
}
