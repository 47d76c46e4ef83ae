import { useMemo } from 'react';
import type { CommandCard } from '../api/catalogue.js';
import { today } from '../as-of/as-of.js';
import { usePlaceMaps } from '../forms/use-place-maps.js';
import { useLanguage } from '../words/language.js';
import { countsOf, stateOf, type Batch, type Counts, type RowState } from './batch.js';
import { checkSheet } from './check.js';
import type { CheckedRow, Note } from './sheet.js';
import type { PasteColumn } from './columns.js';
import { hintDuplicates, Register, type Known, type Sameness } from './duplicates.js';
import { PlaceNames } from './places.js';
import { useAfterPaint } from './use-after-paint.js';

export function usePlaceNames(): PlaceNames {
  const maps = usePlaceMaps();
  return useMemo(() => new PlaceNames(maps), [maps.length]);
}

export interface Checked {
  readonly rows: readonly CheckedRow[];
  readonly states: ReadonlyMap<number, RowState>;
  readonly counts: Counts;
}

interface Comparison {
  readonly known: readonly Known[];
  readonly sameness: Sameness;
}

const NO_ROWS: readonly CheckedRow[] = [];
const NO_HINTS: ReadonlyMap<number, readonly Note[]> = new Map();

/** The table checked anew after each change; looking for duplicates comes after what was changed is on the screen. */
export function useChecked(batch: Batch, command: CommandCard, columns: readonly PasteColumn[], comparison: Comparison): Checked {
  const language = useLanguage();
  const places = usePlaceNames();
  const { rows, headings, mapping, common } = batch;
  const plain = useMemo(
    () => checkSheet({ rows, headings, mapping, common }, { schema: command.schema, columns, places, language, today: today() }),
    [rows, headings, mapping, common, columns, places, language],
  );
  const hints = useHints(batch, plain, places, comparison);
  const all = useMemo(
    () =>
      plain.map((row) => {
        const more = hints.get(row.id);
        return more ? { ...row, notes: [...row.notes, ...more] } : row;
      }),
    [plain, hints],
  );
  return useMemo(() => {
    const states = new Map(all.map((row) => [row.id, stateOf(batch, row)] as const));
    return { rows: all, states, counts: countsOf(batch, states) };
  }, [all, batch]);
}

function useHints(
  { mapping, left }: Batch,
  plain: readonly CheckedRow[],
  places: PlaceNames,
  { known, sameness }: Comparison,
): ReadonlyMap<number, readonly Note[]> {
  const language = useLanguage();
  const looked = useAfterPaint(plain, NO_ROWS);
  const latest = (code: string) => places.latest(code);
  const register = useMemo(() => new Register(known, { sameness, latest }), [known, places]);
  return useMemo(() => {
    const compared = looked.filter(({ id }) => !left[id]);
    const columnOf = (field: string) => {
      const index = mapping.indexOf(`/${field}`);
      return index < 0 ? undefined : index;
    };
    return compared.length === 0 ? NO_HINTS : hintDuplicates(compared, register, { sameness, columnOf, latest, language });
  }, [looked, register, left]);
}
