import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ObjectLink } from '../ui/object-link.js';
import { useScreenWords } from '../words/screen-words.js';
import { takingBack, type Batch, type LeftOut } from './batch.js';
import { pasteWords } from './paste.words.js';
import { provenOf } from './proven.js';
import type { Checked } from './use-checked.js';
import type { RecordedList } from './use-known.js';

interface Props {
  readonly batch: Batch;
  readonly checked: Checked;
  readonly noun: string;
  /** The list where what was recorded is seen. */
  readonly seen: string;
  readonly register: RecordedList;
  readonly edit: (next: Batch) => void;
  /** Rows are being recorded at this moment. */
  readonly isBusy: boolean;
}

const SHOWN = 20;

interface ProofProps {
  readonly batch: Batch;
  readonly register: RecordedList;
}

/** Whether what was answered as recorded stands in the list, each row as one of its own. */
function Proof({ batch, register }: ProofProps) {
  const words = useScreenWords(pasteWords);
  const { found, of } = provenOf(batch, register.known);
  if (register.isReading)
    return (
      <Text size="sm" c="dimmed">
        {words.proving}
      </Text>
    );
  if (!register.isWhole) return null;
  return (
    <Text size="sm" c={found === of ? 'var(--soquy-ok)' : 'var(--soquy-danger)'} role="status">
      {found === of ? words.proven({ n: of }) : words.missing({ n: found, of })}
    </Text>
  );
}

/** What became of every row: the recorded ones by their links, the others with their reasons. */
export function PasteOutcome({ batch, checked, noun, seen, register, edit, isBusy }: Props) {
  const words = useScreenWords(pasteWords);
  const [isAll, setAll] = useState(false);
  const recorded = Object.entries(batch.recorded);
  const left = Object.entries(batch.left);
  if (recorded.length === 0 && left.length === 0) return null;
  const reason = ({ why, detail }: LeftOut) => (why === 'faulty' ? words.faulty({ detail: detail ?? '' }) : words[why]);
  return (
    <Stack gap="xs">
      {recorded.length > 0 && (
        <>
          <Text fw={600} role="status">
            {words.outcome({ ...checked.counts, waiting: checked.counts.remaining - checked.counts.refused })}
          </Text>
          {!isBusy && <Proof batch={batch} register={register} />}
          <Group gap="sm">
            <Text size="sm" component="div">
              {words.recordedRows}:{' '}
              {recorded.slice(0, isAll ? recorded.length : SHOWN).map(([id, { objectId, code }], index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <ObjectLink link={{ id: objectId, noun, code: code ?? null }} />
                </span>
              ))}
              {recorded.length > SHOWN && !isAll && (
                <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
                  {words.all({ n: recorded.length })}
                </Button>
              )}
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
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    disabled={isBusy}
                    onClick={() => edit(takingBack(batch, Number(id)))}
                  >
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
