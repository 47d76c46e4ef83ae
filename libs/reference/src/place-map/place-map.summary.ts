import type { Next, Summary } from '@soquy/kernel';
import type { PlaceMap, PlaceMapCommands } from './place-map.decider.js';

/** How a code system shows in lists. */
export function placeMapSummary(state: PlaceMap): Summary & { status: PlaceMap['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  return { title: state.codeSystem, status: state.status, keywords: [state.source] };
}

/** What may follow each status. */
export const placeMapNext: Next<PlaceMap['status'], PlaceMapCommands> = {
  none: { allows: ['PublishPlaceMap'] },
  published: { allows: ['PublishPlaceMap'] },
};
