import type { RecordingGroup } from '../http/recording-group.js';
import * as commands from './correction.commands.js';
import { correctionTexts as texts } from './correction.texts.js';

/** Corrections as a group of recording routes, beside those of the slices. */
export const corrections: RecordingGroup = { noun: 'corrections', commands, texts };
