import { FeatureModule } from '@soquy/platform';
import * as commands from './trade-fair.commands.js';
import { tradeFair as decider } from './trade-fair.decider.js';
import { tradeFairEvents as events } from './trade-fair.events.js';
import { tradeFairFigures as figures } from './trade-fair.figures.js';
import { tradeFairOutcomes as outcomes } from './trade-fair.outcomes.js';
import { tradeFairNext as next, tradeFairSummary as summary } from './trade-fair.summary.js';
import { tradeFairTexts as texts } from './trade-fair.texts.js';

const parts = { noun: 'trade-fairs', codePrefix: 'HC', version: 1 };
const shown = { outcomes, figures, summary, next, texts };
export const TradeFairModule = FeatureModule.for({ ...parts, ...shown, events, commands, decider });
