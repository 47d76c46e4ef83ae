import type { Feature } from '@soquy/platform';
import { asOfParameters, filterParameters, oneOf, pageParameters, search, type Parameters } from '../http/parameters.js';

/** Lists can be sorted by these, upwards or, after a minus, downwards. */
export const SORTS = ['code', '-code', 'title', '-title', 'effectiveFrom', '-effectiveFrom'] as const;
export type Sort = (typeof SORTS)[number];

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
