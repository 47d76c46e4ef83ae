import { count, flag, amount, instant, list, named, object, oneOfWords, text, uuid, words } from '../http/answer-schema.js';

const event = { eventId: uuid, type: text, stream: text, position: text, at: instant };
const error = named('ProjectionError', object({ message: text }, event));
const skipped = named('SkippedEvent', object({ message: text, reason: text, by: text }, event));

const projection = named(
  'Projection',
  object(
    {
      slice: text,
      version: { ...count, description: 'Of the code that made the rows; 0: not built yet' },
      codeVersion: count,
      lagEvents: { ...count, description: 'Events of the log behind the position, counted up to 10,000' },
      lagSeconds: amount,
      state: oneOfWords(['live', 'building', 'stopped']),
      skipped: list(skipped),
    },
    {
      position: { ...text, description: 'Up to here the log is in the rows' },
      lagEventsOrMore: { ...flag, description: 'There are more than were counted' },
      error,
      building: { ...object({ since: instant, events: count }), description: 'A rebuild in the process asked' },
      lastRebuild: {
        ...object({ at: instant }, { error }),
        description: 'How the last rebuild in the process asked ended; with an error the old rows go on',
      },
    },
  ),
);

/** What the routes of projections answer. */
export const projectionAnswers = {
  list: object({ items: list(projection), log: object({}, { position: text }) }),
  done: object({ done: oneOfWords(['rebuild-begun', 'resumed', 'skipped']), words, projection }, { event: skipped }),
};
