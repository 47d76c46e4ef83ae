import type { EventLine } from '../api/answers.js';

/** Who recorded something, by the name people use. */
export const personName = ({ person, personId }: Pick<EventLine, 'person' | 'personId'>): string =>
  person?.name ?? person?.username ?? personId.slice(0, 8);
