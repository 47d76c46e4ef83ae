import { FeatureModule } from '@soquy/platform';
import { addsNothing } from '../adds-nothing.js';
import * as commands from './rule.commands.js';
import { rule as decider, type Rule } from './rule.decider.js';
import { ruleEvents as events, type RuleEvents } from './rule.events.js';
import { ruleNext as next, ruleSummary as summary } from './rule.summary.js';
import { ruleTexts as texts } from './rule.texts.js';

const outcomes = addsNothing<RuleEvents, Rule>(events);
const parts = { noun: 'rules', codePrefix: 'QTAC', version: 2, figures: {}, outcomes };
export const RuleModule = FeatureModule.for({ ...parts, events, commands, decider, summary, next, texts });
