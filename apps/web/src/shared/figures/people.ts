import type { EventLine } from '../api/answers.js';
import { currentLanguage } from '../words/language.js';

/** The product itself, where it completes what a person began. */
const SYSTEM = { vi: 'Hệ thống', en: 'The system' } as const;

type Recorder = Pick<EventLine, 'person' | 'personId'> & Partial<Pick<EventLine, 'role'>>;

/** Who recorded something, by the name people use. */
export const personName = ({ person, personId, role }: Recorder): string =>
  person?.name ?? person?.username ?? (role === 'system' ? SYSTEM[currentLanguage()] : personId.slice(0, 8));
