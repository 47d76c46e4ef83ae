import { MemoryEventStore, StoreFault } from '@soquy/event-store';
import { intentOf } from '../../../../test/support/intents.js';
import { Numbering } from './numbering.js';

describe('human codes', () => {
  let store: MemoryEventStore;
  let numbering: Numbering;
  const next = (key: string) => numbering.next(intentOf(key), 'tra-vinh');
  beforeEach(() => {
    store = new MemoryEventStore();
    numbering = new Numbering(store);
  });

  it('count on without a gap or a double, and what comes together takes its numbers in one append', async () => {
    const append = jest.spyOn(store, 'append');
    const codes = await Promise.all(Array.from({ length: 20 }, (_, index) => next(`command-${index}`)));
    expect(codes).toEqual(codes.map((_, index) => `LTH-2026-${String(index + 1).padStart(4, '0')}`));
    expect(append).toHaveBeenCalledTimes(2);
    expect(await next('command-20')).toBe('LTH-2026-0021');
  });

  it('give a command the number it took before, also among others and beside its twin', async () => {
    const first = await next('command-a');
    const [, , again, twin, other] = await Promise.all(['b', 'c', 'a', 'a', 'd'].map((key) => next(`command-${key}`)));
    expect([again, twin]).toEqual([first, first]);
    expect(other).not.toBe(first);
    const held = [];
    for await (const { data } of store.readStream('numbering-LTH.2026'))
      held.push((data as { objectStream: string }).objectStream);
    expect(held.sort()).toEqual(['a', 'b', 'c', 'd'].map((key) => `trainingClass-command-${key}`));
  });

  it('are not asked for one by one where the store is out of reach', async () => {
    const append = jest.spyOn(store, 'append').mockRejectedValue(new StoreFault('unavailable', 'no answer'));
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((key) => next(`command-${key}`)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(append).toHaveBeenCalledTimes(2);
  });
});
