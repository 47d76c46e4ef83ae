import type { Words } from '@soquy/kernel';
import type { EventLine, Figure, ObjectLink } from '../api/answers.js';
import type { AnswerMeta } from '../api/reads.js';

/** One entry of a sum and the event behind it. Unknown ones have no value; negations subtract. */
export interface EntryItem extends EventLine {
  readonly object: ObjectLink;
  readonly value: number | null;
  readonly valueTo?: number;
  readonly qualifier: Figure['qualifier'];
  readonly negates?: string;
}

/** One key of a distinct count; null: entries that name none, which are not counted. */
export interface KeyItem {
  readonly key: string | null;
  readonly object?: ObjectLink;
  readonly entries: number;
  readonly figureId: string;
}

/** One object of a fold with what it measures, and the events its row came from. */
export interface FoldItem {
  readonly object: ObjectLink;
  readonly value: number;
  readonly row: unknown;
  readonly events: readonly EventLine[];
}

export type EvidenceItem = EntryItem | KeyItem | FoldItem;

export interface Part extends Figure {
  readonly role: 'numerator' | 'denominator' | 'plus' | 'minus';
  readonly words: Words;
}

/** What stands behind a figure, as the API answers it. */
export interface Evidence extends Figure {
  readonly words: Words;
  readonly formula: Words;
  readonly filters: Readonly<Record<string, string | null>>;
  readonly agencies?: readonly string[];
  readonly recomputed: number | null;
  readonly matches: boolean | null;
  readonly method: Words;
  readonly parts?: readonly Part[];
  readonly items?: readonly EvidenceItem[];
  readonly next?: string;
  readonly meta: AnswerMeta;
}

/** An object whose measure moved between two states of knowledge. */
export interface MovedObject {
  readonly object: ObjectLink;
  readonly from: number;
  readonly to: number;
  readonly events: readonly EventLine[];
}

export interface MovedPart {
  readonly metric: string;
  readonly from: Figure;
  readonly to: Figure;
}

/** Why a figure moved between two known-at. */
export interface Changes {
  readonly from: Figure;
  readonly to: Figure;
  readonly difference: number | null;
  readonly items?: readonly (EntryItem | MovedObject)[];
  readonly parts?: readonly MovedPart[];
  readonly next?: string;
  readonly meta: AnswerMeta;
}

export const isEntry = (item: EvidenceItem | MovedObject): item is EntryItem => 'eventId' in item;
export const isKey = (item: EvidenceItem): item is KeyItem => 'entries' in item;
/** It is in the sum: neither taken back, nor the taking back itself. */
export const stands = ({ negates, reversedBy }: EntryItem): boolean => negates === undefined && reversedBy === undefined;
