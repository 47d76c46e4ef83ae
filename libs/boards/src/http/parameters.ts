import { parsePeriod, type Words } from '@soquy/kernel';
import { Problem, type FieldError } from '@soquy/platform';
import { POSITION_PATTERN } from '@soquy/read-models';
import { DIMENSION_NAMES, dimension, GROUPINGS, NAME_PATTERN, type DimensionName, type Grouping } from '../figures/dimensions.js';
import { GROUP_SORTS, type GroupSort } from '../figures/group-sorts.js';
import { isAskableDay, YEAR_PATTERN } from '../figures/question.js';

/** One query parameter: what it takes, what it is said to take, and its schema. */
export interface Parameter<Value extends string = string> {
  readonly accepts: (value: string) => boolean;
  readonly must: Words;
  readonly schema: object;
  /** It may be given so often; once unless told. */
  readonly most?: number;
  /** Only for the types; never there. */
  readonly value?: Value;
}

export type Parameters = Readonly<Record<string, Parameter>>;
export type Parsed<P extends Parameters> = {
  readonly [Name in keyof P]?: P[Name] extends Parameter<infer Value> ? Value : never;
};

/** Unknown, repeated and ill-formed parameters are refused together, each with its pointer. */
export function parsed<P extends Parameters>(parameters: P, query: object): Parsed<P> {
  const errors = Object.entries(query).flatMap(([name, value]) => errorsOf(parameters, name, value));
  if (errors.length > 0) throw Problem.malformed(errors);
  return { ...query };
}

function errorsOf(parameters: Parameters, name: string, value: unknown): FieldError[] {
  const say = (code: string, { vi, en }: Words) => [fieldError(name, code, vi, en)];
  if (!Object.hasOwn(parameters, name))
    return say('unknownParameter', { vi: 'không phải là một tham số ở đây', en: 'is no parameter here' });
  const { accepts, must, most } = parameters[name]!;
  if (most !== undefined && Array.isArray(value)) return value.length <= most ? [] : say('invalid', must);
  if (typeof value !== 'string') return say('repeated', { vi: 'chỉ được nêu một lần', en: 'may be given only once' });
  return accepts(value) ? [] : say('invalid', must);
}

export const fieldError = (name: string, code: string, vi: string, en: string): FieldError => ({
  pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  code,
  detail: { vi: `${name}: ${vi}.`, en: `${name}: ${en}.` },
});

/** One wrong parameter, found only while answering. */
export const badParameter = (name: string, code: string, vi: string, en: string): Problem =>
  Problem.malformed([fieldError(name, code, vi, en)]);

export const matching = (pattern: RegExp, vi: string, en: string): Parameter => ({
  accepts: (value) => pattern.test(value),
  must: { vi, en },
  schema: { type: 'string' },
});

export const oneOf = <Value extends string>(values: readonly Value[]): Parameter<Value> => ({
  accepts: (value) => (values as readonly string[]).includes(value),
  must: { vi: `phải là một trong: ${values.join(', ')}`, en: `must be one of: ${values.join(', ')}` },
  schema: { type: 'string', enum: values },
});

/** Given once or several times; what each says is read further on. */
export const repeatable = (most: number, vi: string, en: string): Parameter => ({
  accepts: (value) => value !== '',
  must: { vi, en },
  schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: most },
  most,
});

const name = matching(NAME_PATTERN, 'phải là một mã hoặc định danh', 'must be an id or a human code');

const day: Parameter = {
  accepts: isAskableDay,
  must: {
    vi: 'phải là một ngày có thật dạng YYYY-MM-DD, từ 1900 đến 2199',
    en: 'must be a day that exists, YYYY-MM-DD, from 1900 to 2199',
  },
  schema: { type: 'string', format: 'date' },
};

