import { EVENT_FILTERS, readTyped, typedOf } from './event-question.js';

const nothing = Object.fromEntries(EVENT_FILTERS.map((name) => [name, undefined]));

describe('a question for events', () => {
  it('takes days as people type them, and clears what is empty', () => {
    expect(readTyped({ q: ' CT 118 ', actor: '', effectiveFrom: '1/2/2026' })).toEqual({
      asked: { ...nothing, q: 'CT 118', effectiveFrom: '2026-02-01' },
    });
  });

  it('names days that do not exist', () => {
    expect(readTyped({ effectiveFrom: '31/02/2026', recordedTo: 'mai' })).toEqual({ wrong: ['effectiveFrom', 'recordedTo'] });
  });

  it('is shown as it was typed', () => {
    expect(typedOf({ q: 'x', effectiveTo: '2026-02-01' })).toEqual({ q: 'x', effectiveTo: '01/02/2026' });
  });
});
