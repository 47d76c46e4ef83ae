import { numbersOf } from '@soquy/kernel';
import type { QueryOf } from '../api/client.js';
import { checkFigure, type Sources } from './check-figure.js';
import { valueAt } from './figure-ids.js';
import type { ComputedInput } from './computed-input.js';
import { isProven } from './recompute.js';

/** A number from what one route answers, by a pure function. */
export interface FromAnswer {
  readonly path: string;
  readonly query?: QueryOf | undefined;
  readonly from: (answer: never) => number;
}

/**
 * How a number of a page is computed again: from its inputs' numbers in their order, unknown ones being nothing and texts left
 * out, or from what a route answers.
 */
export type Again = ((given: readonly number[]) => number) | FromAnswer;

/** Where the facts are read from anew: evidence of figures, and routes. */
export interface Fresh extends Sources {
  readonly answer: (path: string, query?: QueryOf) => Promise<unknown>;
}

export interface Recomputed {
  /** Undefined: what was read gives no number. */
  readonly value: number | undefined;
  /** Of so many things read anew so many were found to be as the page shows them. */
  readonly checked: number;
  readonly of: number;
}

/** So many inputs are read without asking. */
export const MOST_INPUTS = 20;
/** An input is a figure of few entries as a rule; of longer ones what the server computed from the events is taken. */
const MOST_ITEMS = 1_000;

type Numbered = Exclude<ComputedInput, { readonly text: string }>;
const isNumbered = (input: ComputedInput): input is Numbered => !('text' in input);

/** What was typed on the page has nothing behind it that could be read. */
const isRecorded = (input: ComputedInput): boolean => 'figure' in input || 'fact' in input;

/** How many things would be read anew; 0: nothing, so nothing can be checked. */
export const readsOf = (inputs: readonly ComputedInput[], again: Again | undefined): number =>
  again === undefined ? 0 : typeof again === 'function' ? inputs.filter(isRecorded).length : 1;

/** A number computed again from facts that are read anew, not from those the page holds. */
export async function recomputed(inputs: readonly ComputedInput[], again: Again, fresh: Fresh): Promise<Recomputed> {
  if (typeof again !== 'function') {
    const answer = await fresh.answer(again.path, again.query);
    return { value: numberOf(() => again.from(answer as never)), checked: 1, of: 1 };
  }
  const read = await Promise.all(inputs.filter(isNumbered).map((input) => readAnew(input, fresh)));
  const counted = read.flatMap(({ isAsShown }) => isAsShown ?? []);
  const value = numberOf(() => again(read.map((each) => each.value)));
  return { value, checked: counted.filter(Boolean).length, of: counted.length };
}

/** What a fact lacks by now makes functions of it fail: that is no number. */
function numberOf(compute: () => number): number | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

interface Read {
  readonly value: number;
  /** Undefined: there was nothing to read. */
  readonly isAsShown?: boolean;
}

async function readAnew(input: Numbered, fresh: Fresh): Promise<Read> {
  if ('figure' in input) return figureAnew(input.figure, fresh);
  if (!('fact' in input)) return { value: input.value };
  const { noun, id, path, value } = input.fact;
  if (path === undefined) return { value };
  const { data } = (await fresh.answer(`/api/v1/${noun}/${id}`)) as { readonly data: unknown };
  const found = Number(valueAt(data, path));
  return { value: found, isAsShown: found === value };
}

type Shown = Extract<ComputedInput, { readonly figure: unknown }>['figure'];

async function figureAnew(shown: Shown, fresh: Fresh): Promise<Read> {
  const evidence = await fresh.page(shown.figureId);
  const found = await checkFigure(evidence, fresh, MOST_ITEMS);
  if (typeof found === 'string') {
    const value = evidence.recomputed ?? evidence.value ?? 0;
    return { value, isAsShown: evidence.matches !== false && value === (shown.value ?? 0) };
  }
  const value = numbersOf(found.again.result).value ?? 0;
  return { value, isAsShown: isProven(evidence, found.again) && value === (shown.value ?? 0) };
}
