import { FeatureModule } from '@soquy/platform';
import * as commands from './budget-line.commands.js';
import { budgetLine as decider } from './budget-line.decider.js';
import { budgetLineEvents as events } from './budget-line.events.js';
import { budgetLineFigures as figures } from './budget-line.figures.js';
import { budgetLineOutcomes as outcomes } from './budget-line.outcomes.js';
import { budgetLineReserve as reserve } from './budget-line.reserve.js';
import { budgetLineNext as next, budgetLineRow as row, budgetLineSummary as summary } from './budget-line.summary.js';
import { budgetLineTexts as texts } from './budget-line.texts.js';

const parts = { noun: 'budget-lines', codePrefix: 'DT', version: 2 };
const shown = { outcomes, figures, summary, next, row, texts };
export const BudgetLineModule = FeatureModule.for({ ...parts, ...shown, events, commands, decider, reserve });
