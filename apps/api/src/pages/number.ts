import { figureText, numberText, shortMoney, shortfallText, toldNumber, unknownText } from '@soquy/kernel';
import { type Figure } from '@soquy/boards';
import { markup, type Markup } from './markup.js';
import { link, type View } from './view.js';

/** A number on a board: short, with the exact one at hand, and a link to where it comes from. */
export function figureCell(view: View, figure: Figure | undefined): Markup {
  if (!figure) return markup`<td class="number">–</td>`;
  const { language } = view;
  const money = figure.unit === 'vnd';
  const write = (value: number) => (money ? shortMoney(value, language) : numberText(value, language));
  const text = toldNumber(figure, language, write);
  const notes = [unknownText(figure, language), shortfallText(figure, language, write)].filter(Boolean).join('; ');
  const shown = figure.unit === 'percent' && figure.value !== null ? `${text} %` : text;
  const href = link(view, `/evidence/${figure.figureId}`);
  const exact = figureText(figure, language);
  const number = markup`<a href="${href}" data-figure="${figure.metric}" title="${exact}">${shown}</a>`;
  return markup`<td class="number">${number}${notes && markup`<small>${notes}</small>`}</td>`;
}
