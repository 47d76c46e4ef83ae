import { FeatureModule } from '@soquy/platform';
import { addsNothing } from '../adds-nothing.js';
import * as commands from './calendar.commands.js';
import { calendar as decider, type Calendar } from './calendar.decider.js';
import { calendarEvents as events, type CalendarEvents } from './calendar.events.js';
import { calendarNext as next, calendarSummary as summary } from './calendar.summary.js';
import { calendarTexts as texts } from './calendar.texts.js';

const outcomes = addsNothing<CalendarEvents, Calendar>(events);
const parts = { noun: 'calendars', codePrefix: 'LICH', version: 1, figures: {}, outcomes };
export const CalendarModule = FeatureModule.for({ ...parts, events, commands, decider, summary, next, texts });
