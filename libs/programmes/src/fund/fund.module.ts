import { FeatureModule } from '@soquy/platform';
import * as commands from './fund.commands.js';
import { fund as decider } from './fund.decider.js';
import { fundEvents as events } from './fund.events.js';
import { fundFigures as figures } from './fund.figures.js';
import { fundOutcomes as outcomes } from './fund.outcomes.js';
import { fundReserve as reserve } from './fund.reserve.js';
import { fundNext as next, fundRow as row, fundSummary as summary } from './fund.summary.js';
import { fundTexts as texts } from './fund.texts.js';

const parts = { noun: 'funds', codePrefix: 'Q', version: 1, row, reserve };
export const FundModule = FeatureModule.for({ ...parts, events, commands, decider, outcomes, figures, summary, next, texts });
