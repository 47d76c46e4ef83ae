import { Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
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
import { letterOf, PasteCommon, PasteMapping } from './paste-columns.js';
import { PasteRepair, PasteSave, PasteTools } from './paste-actions.js';
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
import { usePasteKeys } from './use-paste-keys.js';
import { useSaving } from './use-saving.js';

const PasteGrid = lazy(() => import('./paste-grid.js'));
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
  const command = useAskedCommand(given.command);
  const kind = { ...given, command };
  const { synonyms, title } = kind;
  const columns = useMemo(() => pasteColumns(command.schema, synonyms), [command, synonyms]);
  const sheet = useBatch(command.name);
  const places = usePlaceNames();
  const cell = useRef<CellAt | undefined>(undefined);
  const take = (text: string): boolean => {
    const cells = readClipboard(text);
    if (cells.length === 0) return false;
    if (sheet.batch && cell.current) sheet.edit(pasteOver(sheet.batch, cell.current, cells));
    else sheet.edit(batchOf(cells, columns, (each) => places.codeOf(each, undefined) !== undefined, randomKey()));
    return true;
  };
  usePasteKeys({ take, undo: sheet.undo });
  if (!sheet.batch) return <PasteIntake title={title} columns={columns} take={take} />;
  return <Work kind={kind} batch={sheet.batch} sheet={sheet} columns={columns} onCell={(at) => (cell.current = at)} />;
}

interface WorkProps {
  readonly kind: PasteKind;
  readonly batch: Batch;
  readonly sheet: ReturnType<typeof useBatch>;
  readonly columns: readonly PasteColumn[];
  readonly onCell: (cell: CellAt | undefined) => void;
}

function Work({ kind, batch, sheet, columns, onCell }: WorkProps) {
  const words = useScreenWords(pasteWords);
  const { command, noun, seen, sameness, valuesOf, consequences } = kind;
  const known = useKnown(noun, valuesOf, true);
  const checked = useChecked(batch, command, columns, known, sameness);
  const saving = useSaving(command, sheet.learn);
  const [onlyFaults, setOnlyFaults] = useState(false);
  const isBusy = saving.progress !== undefined;
  const bodies = checked.rows.filter(({ id }) => ['good', 'doubt'].includes(checked.states.get(id)!)).map(({ values }) => values);
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
        command={command}
        batch={batch}
        columns={columns}
        set={(common) => sheet.edit({ ...batch, common, refused: {} })}
      >
        {consequences?.(batch.common, bodies)}
      </PasteCommon>
      <PasteRepair batch={batch} edit={sheet.edit} />
      <PasteTools {...{ batch, checked, sheet, onlyFaults, setOnlyFaults, isBusy }} />
      <Cells {...{ batch, checked, sheet, columns, onCell, onlyFaults }} />
      {(checked.counts.remaining > 0 || isBusy) && (
        <PasteSave command={command} batch={batch} checked={checked} saving={saving} />
      )}
      <PasteOutcome batch={batch} checked={checked} noun={noun} seen={seen} edit={sheet.edit} />
    </Stack>
  );
}

interface CellsProps extends Pick<WorkProps, 'batch' | 'sheet' | 'columns' | 'onCell'> {
  readonly checked: Checked;
  readonly onlyFaults: boolean;
}

/** The grid, and beside it what is to be looked at. */
function Cells({ batch, checked, sheet, columns, onCell, onlyFaults }: CellsProps) {
  const words = useScreenWords(pasteWords);
  const language = useLanguage();
  const grid = useRef<DataGridHandle>(null);
  const rows = useMemo(() => {
    const all = batch.rows.map((row, index) => ({
      ...row,
      state: checked.states.get(row.id)!,
      notes: checked.rows[index]!.notes,
    }));
    return onlyFaults ? all.filter(({ state }) => state === 'bad' || state === 'doubt') : all;
  }, [checked, onlyFaults]);
  const names = useMemo(
    () =>
      batch.mapping.map((pointer, index) => {
        const column = columns.find((each) => each.pointer === pointer);
        return column?.label[language] ?? words.column({ letter: letterOf(index), heading: batch.headings[index] ?? '' });
      }),
    [batch.mapping, language],
  );
  const goTo = (id: number, column: number | undefined) => {
    const rowIdx = rows.findIndex((row) => row.id === id);
    const idx = column === undefined ? 1 : column + COLUMNS_BEFORE;
    grid.current?.setActivePosition({ idx, rowIdx }, { shouldFocus: true });
  };
  useEffect(() => () => onCell(undefined), []);
  return (
    <div className={classes.work}>
      <Suspense fallback={<Skeleton height={400} />}>
        <PasteGrid
          handle={grid}
          rows={rows}
          names={names}
          onCell={onCell}
          onRows={(changed) => {
            const cells = new Map(changed.map((row) => [row.id, row.cells]));
            sheet.edit(
              withRows(
                batch,
                batch.rows.map((row) => (cells.has(row.id) ? { ...row, cells: cells.get(row.id)! } : row)),
              ),
            );
          }}
        />
      </Suspense>
      <PasteNotes
        batch={batch}
        checked={checked}
        goTo={goTo}
        leave={(id) => sheet.edit(leavingOut(batch, [[id, { why: 'chosen' }]]))}
      />
    </div>
  );
}
