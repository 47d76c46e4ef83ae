import { allocate, type Owed } from './loan.allocation.schedule.js';

/** EX-11: interest on overdue principal, in-term interest and late interest make up the interest due. */
const owed: Owed = {
  overduePrincipalVnd: 18_000_000,
  interestDueVnd: 110_959 + 1_200_000 + 8_219,
  principalDueVnd: 0,
  principalAheadVnd: 0,
  interestAheadVnd: 0,
};

describe('allocation of a payment', () => {
  it('pays overdue principal first, then interest (EX-11)', () => {
    const split = allocate(19_000_000, owed, 'overduePrincipalFirst');
    expect(split).toEqual({ principalVnd: 18_000_000, interestVnd: 1_000_000, restVnd: 0 });
    expect(owed.interestDueVnd - split.interestVnd).toBe(310_959 + 8_219);
  });

  it('pays interest first where that was agreed (EX-11)', () => {
    const split = allocate(19_000_000, owed, 'interestFirst');
    expect(split).toEqual({ principalVnd: 17_680_822, interestVnd: 1_319_178, restVnd: 0 });
    expect(owed.overduePrincipalVnd - split.principalVnd).toBe(319_178);
  });

  it('pays interest before principal that is due in time, then principal in advance, then running interest', () => {
    const inTime: Owed = {
      overduePrincipalVnd: 0,
      interestDueVnd: 5,
      principalDueVnd: 10,
      principalAheadVnd: 100,
      interestAheadVnd: 3,
    };
    const paid = (amount: number) => Object.values(allocate(amount, inTime, 'overduePrincipalFirst'));
    expect([paid(4), paid(8), paid(20), paid(117), paid(120)]).toEqual([
      [0, 4, 0],
      [3, 5, 0],
      [15, 5, 0],
      [110, 7, 0],
      [110, 8, 2],
    ]);
  });
});
