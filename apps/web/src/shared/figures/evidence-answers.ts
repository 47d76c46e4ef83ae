import type { Schemas } from '../api/answers.js';

/** One entry of a sum and the event behind it. Unknown ones have no value; negations subtract. */
export type EntryItem = Schemas['EntryItem'];
/** One key of a distinct count; null: entries that name none, which are not counted. */
export type KeyItem = Schemas['KeyItem'];
/** One object of a fold with what it measures, and the events its row came from. */
export type FoldItem = Schemas['FoldItem'];
export type EvidenceItem = EntryItem | KeyItem | FoldItem;
export type Part = Schemas['FigurePart'];
/** What stands behind a figure, as the API answers it. */
export type Evidence = Schemas['FigureEvidence'];
/** An object whose measure moved between two states of knowledge. */
export type MovedObject = Schemas['MovedObject'];
export type MovedPart = Schemas['MovedPart'];
/** Why a figure moved between two known-at. */
export type Changes = Schemas['FigureChanges'];

export const isEntry = (item: EvidenceItem | MovedObject): item is EntryItem => 'eventId' in item;
export const isKey = (item: EvidenceItem): item is KeyItem => 'entries' in item;
/** It is in the sum: neither taken back, nor the taking back itself. */
export const stands = ({ negates, reversedBy }: EntryItem): boolean => negates === undefined && reversedBy === undefined;
