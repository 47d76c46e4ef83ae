import { type Language } from '@soquy/kernel';
import { languageOf } from '@soquy/platform';
import type { FastifyRequest } from 'fastify';
import { asOfParameters, filterParameters, knownAt, oneOf, pageParameters, parsed, type Parameters } from '@soquy/boards';
import type { View } from './view.js';

const lang = oneOf<Language>(['vi', 'en']);

/** Forms send what browsers' fields hold: an instant without seconds or zone is one in Vietnam. */
const formInstant = { ...knownAt, accepts: (value: string) => knownAt.accepts(instantOf(value)) };

export const boardsParameters = {
  lang,
  effectiveTo: asOfParameters.effectiveTo,
  knownAt: formInstant,
  agency: filterParameters.agency,
  by: oneOf<'programme' | 'agency'>(['programme', 'agency']),
} satisfies Parameters;
export const evidencePageParameters = {
  lang,
  effectiveTo: asOfParameters.effectiveTo,
  knownAt: formInstant,
  after: pageParameters.after,
} satisfies Parameters;
export const objectPageParameters = evidencePageParameters;

export function instantOf(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value) ? `${value}+07:00` : value;
}

/** Fields left empty in a form were not asked. */
export function asked<P extends Parameters>(parameters: P, request: FastifyRequest) {
  const given = Object.entries(request.query as object).filter(([, value]) => value !== '');
  return parsed(parameters, Object.fromEntries(given));
}

/** How the page writes itself, also where what was asked is malformed. */
export function viewOf(request: FastifyRequest, personId: string | undefined): View {
  const query = Object.entries(request.query as object).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  const named = Object.fromEntries(query);
  const language = named['lang'] === 'en' || named['lang'] === 'vi' ? named['lang'] : languageOf(request);
  return { language, path: request.url.split('?')[0]!, query: named, person: personId };
}
