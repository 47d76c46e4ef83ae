import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useObjectTitle } from './object-title.js';
import { tellsCode } from './title-words.js';

/** Kinds with a page of their own; every other kind is shown by the page drawn from the catalogue. */
const OWN_PAGES: Readonly<Record<string, string>> = {
  organisations: '/organisations',
  programmes: '/programmes',
  loans: '/loans',
  funds: '/funds',
};

/** The address of an object's page. */
export const pathOf = (noun: string, id: string): string => `${OWN_PAGES[noun] ?? `/objects/${noun}`}/${id}`;

/** The address of a kind's list. */
export const listPathOf = (noun: string): string => (noun === 'funds' ? '/fund' : (OWN_PAGES[noun] ?? `/objects/${noun}`));

interface Props {
  readonly link: {
    readonly id: string;
    readonly noun: string | null;
    readonly code?: string | null;
    readonly title?: string | null;
  };
  readonly withCode?: boolean;
  /** Among other words, where colour alone would not tell it from them. */
  readonly isInText?: boolean;
}

/** An object by the name people know it by. */
export function ObjectLink({ link: { id, noun, code, title }, withCode = false, isInText = false }: Props) {
  const name = useObjectTitle()({ noun, code, title }) ?? id;
  if (noun === null) return name;
  const hasOwnCode = code && !tellsCode(name, code);
  return (
    <Anchor
      component={Link}
      to={pathOf(noun, id)}
      underline={isInText ? 'always' : 'hover'}
      data-code={hasOwnCode && !withCode ? code : undefined}
    >
      {hasOwnCode && withCode ? `${code} · ${name}` : name}
    </Anchor>
  );
}
