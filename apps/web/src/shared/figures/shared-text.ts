/** What a message tells of a number: what it is, how much, as of when, and where to see it. */
export interface Message {
  readonly title: string;
  readonly scope: readonly string[];
  readonly number: string;
  readonly dates: string;
  readonly link: string;
}

/** Plain text as chats show it: no marks, no personal data, one thing a line. */
export const messageText = ({ title, scope, number, dates, link }: Message): string =>
  [[title, ...scope].join(' · '), number, dates, link].join('\n');

/** The address of a figure with both dates, so that the page around it shows the same day to whoever opens it. */
export function linkTo(
  address: string,
  { figureId, to, known }: { readonly figureId: string; readonly to: string; readonly known: string },
): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries({ to, known, figure: figureId })) if (value) url.searchParams.set(name, value);
  return url.toString();
}
