import { dayText, instantText } from '@soquy/kernel';
import { type Board, type Catalogue, type ObjectState } from '@soquy/boards';
import { asOfBar } from './as-of-bar.js';
import { BOARDS } from './board-definitions.js';
import { boardTable, rowsOf, type Owners, type RowOrder } from './board-table.js';
import { markup, type Markup } from './markup.js';
import { layout } from './layout.js';
import { here, word, type View } from './view.js';

/** What the overview shows. A board without any of its metrics is undefined and left out. */
export interface Overview {
  readonly agencies: readonly ObjectState[] | undefined;
  readonly supportBy: 'programme' | 'agency';
  readonly budget: Board | undefined;
  readonly support: Board | undefined;
  readonly funds: Board | undefined;
  readonly overdue: Board | undefined;
  /** Whose the overdue loans are. */
  readonly borrowers: Owners;
}

/** The overview: the three boards, each number a link to its evidence. */
export function boardsPage(view: View, catalogue: Catalogue, overview: Overview): Markup {
  const { agencies, budget, support, funds, overdue, borrowers, supportBy } = overview;
  return layout(
    view,
    word(view, 'boards'),
    markup`<h1>${word(view, 'boards')}</h1>
<p class="note">${asOf(view, overview)} ${word(view, 'lead')}</p>
${asOfBar(view, agencies)}
${budget && section(view, 'budget', boardTable(view, catalogue, BOARDS.budget, budget))}
${support && section(view, 'support', markup`${tabs(view, supportBy)}${boardTable(view, catalogue, { ...BOARDS.support, groupBy: supportBy }, support)}`)}
${funds && section(view, 'funds', markup`${boardTable(view, catalogue, BOARDS.funds, funds)}${overdue && overdueList(view, catalogue, overdue, borrowers)}`)}`,
  );
}

function asOf(view: View, { budget, support, funds }: Overview): Markup {
  const figure = [budget, support, funds].flatMap((board) => [...(board?.whole.values() ?? [])])[0];
  if (!figure) return markup`${word(view, 'nothing')}`;
  const { effectiveTo, knownAt } = figure.meta;
  const until = knownAt.instant === null ? '–' : instantText(knownAt.instant);
  return markup`${word(view, 'asOf')} <strong>${dayText(effectiveTo)}</strong>, ${word(view, 'recordedUntil').toLowerCase()} <strong>${until}</strong>.`;
}

const section = (view: View, name: 'budget' | 'support' | 'funds', content: Markup): Markup =>
  markup`<section aria-labelledby="${name}"><h2 id="${name}">${word(view, name)}</h2>${content}</section>`;

const tabs = (view: View, current: 'programme' | 'agency'): Markup => markup`<ul class="tabs">
${(['programme', 'agency'] as const).map((by) => {
  const text = word(view, by === 'programme' ? 'byProgramme' : 'byAgency');
  return markup`<li>${by === current ? markup`<span aria-current="true">${text}</span>` : markup`<a href="${here(view, { by })}">${text}</a>`}</li>`;
})}
</ul>`;

/** The longest overdue first. */
const longestFirst: RowOrder = (a, b) => days(b) - days(a);
const days = ({ figures }: Parameters<RowOrder>[0]) => figures.get('loan.overdueDays')?.value ?? 0;

function overdueList(view: View, catalogue: Catalogue, board: Board, owners: Owners): Markup {
  const any = rowsOf(board, BOARDS.overdue.metrics).length > 0;
  if (!any) return markup`<p>${word(view, 'noOverdue')}</p>`;
  return boardTable(view, catalogue, BOARDS.overdue, board, { total: false, order: longestFirst, owners });
}
