import type { Figure, FigureRow } from '../api/answers.js';
import type { FactRef } from './figure-ids.js';
import type { NumberUnit } from './number-units.js';

/** One thing a number was computed from. */
export type ComputedInput = { readonly label: string } & (
  | { readonly figure: Figure }
  | { readonly fact: FactRef & { readonly value: number; readonly unit: NumberUnit } }
  /** Typed on the page, or a rule: it just stands there. */
  | { readonly value: number; readonly unit: NumberUnit }
  | { readonly text: string }
);

/** A row by its object's code and title, as an input; `what` where several measures of it stand beside each other. */
export const rowInput = (figure: FigureRow, what?: string): ComputedInput => ({ label: rowLabel(figure, what), figure });

/** The name of such an input. */
export const rowLabel = ({ code, label }: Pick<FigureRow, 'code' | 'label'>, what?: string): string =>
  `${[code, label].filter(Boolean).join(' ')}${what === undefined ? '' : `: ${what}`}`;
