import { useNavigate, useSearch } from '@tanstack/react-router';
import { dayInVietnam, isDay, type Day } from '@soquy/kernel';
import { isKnown } from './known.js';

/** What every page's address holds, so that a pasted link shows the same thing. */
export interface CommonSearch {
  /** Ngày phát sinh: facts up to the end of this day. */
  readonly to?: Day;
  /** Ngày ghi nhận: as known at this instant or position. */
  readonly known?: string;
  readonly unit?: MoneyUnit;
  /** The figure whose evidence is open beside the page. */
  readonly figure?: string;
}

export const MONEY_UNITS = ['dong', 'trieu', 'ty'] as const;
/** The unit money is shown in; absent: the one that suits each amount. */
export type MoneyUnit = (typeof MONEY_UNITS)[number];

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads an address; what makes no sense in it is left out, as if it were not there. */
export function commonSearch(search: Readonly<Record<string, unknown>>): CommonSearch {
  const to = text(search.to);
  const known = text(search.known);
  const figure = text(search.figure);
  const unit = MONEY_UNITS.find((each) => each === search.unit);
  return {
    ...(to && isDay(to) && { to }),
    ...(known && isKnown(known) && { known }),
    ...(unit && { unit }),
    ...(figure && { figure }),
  };
}

export const today = (): Day => dayInVietnam(new Date());

export interface AsOf {
  readonly to?: Day;
  readonly known?: string;
  /** The day that numbers are shown for. */
  readonly day: Day;
  /** Nothing can be recorded while looking at the past. */
  readonly isPast: boolean;
  /** As the API takes it. */
  readonly query: { readonly effectiveTo?: Day; readonly knownAt?: string };
  readonly set: (next: { readonly to?: Day | undefined; readonly known?: string | undefined }) => void;
}

/** The dates a page looks at, from its address. A day to come is no past: dues of a month are asked by its end. */
export function useAsOf(): AsOf {
  const { to, known } = useSearch({ strict: false }) as CommonSearch;
  const navigate = useNavigate();
  const now = today();
  return {
    ...(to && { to }),
    ...(known && { known }),
    day: to ?? now,
    isPast: known !== undefined || (to !== undefined && to < now),
    query: { ...(to && { effectiveTo: to }), ...(known && { knownAt: known }) },
    set: (next) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...next }) } as never),
  };
}
