import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { instantText } from '@soquy/kernel';
import type { EventLine } from '../api/answers.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { personName } from './people.js';

/** The page of one event. */
export const eventPath = (eventId: string): string => `/audit/events/${eventId}`;

/** An event by its name, leading to its own page. */
export function EventLink({ event }: { readonly event: Pick<EventLine, 'eventId' | 'words'> }) {
  const say = useSay();
  return (
    <Anchor component={Link} to={eventPath(event.eventId)} inherit>
      {say(event.words)}
    </Anchor>
  );
}

/** An event in one or two small lines: what, who recorded it when, and why. */
export function EventTold({ event }: { readonly event: EventLine }) {
  const words = useScreenWords(evidenceWords);
  const recorded = words.recordedBy({ person: personName(event), instant: instantText(event.recordedAt) });
  return (
    <span className={classes.small}>
      <EventLink event={event} /> · {recorded}
      {event.reason && <> · {words.reason({ text: event.reason })}</>}
    </span>
  );
}
