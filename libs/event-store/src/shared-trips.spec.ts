import { setTimeout as pause } from 'node:timers/promises';
import { SharedTrips } from './shared-trips.js';

describe('shared trips', () => {
  it('go at once when alone, together with what came meanwhile, and answer in order', async () => {
    const trips: number[][] = [];
    const doubling = new SharedTrips<number, number>(async (questions) => {
      trips.push([...questions]);
      await pause(5);
      return questions.map((question) => question * 2);
    });
    expect(await Promise.all([1, 2, 3].map((question) => doubling.ask(question)))).toEqual([2, 4, 6]);
    expect(trips).toEqual([[1], [2, 3]]);
    expect(doubling.idle).toBe(true);
    expect(await doubling.ask(4)).toBe(8);
  });

  it('never answer a question with a trip that began before it', async () => {
    let truth = 'old';
    const asking = new SharedTrips<string, string>(async ([question]) => {
      const seen = `${question}: ${truth}`;
      await pause(5);
      return [seen];
    });
    const early = asking.ask('early');
    truth = 'new';
    expect(await Promise.all([early, asking.ask('late')])).toEqual(['early: old', 'late: new']);
  });

  it('fail for everyone on board and for nobody after', async () => {
    let fault: Error | undefined = new Error('no connection');
    const asking = new SharedTrips<number, number>(async (questions) => {
      if (questions.includes(2) && fault) throw fault;
      return questions;
    });
    const [first, ...others] = await Promise.allSettled([1, 2, 3].map((question) => asking.ask(question)));
    expect([first!.status, ...others.map(({ status }) => status)]).toEqual(['fulfilled', 'rejected', 'rejected']);
    fault = undefined;
    expect(await asking.ask(2)).toBe(2);
  });
});
