import type { Next, Summary } from '@soquy/kernel';
import { ruleNames } from '../rule-names.js';
import type { Rule, RuleCommands } from './rule.decider.js';

/** How a rule shows in lists: by its key; it is found by its names and papers as well. */
export function ruleSummary(state: Rule): Summary & { status: Rule['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const name = ruleNames[state.ruleId];
  const papers = new Set(state.versions.map(({ source }) => source));
  return { title: state.ruleId, status: state.status, keywords: [...(name ? [name.vi, name.en] : []), ...papers] };
}

/** What may follow each status. */
export const ruleNext: Next<Rule['status'], RuleCommands> = {
  none: { allows: ['RecordRuleVersion'] },
  recorded: { allows: ['RecordRuleVersion', 'EndRuleVersion'] },
};
