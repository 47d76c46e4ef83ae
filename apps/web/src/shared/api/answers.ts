import type { FigureNumbers, Metric, Words } from '@soquy/kernel';
import type { AnswerMeta } from './reads.js';

/** One number with its id: from the id its evidence is asked. */
export interface Figure extends FigureNumbers {
  readonly metric: string;
  readonly kind: Metric['kind'];
  readonly unit: Metric['unit'];
  readonly figureId: string;
  readonly shortfall?: number;
}

export interface FigureRow extends Figure {
  readonly key: string | null;
  readonly label?: string;
  readonly code?: string;
}

export interface FigureRows extends Pick<Figure, 'metric' | 'kind' | 'unit'> {
  readonly groupBy: string;
  readonly rows: readonly FigureRow[];
  readonly meta: AnswerMeta;
}

export type FigureAnswer = Figure & { readonly meta: AnswerMeta };

export interface MetricCard extends Pick<Figure, 'metric' | 'kind' | 'unit'> {
  readonly words: Words;
  readonly formula: Words;
}

/** An object as its list shows it. `data` is the slice's own row. */
export interface ListItem<Data = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly statusWords: Words;
  readonly agency: string;
  readonly programme?: string;
  readonly budgetLine?: string;
  readonly fund?: string;
  readonly organisation?: string;
  readonly organisationType?: string;
  readonly sector?: string;
  readonly kind?: string;
  readonly place?: string;
  readonly source?: string;
  readonly year?: string;
  readonly effectiveFrom: string;
  readonly revision: number;
  readonly origin?: string;
  readonly data: Data;
}

export interface ListAnswer<Data = Readonly<Record<string, unknown>>> {
  readonly items: readonly ListItem<Data>[];
  readonly next?: string;
  readonly total?: number;
  readonly meta: AnswerMeta;
}

export interface ObjectAnswer<Data = Readonly<Record<string, unknown>>> extends ListItem<Data> {
  readonly noun: string;
  readonly meta: AnswerMeta;
}

export interface ObjectLink {
  readonly id: string;
  readonly noun: string | null;
  readonly code: string | null;
  readonly title: string | null;
}

/** One recorded fact as timelines, evidence and the audit list tell it. */
export interface EventLine {
  readonly eventId: string;
  readonly type: string;
  readonly words: Words;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly position: string;
  readonly personId: string;
  readonly person?: { readonly username: string; readonly name?: string };
  readonly onBehalfOf?: string;
  readonly role: string;
  readonly origin?: string;
  readonly revision?: number;
  readonly reason?: string;
  readonly reverses?: string;
  readonly reversedBy?: string;
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface EventItem extends EventLine {
  readonly category: string;
  readonly agency: string;
  readonly object: ObjectLink;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
  readonly meta: AnswerMeta;
}

/** What recording answers. */
export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly objectId: string;
  readonly code?: string;
}
