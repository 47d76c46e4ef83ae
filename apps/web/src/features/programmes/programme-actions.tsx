import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ObjectAnswer } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { activityKinds } from '../../shared/forms/drafts.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { ProgrammeData } from './programme-data.js';
import { programmeWords } from './programmes.words.js';

/** What is recorded under a programme, as far as this person may. */
export function ProgrammeActions({ programme: { id } }: { readonly programme: ObjectAnswer<ProgrammeData> }) {
  const words = useScreenWords(programmeWords);
  const catalogue = useCatalogue();
  const { isPast } = useAsOf();
  const activities = activityKinds(catalogue).flatMap(({ category }) => catalogue.beginnings(category));
  return (
    <>
      {isPast && (
        <Text size="sm" c="var(--soquy-warn)">
          {words.past}
        </Text>
      )}
      {!isPast && activities.some(({ mine }) => mine) && (
        <Anchor component={Link} to="/activities/new" search={{ programme: id } as never}>
          {words.recordActivity}
        </Anchor>
      )}
      {!isPast && catalogue.command(ALLOCATE)?.mine && (
        <Anchor component={Link} to="/objects/budget-lines" search={{ act: ALLOCATE, programme: id } as never}>
          {words.allocate}
        </Anchor>
      )}
      <Anchor component={Link} to={`/objects/programmes/${id}`}>
        {words.full}
      </Anchor>
    </>
  );
}

const ALLOCATE = 'AllocateBudgetLine';
