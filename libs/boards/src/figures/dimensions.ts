import { ORGANISATION_TYPES, SECTORS, type Words } from '@soquy/kernel';
import { AGE_NAMES } from '@soquy/lending';

/** What figures can be filtered and grouped by. */
export interface Dimension {
  /** Values are ids of objects of this category (`any`: of whatever category) and may be asked by human code. */
  readonly category?: string;
  /** Values are one of these words. */
  readonly values?: readonly string[];
  readonly words: Words;
}

/** A dimension that is a column of entries and objects. */
interface Stored extends Dimension {
  readonly column: string;
}

const STORED = {
  agency: { column: 'agency_id', category: 'agency', words: { vi: 'Đơn vị', en: 'Agency' } },
  programme: { column: 'programme_id', category: 'programme', words: { vi: 'Chương trình', en: 'Programme' } },
  budgetLine: { column: 'budget_line_id', category: 'budgetLine', words: { vi: 'Dòng dự toán', en: 'Budget line' } },
  fund: { column: 'fund_id', category: 'fund', words: { vi: 'Quỹ', en: 'Fund' } },
  organisation: { column: 'organisation_id', category: 'organisation', words: { vi: 'Tổ chức', en: 'Organisation' } },
  organisationType: {
    column: 'organisation_type',
    values: ORGANISATION_TYPES,
    words: { vi: 'Loại hình tổ chức', en: 'Kind of organisation' },
  },
  sector: { column: 'sector', values: SECTORS, words: { vi: 'Lĩnh vực', en: 'Sector' } },
  kind: { column: 'activity_kind', words: { vi: 'Loại hoạt động', en: 'Kind of activity' } },
  place: { column: 'place', words: { vi: 'Địa bàn', en: 'Place' } },
  source: { column: 'source', words: { vi: 'Nguồn vốn', en: 'Source' } },
  year: { column: 'budget_year', words: { vi: 'Năm ngân sách', en: 'Budget year' } },
  object: { column: 'object_id', category: 'any', words: { vi: 'Đối tượng', en: 'Object' } },
} as const satisfies Record<string, Stored>;

/** Dimensions in the tables. */
export type StoredName = keyof typeof STORED;
export const STORED_NAMES = Object.keys(STORED) as readonly StoredName[];

export const columnOf = (name: StoredName): string => STORED[name].column;

/** Every dimension. The age of arrears stands in no column: it follows from an object's row and the day asked. */
export const DIMENSIONS = {
  ...STORED,
  debtAge: { values: AGE_NAMES, words: { vi: 'Tuổi nợ quá hạn', en: 'Age of arrears' } },
} as const satisfies Record<string, Dimension>;

export type DimensionName = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as readonly DimensionName[];

export const dimension = (name: DimensionName): Dimension => DIMENSIONS[name];

/** Every dimension, and the months of the effective day. */
export const GROUPINGS = [...DIMENSION_NAMES, 'month'] as const;
export type Grouping = DimensionName | 'month';

/** Ids, human codes and words that questions may name; anything else is a typing error. */
export const NAME_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}:._/-]{0,99}$/u;

/** `null` asks for what names none, e.g. entries of no programme. */
export type Filters = { readonly [Name in DimensionName]?: string | null };
