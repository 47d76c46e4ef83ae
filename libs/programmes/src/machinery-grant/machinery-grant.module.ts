import { FeatureModule } from '@soquy/platform';
import * as commands from './machinery-grant.commands.js';
import { machineryGrant as decider } from './machinery-grant.decider.js';
import { machineryGrantEvents as events } from './machinery-grant.events.js';
import { machineryGrantFigures as figures } from './machinery-grant.figures.js';
import { machineryGrantOutcomes as outcomes } from './machinery-grant.outcomes.js';
import { machineryGrantNext as next, machineryGrantSummary as summary, suggests } from './machinery-grant.summary.js';
import { machineryGrantTexts as texts } from './machinery-grant.texts.js';

const parts = { noun: 'machinery-grants', codePrefix: 'MM', version: 1 };
const shown = { outcomes, figures, summary, next, suggests, texts };
export const MachineryGrantModule = FeatureModule.for({ ...parts, ...shown, events, commands, decider });
