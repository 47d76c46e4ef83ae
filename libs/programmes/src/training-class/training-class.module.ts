import { FeatureModule } from '@soquy/platform';
import * as commands from './training-class.commands.js';
import { trainingClass as decider } from './training-class.decider.js';
import { trainingClassEvents as events } from './training-class.events.js';
import { trainingClassFigures as figures } from './training-class.figures.js';
import { trainingClassOutcomes as outcomes } from './training-class.outcomes.js';
import { trainingClassNext as next, trainingClassSummary as summary } from './training-class.summary.js';
import { trainingClassTexts as texts } from './training-class.texts.js';

const parts = { noun: 'training-classes', codePrefix: 'LH', version: 3 };
const shown = { outcomes, figures, summary, next, texts };
export const TrainingClassModule = FeatureModule.for({ ...parts, ...shown, events, commands, decider });
