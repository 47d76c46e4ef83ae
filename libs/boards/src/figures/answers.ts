import { type FigureNumbers, type Metric, type Words } from '@soquy/kernel';
import type { AnswerMeta } from './asked.js';
import type { Grouping } from './dimensions.js';

/** One number with its id: from the id its evidence can be asked, now and later. */
export interface Figure extends FigureNumbers {
  readonly metric: string;
  readonly kind: Metric['kind'];
  readonly unit: Metric['unit'];
  readonly figureId: string;
  /** What is missing where it should never be below zero and is (`shortBy` of the metric); what others have left is not set off. */
  readonly shortfall?: number;
}

export interface FigureAnswer extends Figure {
  readonly meta: AnswerMeta;
}

/** One group of a figure. Where the key is an id, `label` and `code` are how people know it. */
export interface FigureRow extends Figure {
  /** Null: those that name none. */
  readonly key: string | null;
  readonly label?: string;
  readonly code?: string;
  /** What an age of arrears is called. */
  readonly words?: Words;
  /** Whose the object is, of rows by object: the organisation it belongs to, by the name known then. */
  readonly organisation?: { readonly id: string; readonly code: string; readonly title: string };
}

export interface FigureRows extends Pick<Figure, 'metric' | 'kind' | 'unit'>, Paged {
  readonly groupBy: Grouping;
  readonly rows: readonly FigureRow[];
  readonly meta: AnswerMeta;
}

/** What an answer by group says of the groups it does not show. */
export interface Paged {
  /** The cursor of the groups that follow. */
  readonly next?: string;
  /** So many groups there are in all. */
  readonly total?: number;
}

/** A metric as the catalogue lists it. */
export interface MetricCard {
  readonly metric: string;
  readonly kind: Metric['kind'];
  readonly unit: Metric['unit'];
  readonly words: Words;
  /** How it is computed, in words. */
  readonly formula: Words;
}
