import type { Day } from '@soquy/kernel';
import type { LoanTerms } from './contract.js';
import type { LoanFact, Treatment } from './facts.js';
import { allocationsOf } from './ledger.js';
import {
  million,
  terms,
  fact,
  drawn,
  repaid,
  start,
  february,
  march,
  keep,
  on,
  dueOn,
  ahead,
  everyDay,
} from './ledger-cases.scenario.js';

describe('payments, by hand', () => {
  it('1: paid as agreed, the loan ends at nothing', () => {
    const facts = [start, february, march, repaid('2026-04-15', 20_203_836), repaid('2026-05-15', 20_098_630)];
    const { outstanding, payoff, held, daysPastDue } = on('2026-05-15', facts);
    expect([outstanding, payoff, held, daysPastDue]).toEqual([0, 0, 0, 0]);
  });

  it('2: paid on the due day, nothing of it is overdue', () => {
    expect(on('2026-03-15', [start, february]).due.principal).toBe(20 * million);
    expect(on('2026-03-15', [start, february]).overdue.principal).toBe(0);
    expect(dueOn('2026-03-16', [start, february, march])).toEqual([0, 0, 0, 0]);
  });

  it('3: one day late bears one day: 4.932 on the principal, 76 on the interest', () => {
    expect(dueOn('2026-03-16', [start, february])).toEqual([20 * million, 276_164, 4_932, 76]);
    expect(on('2026-03-16', [start, february]).daysPastDue).toBe(1);
  });

  it('4: a payment told late but made on an earlier day is counted from that day', () => {
    const late = repaid('2026-03-25', 20 * million);
    expect(dueOn('2026-04-01', [start, february])).toEqual([20 * million, 276_164, 83_836, 1_286]);
    // Ten days of overdue interest; late interest goes on for all seventeen.
    expect(dueOn('2026-04-01', [start, february, late])).toEqual([0, 276_164, 49_315, 1_286]);
  });

  it('5: a prepayment between interest days lowers the interest of the rest of the period', () => {
    const facts = [start, february, repaid('2026-02-25', 10 * million)];
    expect(dueOn('2026-03-15', facts)).toEqual([20 * million, 246_575, 0, 0]);
  });

  it.each([
    ['cancelLatest', [20, 20, 5]],
    ['reduceEach', [15, 15, 15]],
    ['payNext', [5, 20, 20]],
  ] as const)('6: 15 triệu ahead under %s', (prepayment, left) => {
    const state = on('2026-02-25', [start, february, repaid('2026-02-25', 15 * million)], { prepayment });
    expect(ahead(state).map(([, principal]) => principal)).toEqual(left.map((part) => part * million));
  });

  it('7: paid off in the middle of a period, with ten days of interest', () => {
    const before = on('2026-02-25', [start, february]);
    expect([before.accruedInterest, before.payoff]).toEqual([98_630, 60_098_630]);
    const facts = [start, february, fact('2026-02-25', { kind: 'paidOff' })];
    expect(allocationsOf(terms, facts, everyDay)[1]).toMatchObject({ principal: 60 * million, interest: 98_630, held: 0 });
    expect([on('2026-12-31', facts).payoff, on('2026-12-31', facts).paid.interest]).toEqual([0, 404_383]);
  });

  it('8: what is paid beyond the whole debt is held, and pays what is drawn and falls due later', () => {
    const facts = [drawn('2026-01-15', 30 * million), repaid('2026-01-15', 31 * million), drawn('2026-02-15', 30 * million)];
    expect(on('2026-02-14', facts).held).toBe(million);
    // The second tranche falls due from 15/04 on. Until then only interest does: 28 days of 30 triệu are 138.082.
    expect([on('2026-03-15', facts).held, on('2026-03-15', facts).paid.interest]).toEqual([861_918, 138_082]);
    // 31 days of 30 triệu are 152.877; what is left of the million goes to the principal of that day.
    const { held, paid, due } = on('2026-04-15', facts);
    expect([held, paid.interest, paid.principal]).toEqual([0, 290_959, 30 * million + 709_041]);
    expect(due.principal).toBe(10 * million - 709_041);
  });

  it('9: what a voucher names is paid; what it names beyond what is owed is held until something falls due', () => {
    const facts = [start, repaid('2026-02-15', 400_000, { interest: 400_000 })];
    expect([on('2026-02-15', facts).paid.interest, on('2026-02-15', facts).held]).toEqual([305_753, 94_247]);
    expect([on('2026-03-15', facts).held, on('2026-03-15', facts).due.interest]).toEqual([0, 276_164 - 94_247]);
  });

  it('10: interest that is paid before it is due is not asked again', () => {
    const facts = [start, february, repaid('2026-02-25', 50_000, { interest: 50_000 })];
    expect([on('2026-02-25', facts).accruedInterest, on('2026-03-15', facts).due.interest]).toEqual([48_630, 226_164]);
  });

  it('11: instalment by instalment the oldest is finished first, by kind all interest comes before principal', () => {
    // On 15/04: 20 triệu of March with 276.164, 31 days overdue; 20 triệu of April with 203.836.
    expect(dueOn('2026-04-15', [start, february])).toEqual([40 * million, 480_000, 152_877, 2_346]);
    const paid = (allocation: LoanTerms['allocation']) =>
      on('2026-04-15', [start, february, repaid('2026-04-15', 10 * million)], { allocation });
    expect(paid('byInstalment').due).toMatchObject({ interest: 203_836, overdueInterest: 0, lateInterest: 0 });
    expect(paid('byKind').due).toMatchObject({ interest: 0, overdueInterest: 0, lateInterest: 0 });
    expect(paid('interestFirst').due.principal).toBe(40 * million - (10 * million - 635_223));
    expect(paid('overduePrincipalFirst').due).toMatchObject({ principal: 30 * million, interest: 480_000 });
  });
});

