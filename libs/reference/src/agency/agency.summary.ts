import type { Summary } from '@soquy/kernel';
import type { Agency } from './agency.decider.js';

/** How an agency shows in lists. */
export function agencySummary(state: Agency): Summary & { status: Agency['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { name, status, place, agencyId } = state;
  return { title: name, status, place, keywords: [agencyId] };
}
