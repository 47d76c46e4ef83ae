import type { EventLine } from '../api/answers.js';
import { currentLanguage } from '../words/language.js';

/** The product itself, where it completes what a person began or records what the state publishes. */
const SYSTEM = { vi: 'Hệ thống', en: 'The system' } as const;

/** Records what the state publishes; it is no account, so nothing knows it by a name. */
const PUBLISHER = 'b285611f-3609-51c2-a9f3-e0cb8477d81a';

type Recorder = Pick<EventLine, 'person' | 'personId'> & Partial<Pick<EventLine, 'role'>>;

/** Who recorded something, by the name people use. */
export const personName = ({ person, personId, role }: Recorder): string =>
  person?.name ??
  person?.username ??
  (role === 'system' || personId === PUBLISHER ? SYSTEM[currentLanguage()] : personId.slice(0, 8));
