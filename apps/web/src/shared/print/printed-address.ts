import type { Day } from '@soquy/kernel';

interface Dates {
  readonly day: Day;
  /** An instant, or a position in the log. */
  readonly known: string;
}

/**
 * A page's address with both of its dates, so that who opens it later meets the very numbers, and without any where the page has
 * none; evidence beside it stays behind.
 */
export function printedAddress(href: string, dates: Dates | undefined): string {
  const address = new URL(href);
  for (const name of ['figure', 'to', 'known']) address.searchParams.delete(name);
  if (dates) {
    address.searchParams.set('to', dates.day);
    address.searchParams.set('known', dates.known);
  }
  address.hash = '';
  return address.href;
}

interface ReadAnswer {
  readonly meta?: {
    readonly effectiveTo?: Day;
    readonly position?: string;
    readonly knownAt?: { readonly position: string };
  };
  readonly pages?: readonly ReadAnswer[];
}

type Meta = NonNullable<ReadAnswer['meta']>;

const metasOf = ({ meta, pages = [] }: ReadAnswer): readonly Meta[] => [...(meta ? [meta] : []), ...pages.flatMap(metasOf)];

/** The furthest of what answers say of themselves. */
const furthest = (answers: readonly unknown[], of: (meta: Meta) => string | undefined): string | undefined =>
  answers
    .flatMap((answer) => (typeof answer === 'object' && answer !== null ? metasOf(answer) : []))
    .map(of)
    .filter((place) => place !== undefined && place !== '')
    .sort()
    .at(-1);

/** How far the log was in the answers that a page shows: no clock of a device has a say in what was known. */
export const knownIn = (answers: readonly unknown[]): string | undefined =>
  furthest(answers, ({ position, knownAt }) => position ?? knownAt?.position);

/** The last day that the answers which a page shows tell of: a period may end before the day that the page looks at. */
export const endIn = (answers: readonly unknown[]): Day | undefined => furthest(answers, ({ effectiveTo }) => effectiveTo);
