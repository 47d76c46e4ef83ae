import type { EventLine } from '../api/answers.js';
import { useWholeList } from '../api/use-whole-list.js';

/** All that was recorded of one object, as of the page's dates; the newest stands on the last page of the API. */
export const useTimeline = (noun: string, id: string, enabled = true) =>
  useWholeList<EventLine>(timelinePath(noun, id), {}, { enabled });

export const timelinePath = (noun: string, id: string): string => `/api/v1/${noun}/${encodeURIComponent(id)}/timeline`;
