import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { ObjectLink } from '../ui/object-link.js';
import { useScreenWords } from '../words/screen-words.js';
import type { Batch } from './batch.js';
import type { CheckedRow, Note } from './check.js';
import classes from './paste.module.css';
import { pasteWords } from './paste.words.js';
import type { Checked } from './use-checked.js';

const SHOWN = 60;

interface Props {
  readonly batch: Batch;
  readonly checked: Checked;
  readonly goTo: (row: number, column: number | undefined) => void;
  readonly leave: (row: number) => void;
}

interface Line {
  readonly note: Note;
  readonly rows: readonly number[];
}

/** What is wrong or doubtful, each with the way to its cell; what all rows lack is said once. */
export function PasteNotes({ batch, checked, goTo, leave }: Props) {
  const words = useScreenWords(pasteWords);
  const lines = useMemo(() => linesOf(batch, checked), [batch, checked]);
  return (
    <section aria-label={words.notes}>
      <Title order={2} size="h5">
        {words.notes}
      </Title>
      {lines.length === 0 && <Text c="dimmed">{words.notesNone}</Text>}
      <div className={classes.notes} tabIndex={lines.length > 0 ? 0 : undefined} role="group" aria-label={words.notes}>
        {lines.slice(0, SHOWN).map(({ note, rows }, index) => (
          <Stack key={index} gap={2} className={classes.note}>
            <span>
              <strong style={{ color: `var(--soquy-${note.level === 'bad' ? 'danger' : 'warn'})` }}>
                {note.level === 'bad' ? '✖ ' : '⚠ '}
              </strong>
              {rows.length > 1 ? (
                words.noteRows({ n: rows.length })
              ) : (
                <Anchor component="button" type="button" size="sm" onClick={() => goTo(rows[0]!, note.column)}>
                  {words.noteAt({ row: rows[0]! })}
                </Anchor>
              )}
              {' · '}
              {note.text} {note.known && <ObjectLink link={{ ...note.known, title: words.see }} />}
            </span>
            {rows.length === 1 && (
              <Group>
                <Button variant="subtle" size="compact-xs" onClick={() => leave(rows[0]!)}>
                  {words.leaveOne({ n: rows[0]! })}
                </Button>
              </Group>
            )}
          </Stack>
        ))}
        {lines.length > SHOWN && <Text size="sm">{words.more({ n: lines.length - SHOWN })}</Text>}
      </div>
    </section>
  );
}

function linesOf({ refused }: Batch, { rows, states }: Checked): readonly Line[] {
  const open = rows.filter(({ id }) => ['bad', 'doubt'].includes(states.get(id)!));
  const notesOf = ({ id, notes }: CheckedRow): readonly Note[] => {
    const said = refused[id];
    return said === undefined ? notes : [{ level: 'bad', text: said }, ...notes];
  };
  const everywhere = new Map<string, { note: Note; rows: number[] }>();
  const lines: Line[] = [];
  for (const row of open)
    for (const note of notesOf(row)) {
      if (note.column !== undefined || refused[row.id] === note.text) {
        lines.push({ note, rows: [row.id] });
        continue;
      }
      const line = everywhere.get(note.text) ?? { note, rows: [] };
      line.rows.push(row.id);
      everywhere.set(note.text, line);
    }
  const rank = ({ note }: Line) => (note.level === 'bad' ? 0 : 1);
  return [...everywhere.values(), ...lines].sort((a, b) => rank(a) - rank(b));
}
