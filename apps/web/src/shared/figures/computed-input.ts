import type { Figure } from '../api/answers.js';
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
