import { answered } from '../access/access.document.js';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const instant = { type: 'string', format: 'date-time' };
const uuid = { type: 'string', format: 'uuid' };

const errorFields = { eventId: uuid, type: text, stream: text, position: text, message: text, at: instant };
const known = ['eventId', 'type', 'stream', 'position', 'at'];
const error = answered(errorFields, known);
const skipped = answered({ ...errorFields, reason: text, by: text }, known);

const projection = answered(
  {
    slice: text,
    version: { ...count, description: 'Of the code that made the rows; 0: not built yet' },
    codeVersion: count,
    position: { ...text, description: 'Up to here the log is in the rows' },
    lagEvents: { ...count, description: 'Events of the log behind that position, counted up to 10,000' },
    lagEventsOrMore: { type: 'boolean', description: 'There are more than were counted' },
    lagSeconds: { type: 'number' },
    state: { enum: ['live', 'building', 'stopped'] },
    error: { ...error, description: 'Why it has stopped' },
    skipped: { type: 'array', items: skipped },
    building: { ...answered({ since: instant, events: count }), description: 'A rebuild in the process asked' },
    lastRebuild: {
      ...answered({ at: instant, error }, ['error']),
      description: 'How the last rebuild in the process asked ended; with an error the old rows go on',
    },
  },
  ['position', 'lagEventsOrMore', 'error', 'building', 'lastRebuild'],
);

/** What the routes of projections answer. */
export const projectionAnswers = {
  list: answered({ items: { type: 'array', items: projection }, log: answered({ position: text }, ['position']) }),
  done: answered(
    {
      done: { enum: ['rebuild-begun', 'resumed', 'skipped'] },
      words: answered({ vi: text, en: text }),
      projection,
      event: skipped,
    },
    ['event'],
  ),
};
