import { FeatureModule } from '@soquy/platform';
import { addsNothing } from '../adds-nothing.js';
import * as commands from './legal-document.commands.js';
import { legalDocument as decider, type LegalDocumentState } from './legal-document.decider.js';
import { legalDocumentEvents as events, type LegalDocumentEvents } from './legal-document.events.js';
import { legalDocumentNext as next, legalDocumentSummary as summary } from './legal-document.summary.js';
import { legalDocumentTexts as texts } from './legal-document.texts.js';

const outcomes = addsNothing<LegalDocumentEvents, LegalDocumentState>(events);
const parts = { noun: 'legal-documents', codePrefix: 'VB', version: 1, figures: {}, outcomes };
export const LegalDocumentModule = FeatureModule.for({ ...parts, events, commands, decider, summary, next, texts });
