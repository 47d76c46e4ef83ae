import { isKnown, readKnown, showKnown } from './known.js';

const now = new Date('2026-11-21T10:00:00Z');
const sample = 'p-00000000000000000886';
const read = (text: string) => readKnown(text, now, sample);

describe('a "known at" as people type it', () => {
  it.each([
    ['', undefined],
    ['15/01/2026 17:00', '2026-01-15T17:00:00+07:00'],
    ['15/1/2026 7:05', '2026-01-15T07:05:00+07:00'],
    ['15/01/2026', '2026-01-15T23:59:59+07:00'],
    ['2026-01-15T17:00:00Z', '2026-01-15T17:00:00Z'],
    ['21/11/2026', '2026-11-21T23:59:59+07:00'],
    ['886', sample],
    [sample, sample],
  ])('%s', (text, value) => expect(read(text)).toEqual({ value }));

  it.each([
    ['31/02/2026', 'unreadable'],
    ['15/01/2026 25:00', 'unreadable'],
    ['hôm qua', 'unreadable'],
    ['123456789012345678901', 'unreadable'],
    ['22/11/2026', 'future'],
    ['21/11/2026 23:00', 'future'],
  ])('%s is refused as %s', (text, wrong) => expect(read(text)).toEqual({ wrong }));

  it('needs to have seen a position to complete one', () => {
    expect(readKnown('886', now)).toEqual({ wrong: 'unreadable' });
  });

  it('in an address is taken only where the API takes it', () => {
    expect(['2026-01-15T17:00:00+07:00', sample].every(isKnown)).toBe(true);
    expect(['2026-02-31T99:00:00Z', '886', 'x', '15/01/2026'].some(isKnown)).toBe(false);
  });

  it('is shown as it can be typed again', () => {
    for (const known of ['2026-01-15T17:00:00+07:00', sample]) expect(read(showKnown(known))).toEqual({ value: known });
    expect(showKnown(undefined)).toBe('');
  });
});
