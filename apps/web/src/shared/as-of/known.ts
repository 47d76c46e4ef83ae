import { instantText } from '@soquy/kernel';
import { readDay } from '../format/days.js';

/** What a typed "known at" turned out to be: nothing, an instant or position as the API takes it, or no such thing. */
export type KnownRead = { readonly value: string | undefined } | { readonly wrong: 'unreadable' | 'future' };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const POSITION = /^(?:\d{1,40}|[a-z](?:-\d{1,40}){1,2})$/;

/**
 * "15/01/2026 17:00" in Vietnam, a day alone until its end, an RFC 3339 instant, or a position in the log: "886" as people say
 * it, completed like `sample`, any position of this log.
 */
export function readKnown(text: string, now: Date, sample?: string): KnownRead {
  const clean = text.trim();
  if (clean === '') return { value: undefined };
  if (INSTANT.test(clean)) return Number.isNaN(Date.parse(clean)) ? { wrong: 'unreadable' } : passed(clean, now);
  const [, day = '', time] = /^(\S+)(?:\s+(\d{1,2}:\d{2}))?$/.exec(clean) ?? [];
  const read = readDay(day);
  if (read) return instantOf(read, time, now);
  if (time !== undefined || !POSITION.test(clean)) return { wrong: 'unreadable' };
  return positionOf(clean, sample);
}

/** A day that has not ended yet is known until now. */
function instantOf(day: string, time: string | undefined, now: Date): KnownRead {
  if (time === undefined) return passed(`${day}T23:59:59+07:00`, now, `${day}T00:00:00+07:00`);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours > 23 || minutes > 59 ? { wrong: 'unreadable' } : passed(`${day}T${time.padStart(5, '0')}:00+07:00`, now);
}

const passed = (instant: string, now: Date, from = instant): KnownRead =>
  Date.parse(from) > now.getTime() ? { wrong: 'future' } : { value: instant };

function positionOf(text: string, sample: string | undefined): KnownRead {
  if (!/^\d+$/.test(text)) return { value: text };
  const [, prefix, digits] = /^(\D*)(\d+)$/.exec(sample ?? '') ?? [];
  return prefix === undefined || !digits || text.length > digits.length
    ? { wrong: 'unreadable' }
    : { value: `${prefix}${text.padStart(digits.length, '0')}` };
}

/** What the API takes as "known at"; anything else in an address is as if it were not there. */
export const isKnown = (text: string): boolean =>
  INSTANT.test(text) ? !Number.isNaN(Date.parse(text)) : /^[a-z](?:-\d{1,40}){1,2}$/.test(text);

/** An instant as people write it; undefined for a position. */
export const knownInstant = (known: string): string | undefined => (INSTANT.test(known) ? instantText(known) : undefined);

/** The place in the log without its leading zeros: "886". */
export const placeInLog = (position: string): string => position.replace(/^\D*0*/, '') || '0';

/** As it can be typed again. */
export const showKnown = (known: string | undefined): string => (known ? (knownInstant(known) ?? placeInLog(known)) : '');
