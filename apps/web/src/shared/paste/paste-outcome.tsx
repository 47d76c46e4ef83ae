import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ObjectLink } from '../ui/object-link.js';
import { useScreenWords } from '../words/screen-words.js';
import { takingBack, type Batch, type LeftOut } from './batch.js';
import { pasteWords } from './paste.words.js';
import type { Checked } from './use-checked.js';

interface Props {
  readonly batch: Batch;
  readonly checked: Checked;
  readonly noun: string;
  /** The list where what was recorded is seen. */
  readonly seen: string;
  readonly edit: (next: Batch) => void;
}

const SHOWN = 20;

/** What became of every row: the recorded ones by their links, the others with their reasons. */
export function PasteOutcome({ batch, checked, noun, seen, edit }: Props) {
  const words = useScreenWords(pasteWords);
  const recorded = Object.entries(batch.recorded);
  const left = Object.entries(batch.left);
  if (recorded.length === 0 && left.length === 0) return null;
  const reason = ({ why, detail }: LeftOut) => (why === 'faulty' ? words.faulty({ detail: detail ?? '' }) : words[why]);
  return (
    <Stack gap="xs">
      {recorded.length > 0 && (
        <>
          <Text fw={600} role="status">
            {words.outcome(checked.counts)}
          </Text>
          <Group gap="sm">
            <Text size="sm" component="div">
              {words.recordedRows}:{' '}
              {recorded.slice(0, SHOWN).map(([id, { objectId, code }], index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <ObjectLink link={{ id: objectId, noun, code: code ?? null }} />
                </span>
              ))}
              {recorded.length > SHOWN && ' …'}
            </Text>
            <Anchor component={Link} to={seen} size="sm">
              {words.seeAll}
            </Anchor>
          </Group>
        </>
      )}
      {left.length > 0 && (
        <>
          <Title order={2} size="h5">
            {words.leftRows} ({left.length})
          </Title>
          <List size="sm">
            {left.map(([id, out]) => (
              <List.Item key={id}>
                {words.noteAt({ row: Number(id) })}: {reason(out)}{' '}
                {out.why !== 'blank' && (
                  <Button variant="subtle" size="compact-xs" onClick={() => edit(takingBack(batch, Number(id)))}>
                    {words.takeBack({ n: Number(id) })}
                  </Button>
                )}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
