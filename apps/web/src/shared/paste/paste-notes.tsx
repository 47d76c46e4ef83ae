import { Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { ObjectLink } from '../ui/object-link.js';
import { useScreenWords } from '../words/screen-words.js';
import type { Batch } from './batch.js';
import type { CheckedRow, Note } from './sheet.js';
import classes from './paste.module.css';
import { pasteWords } from './paste.words.js';
import type { Checked } from './use-checked.js';

const SHOWN = 60;

interface Props {
  readonly batch: Batch;
  readonly checked: Checked;
  readonly goTo: (row: number, column: number | undefined) => void;
  readonly leave: (row: number) => void;
  readonly isLocked: boolean;
}

interface Line {
  readonly note: Note;
  readonly rows: readonly number[];
}

/** What is wrong or doubtful, each with the way to its cell; what all rows lack is said once. */
export function PasteNotes({ batch, checked, goTo, leave, isLocked }: Props) {
  const words = useScreenWords(pasteWords);
  const lines = useMemo(() => linesOf(batch, checked), [batch, checked]);
  return (
    <section aria-label={words.notes}>
      <Title order={2} size="h5">
        {words.notes}
      </Title>
      {lines.length === 0 && <Text c="dimmed">{words.notesNone}</Text>}
      <div className={classes.notes} tabIndex={lines.length > 0 ? 0 : undefined} role="group" aria-label={words.notes}>
        {lines.slice(0, SHOWN).map((line, index) => (
          <NoteLine key={index} line={line} goTo={goTo} leave={leave} isLocked={isLocked} />
        ))}
        {lines.length > SHOWN && <Text size="sm">{words.more({ n: lines.length - SHOWN })}</Text>}
      </div>
    </section>
  );
}

/** Plain elements: many of these stand there the moment after a table was pasted. */
function NoteLine({
  line: { note, rows },
  goTo,
  leave,
  isLocked,
}: Pick<Props, 'goTo' | 'leave' | 'isLocked'> & { readonly line: Line }) {
  const words = useScreenWords(pasteWords);
  const isBad = note.level === 'bad';
  return (
    <div className={classes.note}>
      <span>
        <strong className={isBad ? classes.badSign : classes.doubtSign}>{isBad ? '✖ ' : '⚠ '}</strong>
        {rows.length > 1 ? (
          words.noteRows({ n: rows.length })
        ) : (
          <button type="button" className={classes.link} onClick={() => goTo(rows[0]!, note.column)}>
            {words.noteAt({ row: rows[0]! })}
          </button>
        )}
        {' · '}
        {note.text} {note.known && <ObjectLink link={{ ...note.known, title: words.see }} />}
      </span>
      {rows.length === 1 && (
        <button type="button" className={classes.leave} disabled={isLocked} onClick={() => leave(rows[0]!)}>
          {words.leaveOne({ n: rows[0]! })}
        </button>
      )}
    </div>
  );
}

function linesOf({ refused }: Batch, { rows, states }: Checked): readonly Line[] {
  const everywhere = new Map<string, { note: Note; rows: number[] }>();
  const lines: Line[] = [];
  const line = (row: CheckedRow, note: Note) => {
    if (note.column !== undefined || refused[row.id] === note.text) return lines.push({ note, rows: [row.id] });
    const known = everywhere.get(note.text) ?? { note, rows: [] };
    everywhere.set(note.text, known);
    return known.rows.push(row.id);
  };
  for (const row of rows) {
    const state = states.get(row.id);
    if (state !== 'bad' && state !== 'doubt') continue;
    const said = refused[row.id];
    if (said !== undefined) line(row, { level: 'bad', text: said });
    for (const note of row.notes) line(row, note);
  }
  const all = [...everywhere.values(), ...lines];
  const isBad = ({ note }: Line) => note.level === 'bad';
  return [...all.filter(isBad), ...all.filter((each) => !isBad(each))];
}
