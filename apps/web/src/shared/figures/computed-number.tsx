import { useSearch } from '@tanstack/react-router';
import { foldText, type Words } from '@soquy/kernel';
import type { CommonSearch } from '../as-of/as-of.js';
import { useLanguage } from '../words/language.js';
import { calcId } from './figure-ids.js';
import { NumberButton } from './number-button.js';
import { valueExact, valueShort, type NumberUnit } from './number-units.js';
import type { ComputedInput } from './computed-input.js';
import { useOnPage } from './on-page.js';
import type { Again } from './recomputed.js';

interface Props {
  /** What the address calls it; the same on every visit. Without it, the label. */
  readonly name?: string;
  readonly value: number;
  readonly unit: NumberUnit;
  readonly label: string;
  /** How it is computed, in a sentence. */
  readonly formula: Words;
  /** What it was computed from: figures and facts open further, what was typed just stands there. */
  readonly inputs: readonly ComputedInput[];
  /** How it is computed again from facts read anew, when it is opened; without it, it only tells what it was computed from. */
  readonly again?: Again;
  readonly size?: 'inline' | 'large';
  /** The number in words of its place: "tăng 12%". */
  readonly children?: string;
}

const keyOf = (text: string) =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A number this page computes by a shared pure function; it opens to formula, inputs and the computation from facts read anew. */
export function ComputedNumber({ name, value, unit, label, formula, inputs, again, size, children }: Props) {
  const language = useLanguage();
  const { unit: money } = useSearch({ strict: false }) as CommonSearch;
  const figure = calcId(name ?? keyOf(label));
  useOnPage(figure, { kind: 'calc', value, unit, label, formula, inputs, again });
  return (
    <NumberButton id={figure} label={label} exact={valueExact(value, unit, language)} {...(size && { size })}>
      {children ?? valueShort(value, unit, language, money)}
    </NumberButton>
  );
}
