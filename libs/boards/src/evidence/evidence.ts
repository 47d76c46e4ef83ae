import type { Words } from '@soquy/kernel';
import type { EventLine } from '../facts.js';
import type { Figure } from '../figures/answers.js';
import type { AnswerMeta } from '../figures/asked.js';
import type { Filters } from '../figures/dimensions.js';

/** An object as evidence names it. */
export interface ObjectLink {
  readonly id: string;
  readonly noun: string | null;
  readonly code: string | null;
  readonly title: string | null;
}

/** One entry of a sum and the event behind it. Unknown ones have no value; negations subtract. */
export interface EntryItem extends EventLine {
  readonly object: ObjectLink;
  readonly value: number | null;
  readonly valueTo?: number;
  readonly qualifier: string;
  /** The event that this one takes back. */
  readonly negates?: string;
  /** The event since which this entry no longer stands: a correction, or a fact that changed what it adds. */
  readonly reversedBy?: string;
}

/** One key of a distinct count. Null: entries that name none, which are not counted. */
export interface KeyItem {
  readonly key: string | null;
  readonly object?: ObjectLink;
  readonly entries: number;
  /** What counted metric shows these entries alone. */
  readonly figureId: string;
}

/** One object of a fold with what it measures, and the events it was folded from. */
export interface FoldItem {
  readonly object: ObjectLink;
  readonly value: number;
  readonly row: unknown;
  readonly events: readonly EventLine[];
}

/** A metric that a ratio or formula is made of. */
export interface Part extends Figure {
  readonly role: 'numerator' | 'denominator' | 'plus' | 'minus';
  readonly words: Words;
}

/** What stands behind a figure. `recomputed` comes from the events by another way than the figure. */
export interface Evidence extends Figure {
  readonly words: Words;
  readonly formula: Words;
  readonly filters: Filters;
  readonly agencies?: readonly string[];
  /** Null: nothing was told; or too much to recompute at once, and then `matches` is null as well. */
  readonly recomputed: number | null;
  readonly matches: boolean | null;
  /** How it was recomputed. */
  readonly method: Words;
  readonly parts?: readonly Part[];
  readonly items?: readonly (EntryItem | KeyItem | FoldItem)[];
  readonly next?: string;
  readonly meta: AnswerMeta;
}
