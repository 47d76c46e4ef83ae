import { Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { DataGridHandle } from 'react-data-grid';
import type { ListItem } from '../api/answers.js';
import type { CommandCard } from '../api/catalogue.js';
import { randomKey } from '../api/random-key.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { batchOf, leavingOut, withRows, type Batch } from './batch.js';
import { readClipboard } from './clipboard.js';
import { pasteColumns, type PasteColumn, type Synonyms } from './columns.js';
import type { Sameness, Values } from './duplicates.js';
import { GridPart, loadGrid } from './grid-part.js';
import { letterOf, PasteCommon, PasteMapping } from './paste-columns.js';
import { PasteMoved, PasteRepair, PasteSave, PasteTools } from './paste-actions.js';
import { PasteIntake } from './paste-intake.js';
import { PasteNotes } from './paste-notes.js';
import { PasteOutcome } from './paste-outcome.js';
import { pasteOver, type CellAt } from './paste-over.js';
import classes from './paste.module.css';
import { pasteWords } from './paste.words.js';
import { useAskedCommand } from './use-asked-command.js';
import { useBatch } from './use-batch.js';
import { useChecked, usePlaceNames, type Checked } from './use-checked.js';
import { useKnown } from './use-known.js';
import { widthsOf } from './widths.js';
import { usePasteKeys } from './use-paste-keys.js';
import { useSaving } from './use-saving.js';

/** The number of a row and its state stand before its cells. */
const COLUMNS_BEFORE = 2;

export interface PasteKind {
  readonly command: CommandCard;
  readonly noun: string;
  readonly title: string;
  /** The list where what was recorded is seen. */
  readonly seen: string;
  readonly synonyms: Synonyms;
  readonly sameness: Sameness;
  /** What of a recorded one is compared with a row. */
  readonly valuesOf: (item: ListItem) => Values;
  /** What follows from what holds for all rows and from the rows that can be recorded. */
  readonly consequences?: (common: Batch['common'], bodies: readonly Values[]) => ReactNode;
}

/** A table from a spreadsheet: pasted, understood, checked, mended in place and recorded row by row. */
export function PasteSheet({ kind: given }: { readonly kind: PasteKind }) {
  const sheet = useBatch(given.command.name);
  const command = useAskedCommand(given.command, sheet.batch?.common);
  const kind = { ...given, command };
  const { synonyms, title } = kind;
  const columns = useMemo(() => pasteColumns(command.schema, synonyms), [command, synonyms]);
  const places = usePlaceNames();
  const saving = useSaving(command, sheet);
  const isBusy = saving.progress !== undefined;
  const words = useScreenWords(pasteWords);
  const cell = useRef<CellAt | undefined>(undefined);
  const take = (text: string): boolean => {
    const cells = readClipboard(text);
    if (cells.length === 0) return false;
    if (isBusy) return true;
    const sent = sheet.batch?.sent.length ?? 0;
    if (sheet.batch && cell.current) sheet.edit(pasteOver(sheet.batch, cell.current, cells));
    else if (sent === 0 || window.confirm(words.sentDrop({ n: sent })))
      sheet.edit(batchOf(cells, columns, (each) => places.codeOf(each, undefined) !== undefined, randomKey()));
    return true;
  };
  usePasteKeys({ take, undo: () => isBusy || sheet.undo() });
  useEffect(() => void loadGrid().catch(() => undefined), []);
  if (!sheet.batch) return <PasteIntake title={title} columns={columns} take={take} />;
  return <Work {...{ kind, sheet, saving, columns }} batch={sheet.batch} onCell={(at) => (cell.current = at)} />;
}

interface WorkProps {
  readonly kind: PasteKind;
  readonly batch: Batch;
  readonly sheet: ReturnType<typeof useBatch>;
  readonly saving: ReturnType<typeof useSaving>;
  readonly columns: readonly PasteColumn[];
  readonly onCell: (cell: CellAt | undefined) => void;
}

function Work({ kind, batch, sheet, saving, columns, onCell }: WorkProps) {
  const words = useScreenWords(pasteWords);
  const { command, noun, seen, sameness, valuesOf, consequences } = kind;
  const isBusy = saving.progress !== undefined;
  const register = useKnown(noun, valuesOf, batch.id);
  const checked = useChecked(batch, command, columns, { known: register.known, sameness });
  const [onlyFaults, setOnlyFaults] = useState(false);
  return (
    <Stack gap="sm">
      <Text fw={600} role="status">
        {words.summary(checked.counts)}
      </Text>
      <Text size="sm" c="dimmed">
        {batch.above > 0 && `${words.above({ n: batch.above })} `}
        {sheet.isKept ? words.savedDraft : words.notKept}
      </Text>
      <PasteMapping
        isBusy={isBusy}
        batch={batch}
        columns={columns}
        set={(mapping) => sheet.edit({ ...batch, mapping, refused: {} })}
      />
      <PasteCommon
        isBusy={isBusy}
        command={command}
        batch={batch}
        columns={columns}
        set={(common) => sheet.edit({ ...batch, common, refused: {} })}
      >
        {consequences?.(batch.common, bodiesOf(checked))}
      </PasteCommon>
      {!isBusy && <PasteRepair batch={batch} edit={sheet.edit} />}
      {!isBusy && <PasteMoved batch={batch} checked={checked} edit={sheet.edit} />}
      <PasteTools {...{ batch, checked, sheet, onlyFaults, setOnlyFaults, isBusy }} />
      <Cells {...{ batch, checked, sheet, columns, onCell, onlyFaults, noun, isBusy }} />
      {(checked.counts.remaining > 0 || isBusy) && (
        <PasteSave command={command} batch={batch} checked={checked} saving={saving} />
      )}
      <PasteOutcome {...{ batch, checked, noun, seen, register, isBusy }} edit={sheet.edit} />
    </Stack>
  );
}

/** What the rows that can be recorded would record. */
const bodiesOf = ({ rows, states }: Checked): readonly Values[] =>
  rows.filter(({ id }) => ['good', 'doubt'].includes(states.get(id)!)).map(({ values }) => values);

interface CellsProps extends Pick<WorkProps, 'batch' | 'sheet' | 'columns' | 'onCell'> {
  readonly checked: Checked;
  readonly onlyFaults: boolean;
  readonly noun: string;
  readonly isBusy: boolean;
}

/** The grid, and beside it what is to be looked at. */
function Cells({ batch, checked, sheet, columns, onCell, onlyFaults, noun, isBusy }: CellsProps) {
  const words = useScreenWords(pasteWords);
  const language = useLanguage();
  const grid = useRef<DataGridHandle>(null);
  const rows = useMemo(() => {
    const all = batch.rows.map((row, index) => ({
      ...row,
      state: checked.states.get(row.id)!,
      notes: checked.rows[index]!.notes,
      recorded: batch.recorded[row.id],
    }));
    return onlyFaults ? all.filter(({ state }) => state === 'bad' || state === 'doubt') : all;
  }, [checked, onlyFaults]);
  const shown = useRef<readonly number[]>([]);
  shown.current = rows.map(({ id }) => id);
  const names = useMemo(
    () =>
      batch.mapping.map((pointer, index) => {
        const column = columns.find((each) => each.pointer === pointer);
        return column?.label[language] ?? words.column({ letter: letterOf(index), heading: batch.headings[index] ?? '' });
      }),
    [batch.mapping, language],
  );
  const widths = useMemo(() => widthsOf(names, batch.rows), [names, batch.id]);
  const goTo = (id: number, column: number | undefined) => {
    const rowIdx = rows.findIndex((row) => row.id === id);
    const idx = column === undefined ? 1 : column + COLUMNS_BEFORE;
    grid.current?.setActivePosition({ idx, rowIdx }, { shouldFocus: true });
  };
  useEffect(() => () => onCell(undefined), []);
  return (
    <div className={classes.work}>
      <GridPart
        handle={grid}
        rows={rows}
        names={names}
        widths={widths}
        noun={noun}
        isLocked={isBusy}
        onCell={(at) => onCell(at && { ...at, shown: () => shown.current })}
        onRows={(changed) => {
          if (isBusy) return;
          const cells = new Map(changed.map((row) => [row.id, row.cells]));
          sheet.edit(
            withRows(
              batch,
              batch.rows.map((row) => (cells.has(row.id) ? { ...row, cells: cells.get(row.id)! } : row)),
            ),
          );
        }}
      />
      <PasteNotes
        batch={batch}
        checked={checked}
        goTo={goTo}
        isLocked={isBusy}
        leave={(id) => sheet.edit(leavingOut(batch, [[id, { why: 'chosen' }]]))}
      />
    </div>
  );
}
