import 'react-data-grid/lib/styles.css';
import { DataGrid, type Column, type DataGridHandle, type RenderEditCellProps } from 'react-data-grid';
import { useMemo, type KeyboardEvent, type Ref } from 'react';
import { useMantineColorScheme } from '@mantine/core';
import { useScreenWords } from '../words/screen-words.js';
import { Link } from '@tanstack/react-router';
import { pathOf } from '../ui/object-link.js';
import type { Recorded, RowState } from './batch.js';
import type { Note, PasteRow } from './sheet.js';
import classes from './paste.module.css';
import { pasteWords } from './paste.words.js';

export interface GridRow extends PasteRow {
  readonly state: RowState;
  readonly notes: readonly Note[];
  readonly recorded?: Recorded | undefined;
}

interface Props {
  readonly rows: readonly GridRow[];
  /** What each column is called. */
  readonly names: readonly string[];
  /** How much each column has to show, in pixels. */
  readonly widths: readonly number[];
  readonly noun: string;
  /** Rows are being recorded: nothing in them changes meanwhile. */
  readonly isLocked: boolean;
  readonly onRows: (changed: readonly GridRow[]) => void;
  readonly onCell: (cell: { readonly row: number; readonly column: number } | undefined) => void;
  readonly handle: Ref<DataGridHandle>;
}

/** Columns that stand before those of the paste: the number of the row and its state. */
export const COLUMNS_BEFORE = 2;
const ROW_PX = 36;
const SCROLLBAR_PX = 18;
const STATE_CLASS: Partial<Record<RowState, string | undefined>> = {
  bad: classes.bad,
  doubt: classes.doubt,
  good: classes.good,
  recorded: classes.good,
  left: classes.quiet,
};

/** The rows as they were pasted, changed in place; what is wrong stands at its cell. */
export default function PasteGrid({ rows, names, widths, noun, isLocked, onRows, onCell, handle }: Props) {
  const words = useScreenWords(pasteWords);
  const { colorScheme } = useMantineColorScheme();
  const columns = useMemo(() => columnsOf({ names, widths, noun, isLocked }, words), [names, widths, noun, isLocked, words]);
  return (
    <div onKeyDown={keepToGrid}>
      <DataGrid
        ref={handle}
        className={`${classes.grid} ${colorScheme === 'dark' ? 'rdg-dark' : 'rdg-light'}`}
        aria-label={words.grid}
        aria-description={words.gridHow}
        columns={columns}
        rows={rows}
        rowKeyGetter={({ id }) => id}
        rowHeight={ROW_PX}
        headerRowHeight={ROW_PX}
        style={{ height: (rows.length + 1) * ROW_PX + SCROLLBAR_PX }}
        onRowsChange={(all, { indexes }) => onRows(indexes.map((index) => all[index]!))}
        onActivePositionChange={({ row, column }) =>
          onCell(row && column && column.idx >= COLUMNS_BEFORE ? { row: row.id, column: column.idx - COLUMNS_BEFORE } : undefined)
        }
      />
    </div>
  );
}

/** Letters typed over a cell begin to edit it and are no keys of the page. */
function keepToGrid(event: KeyboardEvent) {
  if (!event.ctrlKey && !event.altKey && !event.metaKey) event.stopPropagation();
}

type Words = ReturnType<typeof useScreenWords<typeof pasteWords>>;

const isOpen = ({ state }: GridRow) => state === 'good' || state === 'doubt' || state === 'bad';
const noteAt = ({ notes }: GridRow, index: number) =>
  notes.find(({ column, level }) => column === index && level === 'bad') ?? notes.find(({ column }) => column === index);

function columnsOf(
  { names, widths, noun, isLocked }: Pick<Props, 'names' | 'widths' | 'noun' | 'isLocked'>,
  words: Words,
): readonly Column<GridRow>[] {
  return [
    { key: 'id', name: words.number, width: 56, frozen: true },
    {
      key: 'state',
      name: words.state,
      width: 156,
      frozen: true,
      cellClass: ({ state }) => STATE_CLASS[state],
      renderCell: ({ row, tabIndex }) => <StateText row={row} noun={noun} tabIndex={tabIndex} />,
    },
    ...names.map((name, index): Column<GridRow> => ({
      key: `c${index}`,
      name,
      resizable: true,
      minWidth: 90,
      width: widths[index]!,
      editable: (row) => !isLocked && isOpen(row),
      cellClass: (row) => {
        const note = isOpen(row) ? noteAt(row, index) : undefined;
        return row.state === 'left' ? classes.quiet : note && (note.level === 'bad' ? classes.bad : classes.doubt);
      },
      renderCell: ({ row }) => <CellText row={row} index={index} />,
      renderEditCell: (props) => <CellInput {...props} index={index} label={words.edit({ what: name, row: props.row.id })} />,
    })),
  ];
}

/** What is recorded is opened from its row. */
function StateText({ row, noun, tabIndex }: { readonly row: GridRow; readonly noun: string; readonly tabIndex: number }) {
  const words = useScreenWords(pasteWords);
  if (!row.recorded) return words[row.state];
  const { objectId, code } = row.recorded;
  return (
    <>
      ✔{' '}
      <Link to={pathOf(noun, objectId)} tabIndex={tabIndex} className={classes.opens}>
        {code ?? words.see}
      </Link>
    </>
  );
}

function CellText({ row, index }: { readonly row: GridRow; readonly index: number }) {
  const note = isOpen(row) ? noteAt(row, index) : undefined;
  const text = row.cells[index];
  if (!note) return text;
  return (
    <span title={note.text}>
      <span aria-hidden="true">{note.level === 'bad' ? '✖ ' : '⚠ '}</span>
      {text}
      <span className={classes.unseen}>, {note.text}</span>
    </span>
  );
}

interface InputProps extends RenderEditCellProps<GridRow> {
  readonly index: number;
  readonly label: string;
}

function CellInput({ row, index, label, onRowChange, onClose }: InputProps) {
  const set = (text: string) => onRowChange({ ...row, cells: row.cells.map((cell, at) => (at === index ? text : cell)) });
  return (
    <input
      className={classes.input}
      aria-label={label}
      autoFocus
      value={row.cells[index]}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={() => onClose(true, false)}
    />
  );
}