describe('rates, tranches and caps, by hand', () => {
  it('12: another rate splits the period, and is summed before it is rounded', () => {
    const facts = [
      start,
      february,
      fact('2026-02-25', { kind: 'rateChanged', annualRateBasisPoints: 720, overdueRatePercent: 130 }),
    ];
    expect(dueOn('2026-03-15', facts)[1]).toBe(311_671);
    // 31 days of 20 triệu at 130 % of 7,2 %.
    expect(dueOn('2026-04-15', facts)[2]).toBe(158_992);
  });

  it('13: a second tranche bears from its day, and falls due after it', () => {
    const facts = [drawn('2026-01-15', 30 * million), drawn('2026-02-25', 30 * million)];
    expect(on('2026-02-15', facts).due.interest).toBe(152_877);
    const march15 = on('2026-03-15', [...facts, repaid('2026-02-15', 152_877)]);
    expect([march15.due.interest, march15.due.principal, march15.outstanding]).toEqual([226_849, 20 * million, 60 * million]);
    expect(march15.instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(60 * million);
  });

  it('14: late interest stops at its cap and never runs on itself', () => {
    const facts = [start, february, repaid('2026-03-15', 20 * million, { principal: 20 * million })];
    expect(dueOn('2027-03-15', facts)[3]).toBeGreaterThan(27_616);
    const alone = [...facts, repaid('2026-03-16', 40 * million, { principal: 40 * million })];
    // One day of 40 triệu is 6.575, due on 15/04 and 334 days late on 15/03/2027.
    expect(dueOn('2027-03-15', alone)).toEqual([0, 282_739, 0, 28_218]);
    expect(dueOn('2027-03-15', alone, { lateInterestCapPercent: 5 })[3]).toBe(14_137);
  });

  it('15: interest on overdue principal is rounded when some of it is paid, and starts again from there', () => {
    const facts = [start, february, repaid('2026-03-20', 4_657, { overdueInterest: 4_657 })];
    // Five days are 24.657,53: asked as 24.658, of which 20.001 stay; five days more are 24.657,53 again.
    expect(dueOn('2026-03-20', facts)[2]).toBe(20_001);
    expect(dueOn('2026-03-25', facts)[2]).toBe(44_659);
  });

  it('16: while a debt is frozen nothing runs; days past due go on', () => {
    const facts = [start, february, fact('2026-02-25', { kind: 'frozen', until: '2026-03-05' })];
    expect(dueOn('2026-03-15', facts)[1]).toBe(197_260);
    const forGood = [start, february, fact('2026-03-15', { kind: 'frozen' })];
    expect(dueOn('2026-05-01', forGood)).toEqual([40 * million, 276_164, 0, 0]);
    expect(on('2026-05-01', forGood).daysPastDue).toBe(47);
  });
});

describe('new dates, by hand', () => {
  const overdue = [start, february];
  const plan = (...instalments: (readonly [Day, number])[]) => instalments.map(([day, principal]) => ({ on: day, principal }));

  it('17: a holiday of principal moves what falls due in it to the next day, interest goes on', () => {
    const facts = [start, february, fact('2026-03-01', { kind: 'holiday', until: '2026-05-01', of: 'principal', shifts: false })];
    expect(dueOn('2026-04-15', facts)).toEqual([0, 276_164 + 305_753, 0, 2_346]);
    expect(dueOn('2026-05-15', facts)[0]).toBe(60 * million);
  });

  it('18: a holiday of all that shifts moves the rest by two months; 89 days of interest fall due together', () => {
    const holiday = fact('2026-03-01', { kind: 'holiday', until: '2026-05-01', of: 'principalAndInterest', shifts: true });
    const facts = [start, february, holiday];
    expect(on('2026-04-30', facts).due.principal + on('2026-04-30', facts).due.interest).toBe(0);
    expect(dueOn('2026-05-15', facts)).toEqual([20 * million, 877_808, 0, 0]);
    expect(ahead(on('2026-05-15', facts))).toEqual([
      ['2026-06-15', 20 * million],
      ['2026-07-15', 20 * million],
    ]);
  });

  it('19: rescheduled within the term, what is overdue stays overdue and the rest has new days', () => {
    const instalments = plan(['2026-04-30', 10 * million], ['2026-05-15', 30 * million]);
    const state = on('2026-04-01', [...overdue, fact('2026-04-01', { kind: 'rescheduled', instalments, treatment: keep })]);
    expect(state.overdue).toMatchObject({ principal: 20 * million, interest: 276_164, overdueInterest: 83_836 });
    expect(ahead(state)).toEqual([
      ['2026-04-15', 0],
      ['2026-04-30', 10 * million],
      ['2026-05-15', 30 * million],
    ]);
    expect(state.daysPastDue).toBe(17);
  });

  const extended = (change: Partial<Treatment>) =>
    fact('2026-04-01', {
      kind: 'extended',
      maturityOn: '2026-07-15',
      instalments: plan(['2026-05-15', 20 * million], ['2026-06-15', 20 * million], ['2026-07-15', 20 * million]),
      treatment: { ...keep, overduePrincipal: 'spread', overdueInterest: 'spread', ...change },
    });

  it('20: extended with arrears spread, they fall due in thirds with the new instalments', () => {
    const state = on('2026-04-01', [...overdue, extended({ reAge: true })]);
    expect(state.due).toEqual({ principal: 0, interest: 0, overdueInterest: 0, lateInterest: 1_286 });
    expect([state.deferredInterest, state.daysPastDue]).toEqual([276_164 + 83_836, 0]);
    // 17 days of 40 triệu and 14 of 60 are 249.863, due on 15/04 as ever.
    expect(dueOn('2026-04-15', [...overdue, extended({ reAge: true })])[1]).toBe(249_863);
    const may = on('2026-05-15', [...overdue, extended({ reAge: true }), repaid('2026-04-15', 249_863, { interest: 249_863 })]);
    // 30 days of 60 triệu are 295.890, and a third of 276.164 and of 83.836.
    expect(may.due).toMatchObject({ principal: 20 * million, interest: 295_890 + 92_054, overdueInterest: 27_945 });
  });

  it('21: days past due go on through an extension that does not count anew, until the arrears are paid', () => {
    const facts = [...overdue, extended({})];
    expect([on('2026-04-01', facts).daysPastDue, on('2026-04-11', facts).daysPastDue]).toEqual([17, 27]);
    const paid = [...facts, repaid('2026-04-11', 20 * million, { principal: 20 * million })];
    expect(on('2026-04-11', paid).daysPastDue).toBe(27);
    const all = [...paid, repaid('2026-04-11', 360_000, { interest: 276_164, overdueInterest: 83_836 })];
    expect(on('2026-04-11', all).daysPastDue).toBe(0);
  });

  it('22: what is waived is named as waived, and nothing else is', () => {
    const facts = [...overdue, extended({ overduePrincipal: 'spread', overdueInterest: 'waive', lateInterest: 'waive' })];
    const { waived, due, outstanding } = on('2026-04-01', facts);
    expect(waived).toEqual({ principal: 0, interest: 276_164, overdueInterest: 83_836, lateInterest: 1_286 });
    expect([outstanding, due.interest + due.overdueInterest + due.lateInterest]).toEqual([60 * million, 0]);
  });

  it('23: called in, everything is due that day and overdue from it', () => {
    const facts = [start, february, fact('2026-02-25', { kind: 'called' })];
    expect(dueOn('2026-02-25', facts)).toEqual([60 * million, 98_630, 0, 0]);
    // 30 days of 60 triệu at 9 %, and of 98.630 at 10 %.
    expect(dueOn('2026-03-27', facts)).toEqual([60 * million, 98_630, 443_836, 811]);
    expect(on('2026-03-27', facts).daysPastDue).toBe(30);
  });

  it('27: interest due on the first day of a holiday waits for the first interest day after it, and is not late', () => {
    const holiday = fact('2026-02-15', { kind: 'holiday', until: '2026-03-01', of: 'principalAndInterest', shifts: false });
    const state = on('2026-02-15', [start, holiday]);
    expect([state.due.interest, state.deferredInterest]).toEqual([0, 305_753]);
    expect(dueOn('2026-03-15', [start, holiday])).toEqual([20 * million, 305_753 + 276_164, 0, 0]);
  });

  it('28: arrears spread twice are counted once: paid off, nothing is past due', () => {
    const again = fact('2026-05-20', {
      kind: 'rescheduled',
      instalments: plan(['2026-06-15', 30 * million], ['2026-07-15', 30 * million]),
      treatment: { ...keep, overduePrincipal: 'spread' },
    });
    const first = { ...extended({}), instalments: plan(['2026-05-15', 60 * million]) } as LoanFact;
    const facts = [...overdue, first, again];
    expect(on('2026-05-20', facts).daysPastDue).toBe(66);
    expect(on('2026-05-20', [...facts, fact('2026-05-20', { kind: 'paidOff' })]).daysPastDue).toBe(0);
  });

  it('29: overdue interest that was spread bears no late interest when it is due', () => {
    const facts = [...overdue, extended({ reAge: true }), repaid('2026-04-15', 249_863, { interest: 249_863 })];
    // 1.286,24 from before the extension, and ten days of 387.944 at 10 %; nothing of the 27.945.
    expect(dueOn('2026-05-25', facts)[3]).toBe(2_349);
  });

  it('30: what is held pays the interest that falls due when a loan is called', () => {
    const money = repaid('2026-02-25', 60_100_000, { principal: 60_100_000 });
    const facts = [start, february, money, fact('2026-02-25', { kind: 'called' })];
    expect(on('2026-02-25', facts.slice(0, 3)).held).toBe(100_000);
    expect([on('2026-02-25', facts).due.interest, on('2026-02-25', facts).held]).toEqual([0, 100_000 - 98_630]);
  });

  it('31: a holiday after the end of the term makes no interest day of that end', () => {
    const called = fact('2026-01-15', { kind: 'called' });
    const late = fact('2026-02-14', { kind: 'holiday', until: '2026-02-15', of: 'principalAndInterest', shifts: false });
    const instalments = plan(['2026-02-15', 60 * million]);
    const again = fact('2026-02-14', { kind: 'rescheduled', instalments, treatment: { ...keep, overduePrincipal: 'spread' } });
    // By a rate a period one day of 31 is to come: 60 triệu at half a percent are 300.000 a month, and 9.677 a day.
    const state = on('2026-02-14', [start, called, late, again], { dayCount: 'period' });
    expect(state.instalments.find(({ nominalOn }) => nominalOn === '2026-02-15')!.interest).toBe(9_677);
  });
});

describe('write-off and recovery, by hand', () => {
  const amounts = { principal: 60 * million, interest: 276_164, overdueInterest: 83_836, lateInterest: 1_286 };
  const facts = [start, february, fact('2026-04-01', { kind: 'writtenOff', amounts })];

  it('24: each part is written off by itself, and what is written off bears nothing more', () => {
    const state = on('2026-12-31', facts);
    expect(state.writtenOff).toEqual(amounts);
    // 17 days of the 40 triệu that were not due are 111.781: they stay owed and fall due on 15/04.
    expect([state.outstanding, state.daysPastDue]).toEqual([0, 260]);
    expect(state.due).toMatchObject({ principal: 0, interest: 111_781, overdueInterest: 0 });
  });

  it('25: what is recovered afterwards stands by itself', () => {
    const state = on('2026-12-31', [...facts, fact('2026-06-01', { kind: 'recovered', amount: 5 * million })]);
    expect([state.recovered, state.writtenOff.principal, state.paid.principal]).toEqual([5 * million, 60 * million, 0]);
  });

  it('26: a part of the principal, the oldest first; the rest goes on', () => {
    const part = [start, february, fact('2026-04-01', { kind: 'writtenOff', amounts: { principal: 5 * million } })];
    expect(dueOn('2026-04-15', part)[0]).toBe(35 * million);
    // 17 days of 20 triệu and 14 of 15 at 9 %: 83.835,62 and 51.780,82.
    expect(dueOn('2026-04-15', part)[2]).toBe(135_616);
  });
});
