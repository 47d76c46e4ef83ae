import type { Board, Catalogue, FigureRow, Grouping, NamedObject } from '@soquy/boards';
import { dimension } from '@soquy/boards';
import type { BoardDefinition } from './board-definitions.js';
import { markup, type Markup } from './markup.js';
import { column, table } from './layout.js';
import { figureCell } from './number.js';
import { objectName } from './object-name.js';
import { link, told, word, type View } from './view.js';

/** Days late first, as the list of overdue loans is worked off. */
export type RowOrder = (a: Row, b: Row) => number;

/** One line of a board: the same group in each metric. */
export interface Row {
  readonly key: string | null;
  readonly label?: string | undefined;
  readonly code?: string | undefined;
  readonly figures: ReadonlyMap<string, FigureRow>;
}

/** Whose each row's object is, by the object's id. */
export type Owners = ReadonlyMap<string, NamedObject>;

/** A board as a table; `total` stands below where the metrics have one that means something. */
export function boardTable(
  view: View,
  catalogue: Catalogue,
  { name, title, groupBy, metrics }: BoardDefinition,
  board: Board,
  { total = true, order, owners }: { readonly total?: boolean; readonly order?: RowOrder; readonly owners?: Owners } = {},
): Markup {
  const shown = metrics.filter((metric) => catalogue.has(metric));
  const rows = rowsOf(board, shown);
  if (order) rows.sort(order);
  const head = [
    column(groupName(view, groupBy)),
    ...(owners ? [column(word(view, 'borrower'))] : []),
    ...shown.map((metric) => column(told(view, catalogue.metric(metric).words), true)),
  ];
  const lines = rows.map(
    (row) =>
      markup`<tr><th scope="row">${rowName(view, catalogue, groupBy, row)}</th>${owners && markup`<td>${ownerOf(view, owners, row)}</td>`}${shown.map((metric) => figureCell(view, row.figures.get(metric)))}</tr>`,
  );
  const foot =
    total &&
    markup`<tr><th scope="row">${word(view, 'total')}</th>${shown.map((metric) => figureCell(view, board.whole.get(metric)))}</tr>`;
  return table(`${name}-table`, word(view, title), head, lines, foot || undefined, total);
}

const ownerOf = (view: View, owners: Owners, { key }: Row): Markup | undefined => {
  const owner = key === null ? undefined : owners.get(key);
  return owner && objectName(view, owner);
};

export function rowsOf(board: Board, metrics: readonly string[]): Row[] {
  const rows = new Map<string | null, { row: FigureRow; figures: Map<string, FigureRow> }>();
  for (const metric of metrics)
    for (const row of board.rows.get(metric)?.rows ?? []) {
      const found = rows.get(row.key) ?? { row, figures: new Map<string, FigureRow>() };
      found.figures.set(metric, row);
      rows.set(row.key, found);
    }
  const vietnamese = new Intl.Collator('vi', { numeric: true });
  const all = [...rows].map(([key, { row, figures }]): Row => ({ key, label: row.label, code: row.code, figures }));
  return all.sort(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) || vietnamese.compare(a.label ?? a.key ?? '', b.label ?? b.key ?? ''),
  );
}

const groupName = (view: View, groupBy: Grouping): string =>
  groupBy === 'object'
    ? word(view, 'loan')
    : told(view, groupBy === 'month' ? { vi: 'Tháng', en: 'Month' } : dimension(groupBy).words);

/** The group's name, leading to its own page where it is an object. */
function rowName(view: View, catalogue: Catalogue, groupBy: Grouping, { key, label, code }: Row): Markup {
  if (key === null) return markup`${word(view, 'none')}`;
  const category = groupBy === 'object' ? 'loan' : groupBy === 'month' ? undefined : dimension(groupBy).category;
  const noun = category && catalogue.feature(category)?.noun;
  const text = [groupBy === 'object' ? code : undefined, label ?? key].filter(Boolean).join(' · ');
  return noun ? markup`<a href="${link(view, `/objects/${noun}/${key}`)}">${text}</a>` : markup`${text}`;
}
