import type { Feature } from '@soquy/platform';
import { asOfParameters, filterParameters, oneOf, pageParameters, search, type Parameters } from '../http/parameters.js';

/** Lists can be sorted by these, upwards or, after a minus, downwards. */
export const SORTS = ['code', '-code', 'title', '-title', 'effectiveFrom', '-effectiveFrom'] as const;
export type Sort = (typeof SORTS)[number];

/** Whoever took part in what belongs to nobody alone, such as a fair that many went to. */
const participant = {
  ...filterParameters.organisation,
  must: {
    vi: 'phải là mã hoặc định danh của tổ chức có phần trong đối tượng không phải của riêng mình',
    en: 'must be the id or code of an organisation: lists what counted something for it without being its own, such as a shared fair',
  },
};

/** Query parameters of a slice's list; its statuses are the slice's own. */
export function listParameters({ texts }: Pick<Feature, 'texts'>) {
  const { object: _object, debtAge: _debtAge, ...filters } = filterParameters;
  return {
    ...filters,
    ...asOfParameters,
    ...pageParameters,
    participant,
    status: oneOf(Object.keys(texts.statuses)),
    sort: oneOf<Sort>(SORTS),
    q: search,
    total: oneOf(['true', 'false']),
  } satisfies Parameters;
}
