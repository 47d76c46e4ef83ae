import { named, object, text } from '../http/answer-schema.js';

/** The stream as the OpenAPI document describes it; `x-event` is what the data of an event holds. */
export const streamContent = {
  'text/event-stream': {
    schema: {
      ...text,
      description: 'Blocks of `id`, `event: recorded` and `data`, ended by an empty line',
      'x-event': named(
        'RecordedFact',
        object({
          position: { ...text, description: 'Fit for minPosition and Last-Event-ID' },
          category: text,
          objectId: text,
          type: text,
        }),
      ),
    },
  },
};
