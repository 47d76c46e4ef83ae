import { dayText, numberText, shortMoney, toldNumber, type ObjectAnswer, type Timeline, type TimelineItem } from '@soquy/boards';
import { isDay, QUALIFIERS, type Quantity } from '@soquy/kernel';
import type { Feature } from '@soquy/platform';
import { asOfBar } from './as-of-bar.js';
import { eventCells, eventHead } from './event-cells.js';
import { markup, type Markup } from './markup.js';
import { column, layout, table } from './layout.js';
import { here, told, word, type View } from './view.js';

/** One object: what is known of it on the day asked, and everything that happened to it. */
export function objectPage(view: View, { texts }: Pick<Feature, 'texts'>, object: ObjectAnswer, timeline: Timeline): Markup {
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
${dataOf(view, texts.fields, object.data)}
</dl></section>
${timelineTable(view, timeline)}
${timeline.next && markup`<p><a href="${here(view, { after: timeline.next })}" rel="next">${word(view, 'more')}</a></p>`}`,
  );
}

function dataOf(view: View, fields: Feature['texts']['fields'], data: unknown): readonly Markup[] {
  const words = fields as Readonly<Record<string, { vi: string; en: string } | undefined>>;
  const shown = Object.entries((data ?? {}) as object).filter(([name]) => name !== 'status' && name !== 'title');
  return shown.map(
    ([name, value]) => markup`<dt>${words[name] ? told(view, words[name]) : name}</dt><dd>${valueOf(view, name, value)}</dd>`,
  );
}

/** Names say what a value is: `...Vnd` is money, `...On` a day. What is nested is shown as it is stored. */
function valueOf(view: View, name: string, value: unknown): Markup {
  const { language } = view;
  if (typeof value === 'number')
    return name.endsWith('Vnd')
      ? markup`${numberText(value, language)} đồng (${shortMoney(value, language)})`
      : markup`${numberText(value, language)}`;
  if (typeof value === 'string') return markup`${name.endsWith('On') && isDay(value) ? dayText(value) : value}`;
  if (isQuantity(value)) {
    const { qualifier = 'exact', valueTo } = value;
    return markup`${toldNumber({ value: value.value, qualifier, ...(valueTo !== undefined && { valueTo }) }, language)}`;
  }
  return markup`<details><summary>…</summary><pre>${JSON.stringify(value, undefined, 1)}</pre></details>`;
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
