import { answerSchema } from '@soquy/platform';
import { eventLine, eventLineMore, meta, next, objectLink } from './answer-schemas.js';

const { anything, count, list, named, object, orNull, text } = answerSchema;

const item = { ...eventLine, category: text, revision: count, agency: text, object: objectLink, data: anything };
const itemMore = {
  ...eventLineMore,
  reverses: { ...text, description: 'On an approved correction: the event it takes back' },
  reversedBy: { ...text, description: 'On an event that a correction took back: that correction' },
};
const eventItem = named('EventItem', object(item, itemMore));

/** The journal of all events. */
export const eventsAnswer = named('Events', object({ items: list(eventItem), meta }, next));

const metadata = named(
  'EventMetadata',
  object({
    requestId: text,
    correlationId: text,
    causationId: text,
    commandId: text,
    schemaVersion: { ...count, description: 'Of the data as they were stored' },
  }),
);

/** One event with how it came to be recorded. */
export const eventAnswer = named(
  'Event',
  object(
    {
      ...item,
      metadata: orNull(metadata),
      caused: { ...list(eventItem), description: 'What else the same request led to' },
      meta,
    },
    itemMore,
  ),
);
