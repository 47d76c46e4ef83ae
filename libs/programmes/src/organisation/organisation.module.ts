import { FeatureModule } from '@soquy/platform';
import * as commands from './organisation.commands.js';
import { organisation as decider } from './organisation.decider.js';
import { organisationEvents as events } from './organisation.events.js';
import { organisationFigures as figures } from './organisation.figures.js';
import { organisationOutcomes as outcomes } from './organisation.outcomes.js';
import {
  organisationNext as next,
  organisationSnapshot as snapshot,
  organisationSummary as summary,
} from './organisation.summary.js';
import { organisationTexts as texts } from './organisation.texts.js';

const parts = { noun: 'organisations', codePrefix: 'TC', version: 1, outcomes, figures, summary, next, snapshot, texts };
export const OrganisationModule = FeatureModule.for({ ...parts, events, commands, decider });
