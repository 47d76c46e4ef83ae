import type { EventItem } from '../../shared/api/answers.js';
import type { AnswerMeta } from '../../shared/api/reads.js';

/** One event, how it came to be recorded, and what else the same request led to. */
export interface EventAnswer extends EventItem {
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly caused: readonly EventItem[];
  readonly meta: AnswerMeta;
}
