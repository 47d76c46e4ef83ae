import type { ObjectState } from '@soquy/boards';
import { markup, type Markup } from './markup.js';
import { here, word, type View } from './view.js';

/** Both time axes and the agency, as a plain form: what is seen stands in the address. */
export function asOfBar(view: View, agencies: readonly ObjectState[] | undefined): Markup {
  const { effectiveTo, knownAt, agency, lang, by } = view.query;
  const past = effectiveTo ?? knownAt;
  return markup`<form class="bar${past && ' past'}" method="get" action="${view.path}">
${past && markup`<p>${word(view, 'past')} <a href="${here(view, { effectiveTo: undefined, knownAt: undefined })}">${word(view, 'now')}</a></p>`}
<div><label for="effectiveTo">${word(view, 'effectiveTo')}</label>
<input id="effectiveTo" name="effectiveTo" type="date" min="1900-01-01" max="2199-12-31" value="${effectiveTo}"></div>
<div><label for="knownAt">${word(view, 'knownAt')}</label>
<input id="knownAt" name="knownAt" type="datetime-local" value="${knownAt}"></div>
${agencies && agencyChoice(view, agencies, agency)}
${hidden('lang', lang)}${hidden('by', by)}
<button>${word(view, 'show')}</button>
</form>`;
}

const hidden = (name: string, value: string | undefined): Markup =>
  markup`${value && markup`<input type="hidden" name="${name}" value="${value}">`}`;

function agencyChoice(view: View, agencies: readonly ObjectState[], chosen: string | undefined): Markup {
  const options = agencies.map(
    ({ id, title }) => markup`<option value="${id}"${id === chosen && markup` selected`}>${title}</option>`,
  );
  return markup`<div><label for="agency">${word(view, 'agency')}</label>
<select id="agency" name="agency"><option value="">${word(view, 'allAgencies')}</option>${options}</select></div>`;
}
