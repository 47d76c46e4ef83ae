import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ObjectAnswer } from '../../shared/api/answers.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { ProgrammeData } from './programme-data.js';
import { programmeWords } from './programmes.words.js';

/** What is recorded under a programme. */
export function ProgrammeActions({ programme }: { readonly programme: ObjectAnswer<ProgrammeData> }) {
  const words = useScreenWords(programmeWords);
  return (
    <>
      <Anchor component={Link} to="/activities/new" search={{ programme: programme.id } as never}>
        {words.recordActivity}
      </Anchor>
      <Anchor component={Link} to={`/objects/programmes/${programme.id}`}>
        {words.allocate}
      </Anchor>
    </>
  );
}
