import { Anchor } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problem.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { listPathOf } from '../ui/object-link.js';
import { Page } from '../ui/page.js';
import { Loaded } from '../ui/states.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { objectWords } from './objects.words.js';

interface Props<Answer> {
  readonly noun: string;
  readonly of: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'refetch' | 'isPlaceholderData'>;
  readonly children: (answer: Answer) => ReactNode;
}

/** The page of one object; while it is not there the page has the name of its kind, and where it is nowhere the way to the list. */
export function LoadedObject<Answer>({ noun, of, children }: Props<Answer>) {
  const words = useScreenWords(objectWords);
  const say = useSay();
  const kind = useCatalogue().kind(noun);
  const loaded = (
    <Loaded of={of} height={400}>
      {children}
    </Loaded>
  );
  if (of.data !== undefined || !kind) return loaded;
  const isNowhere = isProblem(of.error) && of.error.status === 404;
  return (
    <Page title={say(kind.one)}>
      {loaded}
      {isNowhere && (
        <Anchor component={Link} to={listPathOf(noun)} w="fit-content">
          {words.toList({ kind: say(kind.words) })}
        </Anchor>
      )}
    </Page>
  );
}
