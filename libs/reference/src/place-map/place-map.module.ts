import { FeatureModule } from '@soquy/platform';
import { addsNothing } from '../adds-nothing.js';
import * as commands from './place-map.commands.js';
import { placeMap as decider, type PlaceMap } from './place-map.decider.js';
import { placeMapEvents as events, type PlaceMapEvents } from './place-map.events.js';
import { placeMapNext as next, placeMapSummary as summary } from './place-map.summary.js';
import { placeMapTexts as texts } from './place-map.texts.js';

const outcomes = addsNothing<PlaceMapEvents, PlaceMap>(events);
const parts = { noun: 'place-maps', codePrefix: 'DVHC', version: 1, figures: {}, outcomes };
export const PlaceMapModule = FeatureModule.for({ ...parts, events, commands, decider, summary, next, texts });
