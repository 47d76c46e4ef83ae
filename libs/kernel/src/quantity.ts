import { known } from './known.js';

/** How exactly a count is known: "hơn, trên" over, "gần" almost, "khoảng" about, "3 - 5" range (domain.md P5). */
export const QUALIFIERS = ['exact', 'over', 'almost', 'about', 'range'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** A number as the office knows it. `valueTo` only for a range. */
export interface Quantity {
  readonly value: number;
  readonly qualifier?: Qualifier | undefined;
  readonly valueTo?: number | undefined;
}

/** The qualifier of a sum: one kind beside exact ones stays that kind, mixed kinds are "about" (api.md). */
export function mergeQualifiers(qualifiers: Iterable<Qualifier>): Qualifier {
  const kinds = new Set([...qualifiers].filter((qualifier) => qualifier !== 'exact'));
  if (kinds.size === 0) return 'exact';
  return kinds.size === 1 ? [...kinds][0]! : 'about';
}

/** As it is stored: a plain object holding only what was given. */
export const plainQuantity = (given: Quantity | undefined): Quantity | undefined =>
  given && { value: given.value, ...known({ qualifier: given.qualifier, valueTo: given.valueTo }) };

/** Whether so many can be among them: "over 30" may hold 40, "30" and "almost 30" may not. */
export const mayHold = ({ value, valueTo, qualifier = 'exact' }: Quantity, part: number): boolean =>
  qualifier === 'over' || qualifier === 'about' || part <= (valueTo ?? value);
