import type { Words } from '@soquy/kernel';
import { AGES } from '../lending/ageing.js';

/** What figures can be filtered and grouped by, and where the names of its values come from. */
export interface Dimension {
  readonly words: Words;
  /** Values are objects of this list. */
  readonly noun?: string;
  /** Values are words of this field of the catalogue. */
  readonly field?: string;
  /** Values are these. */
  readonly values?: Readonly<Record<string, { readonly words: Words }>>;
}

export const DIMENSIONS = {
  agency: { words: { vi: 'Đơn vị', en: 'Agency' }, noun: 'agencies' },
  programme: { words: { vi: 'Chương trình', en: 'Programme' }, noun: 'programmes' },
  budgetLine: { words: { vi: 'Dòng dự toán', en: 'Budget line' }, noun: 'budget-lines' },
  fund: { words: { vi: 'Quỹ', en: 'Fund' }, noun: 'funds' },
  organisation: { words: { vi: 'Tổ chức', en: 'Organisation' }, noun: 'organisations' },
  organisationType: { words: { vi: 'Loại hình tổ chức', en: 'Kind of organisation' }, field: 'organisationType' },
  sector: { words: { vi: 'Lĩnh vực', en: 'Sector' }, field: 'sector' },
  kind: { words: { vi: 'Loại hoạt động', en: 'Kind of activity' }, field: 'kind' },
  place: { words: { vi: 'Địa bàn', en: 'Place' } },
  source: { words: { vi: 'Nguồn vốn', en: 'Source' }, field: 'source' },
  year: { words: { vi: 'Năm ngân sách', en: 'Budget year' } },
  object: { words: { vi: 'Đối tượng', en: 'Object' } },
} as const satisfies Readonly<Record<string, Dimension>>;

export type DimensionName = keyof typeof DIMENSIONS;

export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as readonly DimensionName[];

/** Only what is measured on loans has one; the overdue board asks by it. */
const DEBT_AGE: Dimension = { words: { vi: 'Tuổi nợ quá hạn', en: 'Age of arrears' }, values: AGES };

export const dimensionOf = (name: string): Dimension =>
  name === 'debtAge'
    ? DEBT_AGE
    : Object.hasOwn(DIMENSIONS, name)
      ? DIMENSIONS[name as DimensionName]
      : { words: { vi: name, en: name } };
