import type { Feature } from '@soquy/platform';
import type { EventItem } from '../events/event-item.js';
import type { EntryItem, FoldItem, KeyItem, Part } from '../evidence/evidence.js';
import type { FigureRow } from '../figures/answers.js';
import type { MovedObject, MovedPart } from '../evidence/changes.js';
import type { ObjectState } from '../lists/object-state.js';
import type { Language } from '@soquy/kernel';
import type { Cell, Columns } from './format.js';

const figureNumbers: Columns<Omit<FigureRow, 'key'>> = {
  value: ({ value }) => value,
  valueTo: ({ valueTo }) => valueTo,
  qualifier: ({ qualifier }) => qualifier,
  unknown: ({ unknown }) => unknown,
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  unit: ({ unit }) => unit,
  figureId: ({ figureId }) => figureId,
};

/** A figure, whole or by group. */
export const figureColumns: Columns<FigureRow> = {
  metric: ({ metric }) => metric,
  key: ({ key }) => key,
  code: ({ code }) => code,
  label: ({ label }) => label,
  ...figureNumbers,
};

export const partColumns: Columns<Part> = { role: ({ role }) => role, metric: ({ metric }) => metric, ...figureNumbers };

/** The paper's number, where the evidence names one. */
const documentOf = ({ evidence }: Pick<EntryItem, 'evidence'>): Cell =>
  (evidence as { documentNumber?: string } | undefined)?.documentNumber;

export const entryColumns = (language: Language): Columns<EntryItem> => ({
  eventId: ({ eventId }) => eventId,
  type: ({ type }) => type,
  words: ({ words }) => words[language],
  objectCode: ({ object }) => object.code,
  objectTitle: ({ object }) => object.title,
  effectiveOn: ({ effectiveOn }) => effectiveOn,
  recordedAt: ({ recordedAt }) => recordedAt,
  personId: ({ personId }) => personId,
  role: ({ role }) => role,
  document: documentOf,
  value: ({ value }) => value,
  valueTo: ({ valueTo }) => valueTo,
  qualifier: ({ qualifier }) => qualifier,
  negates: ({ negates }) => negates,
  reversedBy: ({ reversedBy }) => reversedBy,
});

export const eventColumns = (language: Language): Columns<EventItem> => ({
  eventId: ({ eventId }) => eventId,
  type: ({ type }) => type,
  words: ({ words }) => words[language],
  objectCode: ({ object }) => object.code,
  objectTitle: ({ object }) => object.title,
  agency: ({ agency }) => agency,
  effectiveOn: ({ effectiveOn }) => effectiveOn,
  recordedAt: ({ recordedAt }) => recordedAt,
  personId: ({ personId }) => personId,
  person: ({ person }) => person?.name ?? person?.username,
  role: ({ role }) => role,
  document: documentOf,
  voucher: ({ evidence }) => (evidence as { voucher?: string } | undefined)?.voucher,
  reason: ({ reason }) => reason,
  reverses: ({ reverses }) => reverses,
  reversedBy: ({ reversedBy }) => reversedBy,
  position: ({ position }) => position,
  data: ({ data }) => JSON.stringify(data),
});

export const keyColumns: Columns<KeyItem> = {
  key: ({ key }) => key,
  code: ({ object }) => object?.code,
  title: ({ object }) => object?.title,
  entries: ({ entries }) => entries,
  figureId: ({ figureId }) => figureId,
};

export const foldColumns: Columns<FoldItem> = {
  objectId: ({ object }) => object.id,
  code: ({ object }) => object.code,
  title: ({ object }) => object.title,
  value: ({ value }) => value,
};

export const movedObjectColumns: Columns<MovedObject> = {
  objectId: ({ object }) => object.id,
  code: ({ object }) => object.code,
  title: ({ object }) => object.title,
  from: ({ from }) => from,
  to: ({ to }) => to,
  difference: ({ from, to }) => to - from,
};

export const movedPartColumns: Columns<MovedPart> = {
  metric: ({ metric }) => metric,
  from: ({ from }) => from.value,
  to: ({ to }) => to.value,
  unit: ({ to }) => to.unit,
};

/** A list: what every object has, then the fields its commands name, as far as its row holds them. */
export function listColumns({ texts }: Pick<Feature, 'texts'>): Columns<ObjectState> {
  const own = Object.keys(texts.fields).filter((field) => !(field in common));
  const cells = own.map((field) => [field, (object: ObjectState) => cellOf(object.data, field)] as const);
  return { ...common, ...Object.fromEntries(cells), qualifiers: ({ data }) => qualifiersOf(data) };
}

const common: Columns<ObjectState> = {
  code: ({ code }) => code,
  title: ({ title }) => title,
  status: ({ status }) => status,
  agency: ({ agency }) => agency,
  programme: ({ programme }) => programme,
  budgetLine: ({ budgetLine }) => budgetLine,
  fund: ({ fund }) => fund,
  organisation: ({ organisation }) => organisation,
  organisationType: ({ organisationType }) => organisationType,
  sector: ({ sector }) => sector,
  kind: ({ kind }) => kind,
  place: ({ place }) => place,
  source: ({ source }) => source,
  year: ({ year }) => year,
  effectiveFrom: ({ effectiveFrom }) => effectiveFrom,
  revision: ({ revision }) => revision,
  id: ({ id }) => id,
};

/** Quantities show their number; a list of things is left as JSON. */
function cellOf(data: unknown, field: string): Cell {
  const value = found(data, field);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return value as Cell;
  return isQuantity(value) ? value.value : JSON.stringify(value);
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isQuantity = (value: unknown): value is { value: number; valueTo?: number; qualifier?: string } =>
  isFields(value) && typeof value.value === 'number';

/** Rows keep what belongs to a stage together: `approval.amountVnd`. The nearest one is meant, and of those the latest stage's. */
function found(data: unknown, field: string): unknown {
  for (let level = [data].filter(isFields); level.length > 0;) {
    const holders = level.filter((one) => one[field] !== undefined && one[field] !== null);
    if (holders.length > 0) return holders.at(-1)![field];
    level = level.flatMap((one) => Object.values(one).filter(isFields));
  }
  return undefined;
}

/** Which of the numbers of a row are not exact: `visitors=about`, `stalls=range..40`. */
function qualifiersOf(data: unknown, path: readonly string[] = []): Cell {
  if (!isFields(data)) return undefined;
  const told = Object.entries(data).flatMap(([field, value]) => {
    if (!isQuantity(value)) return [qualifiersOf(value, [...path, field])];
    const { qualifier = 'exact', valueTo } = value;
    return qualifier === 'exact'
      ? []
      : [`${[...path, field].join('.')}=${qualifier}${valueTo === undefined ? '' : `..${valueTo}`}`];
  });
  return told.filter(Boolean).join(' ') || undefined;
}