/** No place on earth is further from UTC than fourteen hours; the database knows no other offsets either. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const position = matching(
  POSITION_PATTERN,
  'phải là một vị trí trong sổ như các câu trả lời nêu',
  'must be a position as answers give it',
);

/** An instant that exists: the database would answer the 31st of February with an error of its own. */
export const knownAt: Parameter = {
  accepts: (value) =>
    POSITION_PATTERN.test(value) || (INSTANT.test(value) && isAskableDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))),
  must: {
    vi: 'phải là thời điểm RFC 3339 có múi giờ hoặc một vị trí trong sổ',
    en: 'must be an RFC 3339 instant with its offset, or a position',
  },
  schema: { type: 'string' },
};

const period: Parameter = {
  accepts: (value) => {
    const found = parsePeriod(value);
    return found !== undefined && isAskableDay(found.from) && isAskableDay(found.to);
  },
  must: {
    vi: 'phải là kỳ như 2026, 2026-H1, 2026-Q3, 2026-9M, 2026-05 hoặc 2021..2025',
    en: 'must be a period such as 2026, 2026-H1, 2026-Q3, 2026-9M, 2026-05 or 2021..2025',
  },
  schema: { type: 'string' },
};

export const search: Parameter = {
  // eslint-disable-next-line no-control-regex -- naming them is the point
  accepts: (value) => value.trim().length > 0 && value.length <= 100 && !/[\u0000-\u001f]/.test(value),
  must: { vi: 'phải là từ tìm kiếm dài 1–100 ký tự', en: 'must be search words of 1 to 100 characters' },
  schema: { type: 'string', minLength: 1, maxLength: 100 },
};

/** Most rows of one answer. */
export const MOST_ROWS = 200;

const limit: Parameter = {
  accepts: (value) => /^[1-9]\d{0,2}$/.test(value) && Number(value) <= MOST_ROWS,
  must: { vi: `phải là số nguyên từ 1 đến ${MOST_ROWS}`, en: `must be a whole number from 1 to ${MOST_ROWS}` },
  schema: { type: 'integer', minimum: 1, maximum: MOST_ROWS },
};

/** Only these groups, by the keys or codes that rows have. */
const among: Parameter = {
  accepts: (value) => value.split(',').length <= MOST_ROWS && value.split(',').every((key) => NAME_PATTERN.test(key)),
  must: {
    vi: `phải là 1–${MOST_ROWS} khoá hoặc mã của các dòng, cách nhau bằng dấu phẩy`,
    en: `must be 1 to ${MOST_ROWS} keys or codes of rows, separated by commas`,
  },
  schema: { type: 'string' },
};

const cursor = matching(/^[\w-]{1,2000}$/, 'phải là con trỏ của câu trả lời trước', 'must be the cursor of an earlier answer');

/** Column separator of CSV files: the list separator differs from office to office. */
const separator = oneOf([';', ',', '\t']);

/** For which day, as known when, and not older than which recording. */
export const asOfParameters = { effectiveTo: day, knownAt, minPosition: position } satisfies Parameters;

const ofDimension = (dimensionName: DimensionName): Parameter => {
  const { values } = dimension(dimensionName);
  if (values) return oneOf(values);
  return dimensionName === 'year' ? matching(YEAR_PATTERN, 'phải là một năm', 'must be a year') : name;
};

/** Ids, human codes or words to filter by. */
export const filterParameters = Object.fromEntries(DIMENSION_NAMES.map((each) => [each, ofDimension(each)])) as Record<
  DimensionName,
  Parameter
>;

export const figureParameters = {
  ...filterParameters,
  ...asOfParameters,
  period,
  effectiveFrom: day,
  groupBy: oneOf<Grouping>(GROUPINGS),
  sort: oneOf<GroupSort>(GROUP_SORTS),
  among,
  separator,
} satisfies Parameters;

/** A page of the groups of a figure; all of them without it. */
export const groupPageParameters = { limit, after: cursor, total: oneOf(['true', 'false']) } satisfies Parameters;

export const pageParameters = { limit, after: cursor, separator } satisfies Parameters;
export const evidenceParameters = { ...pageParameters, minPosition: position } satisfies Parameters;
export const changesParameters = { ...pageParameters, from: knownAt, to: knownAt } satisfies Parameters;
