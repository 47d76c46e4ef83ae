import { dayText, figureText, instantText, numberText, shortfallText, unknownText } from '@soquy/kernel';
import {
  dimension,
  type DimensionName,
  type EntryItem,
  type Evidence,
  type FoldItem,
  type KeyItem,
  type NamedObject,
} from '@soquy/boards';
import { eventCells, eventHead } from './event-cells.js';
import { markup, type Markup } from './markup.js';
import { column, layout, table } from './layout.js';
import { figureCell } from './number.js';
import { objectName } from './object-name.js';
import { here, link, told, word, type View } from './view.js';

/** "Where does this number come from": formula, filters, both dates, the recomputation, and the events. */
export function evidencePage(view: View, evidence: Evidence, names: ReadonlyMap<string, NamedObject>): Markup {
  const title = told(view, evidence.words);
  const notes = [unknownText(evidence, view.language), shortfallText(evidence, view.language)].filter(Boolean).join('; ');
  return layout(
    view,
    title,
    markup`<p class="note">${word(view, 'whence')}</p>
<h1>${title}</h1>
<p class="figure" data-figure="${evidence.metric}">${figureText(evidence, view.language)}</p>
${notes && markup`<p>${notes}</p>`}
<p><span class="verdict ${evidence.matches === false ? 'bad' : 'ok'}">${verdict(view, evidence)}</span></p>
<section><dl>
<dt>${word(view, 'computed')}</dt><dd>${told(view, evidence.formula)}</dd>
<dt>${word(view, 'recomputation')}</dt><dd>${told(view, evidence.method)}</dd>
<dt>${word(view, 'filters')}</dt><dd>${filters(view, evidence, names)}</dd>
<dt>${word(view, 'period')}</dt><dd>${period(evidence)}</dd>
<dt>${word(view, 'recordedUntil')}</dt><dd>${evidence.meta.knownAt.instant === null ? '–' : instantText(evidence.meta.knownAt.instant)} (${evidence.meta.knownAt.position})</dd>
</dl></section>
${evidence.parts && parts(view, evidence)}
${evidence.items && items(view, evidence)}
<p>${evidence.next && markup`<a href="${here(view, { after: evidence.next })}" rel="next">${word(view, 'more')}</a> · `}<a href="/api/v1/figures/${evidence.figureId}/evidence.xlsx">${word(view, 'downloadWorkbook')}</a> · <a href="/api/v1/figures/${evidence.figureId}/evidence.csv">${word(view, 'download')}</a></p>`,
  );
}

function verdict(view: View, { matches, recomputed }: Evidence): string {
  if (matches === null) return '–';
  const number = recomputed === null ? told(view, { vi: 'chưa rõ', en: 'not known' }) : numberText(recomputed, view.language);
  return `${word(view, 'recomputation')}: ${number} — ${word(view, matches ? 'agrees' : 'differs')}`;
}

function period({ meta: { effectiveFrom, effectiveTo } }: Evidence): string {
  return `${effectiveFrom ? dayText(effectiveFrom) : '…'} – ${dayText(effectiveTo)}`;
}

function filters(view: View, { filters: asked, agencies }: Evidence, names: ReadonlyMap<string, NamedObject>): Markup {
  const named = Object.entries(asked).map(([name, value]) => {
    const label = value === null ? word(view, 'none') : (names.get(value)?.title ?? value);
    return `${told(view, dimension(name as DimensionName).words)}: ${label}`;
  });
  const all = [
    ...named,
    ...(agencies ? [`${word(view, 'agency')}: ${agencies.map((id) => names.get(id)?.title ?? id).join(', ')}`] : []),
  ];
  return markup`${all.length > 0 ? all.join(' · ') : word(view, 'noFilters')}`;
}

const SIGNS = { plus: '+', minus: '−', numerator: '', denominator: '÷' } as const;

function parts(view: View, { parts: all = [] }: Evidence): Markup {
  const rows = all.map(
    (part) => markup`<tr><th scope="row">${SIGNS[part.role]} ${told(view, part.words)}</th>${figureCell(view, part)}</tr>`,
  );
  return table('parts', word(view, 'parts'), [column(word(view, 'computed')), column(word(view, 'number'), true)], rows);
}

function items(view: View, { items: all = [] }: Evidence): Markup {
  const [first] = all;
  if (!first) return markup`<p>${word(view, 'nothing')}</p>`;
  if ('eventId' in first) return entries(view, all as readonly EntryItem[]);
  return 'figureId' in first ? keys(view, all as readonly KeyItem[]) : objects(view, all as readonly FoldItem[]);
}

function entries(view: View, all: readonly EntryItem[]): Markup {
  const rows = all.map((item) => {
    const value = item.value === null ? told(view, { vi: 'chưa rõ', en: 'not known' }) : numberText(item.value, view.language);
    const mark = item.negates ? word(view, 'negation') : item.reversedBy ? word(view, 'reversed') : undefined;
    return markup`<tr>
<td class="number${item.reversedBy && !item.negates && ' gone'}">${value}${mark && markup`<small>${mark}</small>`}</td>
<th scope="row">${objectName(view, item.object)}</th>${eventCells(view, item)}</tr>`;
  });
  return table(
    'entries',
    word(view, 'entries'),
    [column(word(view, 'number'), true), column(word(view, 'object')), ...eventHead(view)],
    rows,
  );
}

function keys(view: View, all: readonly KeyItem[]): Markup {
  const rows = all.map(
    ({
      key,
      object,
      entries: count,
      figureId,
    }) => markup`<tr><th scope="row">${object ? objectName(view, object) : (key ?? word(view, 'none'))}</th>
<td class="number"><a href="${link(view, `/evidence/${figureId}`)}">${numberText(count, view.language)}</a></td></tr>`,
  );
  return table('keys', word(view, 'keys'), [column(word(view, 'object')), column(word(view, 'entries'), true)], rows);
}

function objects(view: View, all: readonly FoldItem[]): Markup {
  const rows = all.map(({ object, value, events }) => {
    const lines = events.map((event) => markup`<tr>${eventCells(view, event)}</tr>`);
    return markup`<tr><th scope="row">${objectName(view, object)}</th><td class="number">${numberText(value, view.language)}</td>
<td><details><summary>${numberText(events.length, view.language)}</summary>
<table><thead><tr>${eventHead(view)}</tr></thead><tbody>${lines}</tbody></table></details></td></tr>`;
  });
  const head = [column(word(view, 'object')), column(word(view, 'measured'), true), column(word(view, 'events'))];
  return table('objects', word(view, 'objects'), head, rows);
}
