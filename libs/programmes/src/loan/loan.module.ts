import { FeatureModule } from '@soquy/platform';
import * as commands from './loan.commands.js';
import { loan as decider } from './loan.decider.js';
import { loanEvents as events } from './loan.events.js';
import { loanFigures as figures } from './loan.figures.js';
import { loanOutcomes as outcomes } from './loan.outcomes.js';
import { loanKept as kept, loanNext as next, loanRow as row, loanSummary as summary } from './loan.summary.js';
import { loanTexts as texts } from './loan.texts.js';

const parts = { noun: 'loans', codePrefix: 'HV', version: 5, row, kept };
export const LoanModule = FeatureModule.for({ ...parts, events, commands, decider, outcomes, figures, summary, next, texts });
