import { dimension, type NamedObject, type ObjectAnswer, type Timeline, type TimelineItem } from '@soquy/boards';
import { dayText, figureText, isDay, numberText, QUALIFIERS, type Quantity, toldNumber } from '@soquy/kernel';
import type { Feature } from '@soquy/platform';
import { asOfBar } from './as-of-bar.js';
import { eventCells, eventHead } from './event-cells.js';
import { markup, type Markup } from './markup.js';
import { column, layout, table } from './layout.js';
import { objectName } from './object-name.js';
import { here, told, word, type View } from './view.js';

/** One object: what is known of it on the day asked, what it belongs to, and everything that happened to it. */
export function objectPage(
  view: View,
  { texts }: Pick<Feature, 'texts'>,
  object: ObjectAnswer,
  timeline: Timeline,
  names: ReadonlyMap<string, NamedObject>,
): Markup {
  const title = object.title || object.code;
  return layout(
    view,
    `${object.code} ${title}`,
    markup`<p class="note">${told(view, texts.name)}</p>
<h1>${title}</h1>
${asOfBar(view, undefined)}
<section aria-labelledby="facts"><h2 id="facts">${word(view, 'facts')}</h2><dl>
<dt>${word(view, 'code')}</dt><dd>${object.code}</dd>
<dt>${word(view, 'status')}</dt><dd>${told(view, object.statusWords)}</dd>
<dt>${word(view, 'standsFrom')}</dt><dd>${dayText(object.effectiveFrom)}</dd>
${belongings(view, object, names)}
${dataOf(view, texts.fields, object.data)}
</dl>
<details><summary>${word(view, 'stored')}</summary><pre>${JSON.stringify(object.data, undefined, 1)}</pre></details></section>
${timelineTable(view, timeline)}
${timeline.next && markup`<p><a href="${here(view, { after: timeline.next })}" rel="next">${word(view, 'more')}</a></p>`}`,
  );
}

const PARENTS = ['agency', 'programme', 'budgetLine', 'fund', 'organisation'] as const;

/** Ids of what an object belongs to. */
export const parentsOf = (object: ObjectAnswer): readonly string[] => PARENTS.flatMap((name) => object[name] ?? []);

function belongings(view: View, object: ObjectAnswer, names: ReadonlyMap<string, NamedObject>): readonly Markup[] {
  const named = PARENTS.filter((name) => object[name] !== undefined && object[name] !== object.id);
  return named.map((name) => {
    const parent = names.get(object[name]!);
    return markup`<dt>${told(view, dimension(name).words)}</dt><dd>${parent ? objectName(view, parent) : object[name]}</dd>`;
  });
}

/** Fields that people have a word for; the rest stays among what is stored. */
function dataOf(view: View, fields: Feature['texts']['fields'], data: unknown): readonly Markup[] {
  const words = fields as Readonly<Record<string, { vi: string; en: string } | undefined>>;
  const shown = Object.entries((data ?? {}) as object).filter(
    ([name]) => words[name] && !name.endsWith('Id') && name !== 'title',
  );
  return shown.flatMap(([name, value]) => {
    const text = valueOf(view, name, value);
    return text === undefined ? [] : [markup`<dt>${told(view, words[name]!)}</dt><dd>${text}</dd>`];
  });
}

/** Names say what a value is: `...Vnd` is money, `...On` a day. Undefined for what is nested deeper. */
function valueOf(view: View, name: string, value: unknown): string | undefined {
  const { language } = view;
  if (typeof value === 'number')
    return name.endsWith('Vnd') ? figureText({ value, qualifier: 'exact', unit: 'vnd' }, language) : numberText(value, language);
  if (typeof value === 'string') return name.endsWith('On') && isDay(value) ? dayText(value) : value;
  if (!isQuantity(value)) return undefined;
  const { qualifier = 'exact', valueTo } = value;
  return toldNumber({ value: value.value, qualifier, ...(valueTo !== undefined && { valueTo }) }, language);
}

function isQuantity(value: unknown): value is Quantity {
  if (typeof value !== 'object' || value === null || !('value' in value) || typeof value.value !== 'number') return false;
  return !('qualifier' in value) || (QUALIFIERS as readonly unknown[]).includes(value.qualifier);
}

function timelineTable(view: View, { items }: Timeline): Markup {
  const rows = items.map(
    (item) =>
      markup`<tr id="e-${item.eventId}"${item.reversedBy && markup` class="gone"`}>${eventCells(view, item)}<td>${marks(view, item)}</td></tr>`,
  );
  return table('timeline', word(view, 'timeline'), [...eventHead(view), column('')], rows);
}

function marks(view: View, { reverses, reversedBy }: TimelineItem): Markup {
  const other = reverses ?? reversedBy;
  if (!other) return markup``;
  return markup`<a href="#e-${other}">${word(view, reverses ? 'negation' : 'reversed')}</a>`;
}
