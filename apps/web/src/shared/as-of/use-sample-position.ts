import { seenPosition } from '../api/position.js';
import type { ListAnswer } from '../api/answers.js';
import { useRead } from '../api/reads.js';

/** Any position of this log, to complete one that is typed as people say it: "886". */
export function useSamplePosition(): string | undefined {
  const { data } = useRead<ListAnswer>('/api/v1/agencies', { limit: '1' }, { asOf: false });
  return data?.meta.position ?? seenPosition();
}
