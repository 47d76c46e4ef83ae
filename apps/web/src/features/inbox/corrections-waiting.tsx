import { Anchor, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayInVietnam } from '@soquy/kernel';
import type { OpenCorrection, Schemas } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { showDay } from '../../shared/format/days.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { inboxWords } from './inbox.words.js';
import { ShownOf } from './shown-of.js';
import { SHOWN } from './waiting.js';

/** Corrections that a second person must decide; nothing is shown where none waits. */
export function CorrectionsWaiting() {
  const words = useScreenWords(inboxWords);
  const say = useSay();
  const { data } = useRead<Schemas['OpenCorrections']>('/api/v1/corrections', { limit: SHOWN, total: 'true' }, { asOf: false });
  if (!data || data.items.length === 0) return null;
  const columns: Column<OpenCorrection>[] = [
    { id: 'object', heading: words.name, cell: ({ object }) => <ObjectLink link={object} withCode /> },
    { id: 'of', heading: words.step, cell: ({ of }) => say(of.words) },
    { id: 'since', heading: words.since, cell: ({ recordedAt }) => showDay(dayInVietnam(new Date(recordedAt))) },
    {
      id: 'open',
      heading: words.open,
      cell: ({ correctionId }) => (
        <Anchor component={Link} to="/corrections" search={{ correction: correctionId } as never}>
          {words.open}
        </Anchor>
      ),
    },
  ];
  return (
    <Stack gap="sm" component="section" aria-label={words.corrections}>
      <Title order={2} size="h4">
        {words.corrections}
      </Title>
      <DataTable caption={words.corrections} columns={columns} rows={data.items} keyOf={({ correctionId }) => correctionId} />
      <ShownOf shown={data.items.length} total={data.total ?? data.items.length} to="/corrections" />
    </Stack>
  );
}
