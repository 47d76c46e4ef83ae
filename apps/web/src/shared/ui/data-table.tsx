import { Table, UnstyledButton } from '@mantine/core';
import {
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { usePrinting } from '../print/printing.js';
import { useLanguage } from '../words/language.js';
import { useScreenful } from './use-screenful.js';
import classes from './data-table.module.css';

/** A column: its heading, its cell, and, where it can be sorted by, what by. */
export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Text is sorted as Vietnamese is. */
  readonly sortBy?: (row: Row) => number | string;
  readonly isNumber?: boolean;
  /** Codes and days stay on one line. */
  readonly isShort?: boolean;
  /** Left out on narrow screens. */
  readonly isMinor?: boolean;
}

interface Props<Row> {
  /** What the table lists; read out before it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly sort?: { readonly id: string; readonly desc?: boolean };
  /** Enter on a row, or a click beside its links. */
  readonly onOpen?: (row: Row) => void;
  /** Sums and the like, under the rows: one cell a column. */
  readonly footer?: readonly ReactNode[];
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns: { basic: sortFn_basic } });
const collator = new Intl.Collator('vi', { numeric: true });

/** A dense table: sorted by its headings, walked by arrow keys, printed with its headings on every sheet. */
export function DataTable<Row extends object>({ caption, columns, rows, keyOf, sort, onOpen, footer }: Props<Row>) {
  const language = useLanguage();
  const [sorting, setSorting] = useState<SortingState>(sort ? [{ id: sort.id, desc: sort.desc ?? false }] : []);
  const defined = useMemo(() => columns.map(definitionOf), [columns]);
  const table = useTable({
    features,
    columns: defined,
    data: rows as Row[],
    getRowId: keyOf,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const { drawn, isWhole } = useScreenful(table.getRowModel().rows);
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <Table.ScrollContainer minWidth={320} className={classes.scroll}>
      <Table highlightOnHover verticalSpacing={6} lang={language} className={classes.table} aria-busy={!isWhole || undefined}>
        <Table.Caption className={classes.unseen}>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {table.getHeaderGroups()[0]?.headers.map(({ column }) => (
              <Heading
                key={column.id}
                column={byId.get(column.id)!}
                sorted={column.getIsSorted()}
                toggle={() => column.toggleSorting()}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drawn.map(({ id, original }) => (
            <Line key={id} row={original} columns={columns} onOpen={onOpen} />
          ))}
        </Table.Tbody>
        {footer && (
          <Table.Tfoot>
            <Table.Tr>
              {footer.map((cell, index) => (
                <Table.Td key={columns[index]?.id ?? index} className={columns[index] && cellClass(columns[index])}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Table.ScrollContainer>
  );
}

interface LineProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly onOpen: ((row: Row) => void) | undefined;
}

/** Written as the table's own parts would write it: there are hundreds of these, and each part would work out its style anew. */
function Line<Row>({ row, columns, onOpen }: LineProps<Row>) {
  return (
    <tr
      className={Table.classes.tr}
      data-with-row-border
      data-hover
      tabIndex={onOpen ? 0 : undefined}
      onKeyDown={onOpen && ((event) => walk(event, () => onOpen(row)))}
    >
      {columns.map((column) => (
        <td key={column.id} className={[Table.classes.td, cellClass(column)].filter(Boolean).join(' ')}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

const cellClass = <Row,>({ isNumber, isShort, isMinor }: Column<Row>) =>
  [isNumber && 'soquy-number', isShort && classes.short, isMinor && classes.minor].filter(Boolean).join(' ') || undefined;

function definitionOf<Row extends object>({ id, sortBy }: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id,
    accessorFn: sortBy ?? (() => ''),
    enableSorting: sortBy !== undefined,
    sortFn: (a, b) => compare(a.getValue<number | string>(id), b.getValue<number | string>(id)),
  };
}

const compare = (a: number | string, b: number | string) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sorted: false | 'asc' | 'desc';
  readonly toggle: () => void;
}

function Heading<Row>({ column, sorted, toggle }: HeadingProps<Row>) {
  // A browser repeats on the next sheet what is text, and no buttons; who came to one by keyboard stays there.
  const isPrinting = usePrinting();
  const direction = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none';
  const told = (
    <>
      {column.heading}
      {sorted && <span aria-hidden="true">{sorted === 'asc' ? ' ▲' : ' ▼'}</span>}
    </>
  );
  return (
    <Table.Th scope="col" className={cellClass(column)} aria-sort={column.sortBy ? direction : undefined}>
      {column.sortBy && (
        <UnstyledButton className={isPrinting ? classes.unseen : classes.heading} onClick={toggle}>
          {!isPrinting && told}
        </UnstyledButton>
      )}
      {(!column.sortBy || isPrinting) && told}
    </Table.Th>
  );
}

/** Up and down go from row to row, Enter opens; keys pressed within a row's own controls are theirs. */
function walk(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  const to = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
  if (to instanceof HTMLElement) {
    event.preventDefault();
    to.focus();
  }
  if (event.key === 'Enter') open();
}
