import fc from 'fast-check';
import { difference } from './ledger-difference.scenario.js';
import { someHistory } from './ledger-histories.scenario.js';

describe('the ledger against a second writing of the same rules, day by day', () => {
  it('agrees on random histories: every method, order and policy, several drawings, days off and new dates', () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const found = difference(history);
        if (found) expect(found.ledger).toEqual(found.second);
      }),
      {
        numRuns: Number(process.env.LEDGER_RUNS ?? 500),
        ...(process.env.LEDGER_SEED && { seed: Number(process.env.LEDGER_SEED) }),
      },
    );
  });
});
