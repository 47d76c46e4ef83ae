import type { Words } from '@soquy/kernel';
import type { AskedEvents } from '../events/events-asked.js';
import type { AnswerMeta, AskedFrame } from '../figures/asked.js';
import type { AskedGroups, AskedPage } from '../figures/group-page.js';
import type { CellWords } from '../formats/cell-words.js';
import type { Columns } from '../formats/format.js';
import type { AskedList } from '../lists/list.queries.js';
import type { Language } from '@soquy/kernel';

/** A question whose answer may leave as a file. Where its days and positions are fixed, it has the same rows for ever. */
export type FileQuestion =
  | { readonly kind: 'list'; readonly noun: string; readonly asked: AskedList }
  | {
      readonly kind: 'figure';
      readonly metric: string;
      readonly asked: AskedFrame & Omit<AskedGroups, keyof AskedPage>;
    }
  | { readonly kind: 'events'; readonly asked: AskedEvents }
  | { readonly kind: 'evidence'; readonly figureId: string }
  | { readonly kind: 'changes'; readonly figureId: string; readonly from?: string | undefined; readonly to?: string | undefined };

export type QuestionOf<Kind extends FileQuestion['kind']> = Extract<FileQuestion, { kind: Kind }>;

/** What the rows of a file rest on. */
export interface Basis {
  /** With its days and positions fixed. */
  readonly question: FileQuestion;
  /** File name without its ending. */
  readonly name: string;
  readonly title: Words;
  /** Where the same question is answered as JSON, in pages. */
  readonly address: string;
  /** Where a person sees what stands behind it. */
  readonly evidence: string;
  /** Whose data it shows; `all` where it was asked without a limit, none where it belongs to everyone. */
  readonly agencies: readonly string[] | 'all';
  readonly meta: Omit<AnswerMeta, 'lagSeconds'>;
}

/** Rows of one look at the tables, and how a file shows them; what a row is, its columns know. */
export interface Rows {
  readonly columns: (language: Language) => Columns<never>;
  /** What a slice calls its own fields. */
  readonly words?: Readonly<Record<string, Words>>;
  /** What codes in its cells are called, where people read them. */
  readonly cells?: CellWords;
  rows(): AsyncIterable<unknown>;
  /** Whether there are more rows than that; looks no further than it must. */
  exceeds(rows: number): Promise<boolean>;
}

/** Rows about to leave as a file. */
export interface Table extends Rows {
  readonly basis: Basis;
}

/** An address with the parameters that were given. */
export function addressOf(path: string, parameters: object): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '') as [string, string][];
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}

/** Whose data a frame shows. */
export const agenciesOf = ({
  filters,
  agencies,
}: {
  readonly filters: { readonly agency?: string | null };
  readonly agencies?: readonly string[] | undefined;
}): readonly string[] | 'all' => (typeof filters.agency === 'string' ? [filters.agency] : (agencies ?? 'all'));

/** Rows that are in memory anyway: few, whatever is asked. */
export const ofRows = (rows: readonly unknown[]): Pick<Rows, 'rows' | 'exceeds'> => ({
  async *rows() {
    yield* rows;
  },
  exceeds: async (most) => rows.length > most,
});
