import type { Summary } from '@soquy/kernel';
import type { PlaceMap } from './place-map.decider.js';

/** How a code system shows in lists. */
export function placeMapSummary(state: PlaceMap): Summary & { status: PlaceMap['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  return { title: state.codeSystem, status: state.status, keywords: [state.source] };
}
