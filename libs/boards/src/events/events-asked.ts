import {
  asOfParameters,
  filterParameters,
  matching,
  oneOf,
  pageParameters,
  search,
  type Parameters,
  type Parsed,
} from '../http/parameters.js';

/** `late`: recorded more than thirty days after its day. `corrections`: what asks for or decides on one. `reversed`: taken back. */
export const EXCEPTIONS = ['late', 'corrections', 'reversed'] as const;

/** Newest first, by the day they were recorded or happened on. */
const SORTS = ['-recordedAt', '-effectiveOn'] as const;

const word = matching(/^[A-Za-z][A-Za-z0-9-]{0,99}$/, 'phải là một tên loại', 'must be the name of a kind');
const account = matching(
  /^[a-z0-9][a-z0-9._-]{0,62}$/,
  'phải là tên đăng nhập hoặc định danh người',
  'must be a user name or the id of a person',
);

/** Query parameters of the journal of all events. */
export const eventsParameters = {
  actor: account,
  agency: filterParameters.agency,
  category: word,
  type: word,
  object: filterParameters.object,
  organisation: filterParameters.organisation,
  programme: filterParameters.programme,
  fund: filterParameters.fund,
  effectiveFrom: asOfParameters.effectiveTo,
  effectiveTo: asOfParameters.effectiveTo,
  recordedFrom: asOfParameters.effectiveTo,
  recordedTo: asOfParameters.effectiveTo,
  knownAt: asOfParameters.knownAt,
  exceptions: oneOf(EXCEPTIONS),
  q: search,
  sort: oneOf(SORTS),
  minPosition: asOfParameters.minPosition,
  ...pageParameters,
} satisfies Parameters;

/** A question for events, without how its answer is cut into pages or written. */
export type AskedEvents = Omit<Parsed<typeof eventsParameters>, 'limit' | 'after' | 'separator' | 'minPosition'>;
