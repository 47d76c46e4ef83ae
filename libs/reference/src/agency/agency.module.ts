import { FeatureModule } from '@soquy/platform';
import { addsNothing } from '../adds-nothing.js';
import * as commands from './agency.commands.js';
import { agency as decider, type Agency } from './agency.decider.js';
import { agencyEvents as events, type AgencyEvents } from './agency.events.js';
import { agencyNext as next, agencySummary as summary } from './agency.summary.js';
import { agencyTexts as texts } from './agency.texts.js';

const outcomes = addsNothing<AgencyEvents, Agency>(events);
const parts = { noun: 'agencies', codePrefix: 'CQ', version: 1, figures: {}, outcomes };
export const AgencyModule = FeatureModule.for({ ...parts, events, commands, decider, summary, next, texts });
