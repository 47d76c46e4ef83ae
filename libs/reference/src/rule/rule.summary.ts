import type { Next, Summary } from '@soquy/kernel';
import type { Rule, RuleCommands } from './rule.decider.js';

/** How a rule shows in lists: by its key. */
export function ruleSummary(state: Rule): Summary & { status: Rule['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  return { title: state.ruleId, status: state.status, keywords: [...new Set(state.versions.map(({ source }) => source))] };
}

/** What may follow each status. */
export const ruleNext: Next<Rule['status'], RuleCommands> = {
  none: { allows: ['RecordRuleVersion'] },
  recorded: { allows: ['RecordRuleVersion', 'EndRuleVersion'] },
};
