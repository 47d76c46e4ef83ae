import { unitWords, type Language, type Words } from '@soquy/kernel';
import { AGES } from '@soquy/lending';
import { commonChoices, roleWords, type Feature } from '@soquy/platform';
import type { Catalogue } from '../figures/catalogue.js';
import type { Cell } from './format.js';

/** Column -> code -> what it is called, for what people read; files for machines keep the codes. */
export type CellWords = Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** Codes that stand in files of any kind, and what slices call the values of their own fields. */
export function cellWords(catalogue: Catalogue): CellWords {
  const choices = catalogue.features.map(({ texts }) => texts.choices ?? {});
  const organisation = catalogue.features.find(({ snapshot }) => snapshot)?.texts.choices?.type;
  const metrics = catalogue.names.map((name) => [name, catalogue.metric(name).words] as const);
  return {
    ...merged(choices),
    ...commonChoices,
    role: roleWords,
    unit: unitWords,
    metric: Object.fromEntries(metrics),
    debtAge: Object.fromEntries(Object.entries(AGES).map(([name, { words }]) => [name, words])),
    ...(organisation && { organisationType: organisation }),
  };
}

/** The same for the list of one slice: its statuses, and under `kind` whatever of its choices it is told apart by. */
export function listWords(catalogue: Catalogue, { texts }: Pick<Feature, 'texts'>): CellWords {
  const own = texts.choices ?? {};
  return {
    ...cellWords(catalogue),
    ...own,
    kind: Object.fromEntries(Object.values(own).flatMap((each) => Object.entries(each))),
    status: texts.statuses,
  };
}

/** By field, whatever slice has it. */
function merged(all: readonly CellWords[]): CellWords {
  const fields = new Map<string, Record<string, Words>>();
  for (const [field, words] of all.flatMap((each) => Object.entries(each))) fields.set(field, { ...fields.get(field), ...words });
  return Object.fromEntries(fields);
}

/** What a workbook calls codes, and the fields of the slice. */
export interface Spoken {
  readonly cells: CellWords;
  readonly fields: Readonly<Record<string, Words>>;
  readonly language: Language;
}

/** A cell as people read it; what has no words stays as it is. */
export function spoken(name: string, cell: Cell, { cells, fields, language }: Spoken): Cell {
  if (typeof cell === 'boolean') return FLAGS[`${cell}`][language];
  if (typeof cell !== 'string') return cell;
  if (name !== 'qualifiers') return cells[name]?.[cell]?.[language] ?? cell;
  const told = cell.split(' ').map((part) => {
    const [, path = '', code = '', to] = INEXACT.exec(part) ?? [];
    const field = path.split('.').at(-1)!;
    const how = code === 'range' ? UP_TO[language](to ?? '') : HOW[code]?.[language];
    return how === undefined ? part : `${fields[field]?.[language] ?? field}: ${how}`;
  });
  return told.join('; ');
}

const FLAGS = { true: { vi: 'Có', en: 'Yes' }, false: { vi: 'Không', en: 'No' } };
/** `result.visitors=about`, `stalls=range..40`. */
const INEXACT = /^([\w.]+)=([a-z]+)(?:\.\.(\d+))?$/;
const HOW: Readonly<Record<string, Words>> = {
  over: { vi: 'hơn', en: 'over' },
  almost: { vi: 'gần', en: 'almost' },
  about: { vi: 'khoảng', en: 'about' },
};
const UP_TO = { vi: (to: string) => `đến ${to}`, en: (to: string) => `up to ${to}` };
