import { dayText, instantText } from '@soquy/kernel';
import { type EventLine } from '@soquy/boards';
import { markup, type Markup } from './markup.js';
import { column } from './layout.js';
import { told, word, type View } from './view.js';
import { roleWords } from './words.js';

/** Columns of an event wherever one is shown: when true, when written, what, by whom, on what paper. */
export const eventHead = (view: View): readonly Markup[] =>
  (['effectiveOn', 'recordedAt', 'event', 'by', 'paper'] as const).map((name) => column(word(view, name)));

export function eventCells(view: View, event: EventLine): Markup {
  const origin = event.origin && word(view, event.origin === 'demo-invented' ? 'demoInvented' : 'demo');
  return markup`<td>${dayText(event.effectiveOn)}</td>
<td>${instantText(event.recordedAt)}</td>
<td>${told(view, event.words)}${origin && markup`<small>${origin}</small>`}</td>
<td>${person(view, event)}</td>
<td>${[paperOf(event), event.reason].filter(Boolean).join('; ')}</td>`;
}

/** The role in words; the account's name, or for the public the beginning of its id, tells one person from another. */
function person(view: View, { role, personId, onBehalfOf }: EventLine): string {
  const name = (id: string) => view.people?.get(id) ?? id.slice(0, 8);
  const words = roleWords[role];
  const who = `${words ? told(view, words) : role} (${name(personId)})`;
  return onBehalfOf ? `${who} ← ${name(onBehalfOf)}` : who;
}

interface Paper {
  readonly documentNumber?: string;
  readonly issuedOn?: string;
  readonly issuer?: string;
  readonly voucher?: string;
}

function paperOf({ evidence }: EventLine): string {
  const { documentNumber, issuedOn, issuer, voucher } = (evidence ?? {}) as Paper;
  return [documentNumber, issuedOn && dayText(issuedOn), issuer, voucher].filter(Boolean).join(', ');
}
