import type { Day } from '@soquy/kernel';

interface Dates {
  readonly day: Day;
  /** An instant, or a position in the log. */
  readonly known: string;
}

/** A page's address with both of its dates, so that who opens it later meets the very numbers; evidence beside it stays behind. */
export function printedAddress(href: string, { day, known }: Dates): string {
  const address = new URL(href);
  address.searchParams.delete('figure');
  address.searchParams.set('to', day);
  address.searchParams.set('known', known);
  address.hash = '';
  return address.href;
}

interface ReadAnswer {
  readonly meta?: { readonly position?: string; readonly knownAt?: { readonly position: string } };
  readonly pages?: readonly ReadAnswer[];
}

const placesOf = ({ meta, pages = [] }: ReadAnswer): readonly (string | undefined)[] => [
  meta?.position ?? meta?.knownAt?.position,
  ...pages.flatMap(placesOf),
];

/** How far the log was in the answers that a page shows: no clock of a device has a say in what was known. */
export function knownIn(answers: readonly unknown[]): string | undefined {
  const places = answers.flatMap((answer) => (typeof answer === 'object' && answer !== null ? placesOf(answer) : []));
  return places
    .filter((place) => place !== undefined && place !== '')
    .sort()
    .at(-1);
}
