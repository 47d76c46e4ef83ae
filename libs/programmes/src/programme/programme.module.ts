import { FeatureModule } from '@soquy/platform';
import * as commands from './programme.commands.js';
import { programme as decider } from './programme.decider.js';
import { programmeEvents as events } from './programme.events.js';
import { programmeFigures as figures } from './programme.figures.js';
import { programmeOutcomes as outcomes } from './programme.outcomes.js';
import { programmeNext as next, programmeSummary as summary } from './programme.summary.js';
import { programmeTexts as texts } from './programme.texts.js';

const parts = { noun: 'programmes', codePrefix: 'CT', version: 1 };
const shown = { outcomes, figures, summary, next, texts };
export const ProgrammeModule = FeatureModule.for({ ...parts, ...shown, events, commands, decider });
