import type { Summary } from '@soquy/kernel';
import type { Rule } from './rule.decider.js';

/** How a rule shows in lists: by its key. */
export function ruleSummary(state: Rule): Summary & { status: Rule['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  return { title: state.ruleId, status: state.status, keywords: [...new Set(state.versions.map(({ source }) => source))] };
}
