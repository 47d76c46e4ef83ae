import type { Feature } from '@soquy/platform';
import { filterParameters, oneOf, asOfParameters, pageParameters, type Parameter, type Parameters } from '../http/parameters.js';

/** Lists can be sorted by these, upwards or, after a minus, downwards. */
export const SORTS = ['code', '-code', 'title', '-title', 'effectiveFrom', '-effectiveFrom'] as const;
export type Sort = (typeof SORTS)[number];

const search: Parameter = {
  // eslint-disable-next-line no-control-regex -- naming them is the point
  accepts: (value) => value.trim().length > 0 && value.length <= 100 && !/[\u0000-\u001f]/.test(value),
  must: { vi: 'phải là từ tìm kiếm dài 1–100 ký tự', en: 'must be search words of 1 to 100 characters' },
  schema: { type: 'string', minLength: 1, maxLength: 100 },
};

/** Query parameters of a slice's list; its statuses are the slice's own. */
export function listParameters({ texts }: Pick<Feature, 'texts'>) {
  const { object: _, ...filters } = filterParameters;
  return {
    ...filters,
    ...asOfParameters,
    ...pageParameters,
    status: oneOf(Object.keys(texts.statuses)),
    sort: oneOf<Sort>(SORTS),
    q: search,
    total: oneOf(['true', 'false']),
  } satisfies Parameters;
}
