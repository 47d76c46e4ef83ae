import { fixedRules } from '@soquy/kernel';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { budgetLine } from './budget-line.decider.js';
import { budgetLineEvents, type BudgetLineEvent } from './budget-line.events.js';

const budgetLineId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const programmeId = '0d6bb0a5-9c0b-5e0e-8c11-6f8b0b3d9a01';
const of = { budgetLineId, budgetYear: 2026 };
const given = scenario(budgetLine, budgetLineEvents, occasion({ objectId: budgetLineId }));

const plan = {
  programmeId,
  title: 'Khuyến công 2026',
  source: 'industrialPromotion',
  budgetYear: 2026,
  allocatedVnd: 300,
} as const;
const allocated: BudgetLineEvent = { type: 'BudgetAllocated', data: { ...plan, budgetLineId, allocatedOn: '2026-01-15' } };
const committed = (commitmentNumber: number, amountVnd: number, committedOn: string): BudgetLineEvent => ({
  type: 'BudgetCommitted',
  data: { ...of, commitmentNumber, purpose: 'Máy may', amountVnd, committedOn },
});
const disbursed = (amountVnd: number, disbursedOn: string, commitmentNumber = 1): BudgetLineEvent => ({
  type: 'BudgetDisbursed',
  data: { ...of, amountVnd, shares: [{ commitmentNumber, amountVnd }], disbursedOn },
});
const increased = (amountVnd: number, increasedOn: string): BudgetLineEvent => ({
  type: 'BudgetIncreased',
  data: { ...of, amountVnd, increasedOn },
});
const wish = (fields: object, effectiveOn: string) => ({ budgetLineId, effectiveOn, ...fields }) as never;
/** What the figures answer. */
const left = (available: number) => ({ stocks: { available } });

describe('a budget line', () => {
  it('is allocated once, under a programme that is not closed', () => {
    const wished = { ...plan, effectiveOn: '2026-01-15' };
    given().when('AllocateBudgetLine', wished).then(allocated);
    given(allocated).when('AllocateBudgetLine', wished).thenNothing();
    given()
      .when('AllocateBudgetLine', wished, { references: { [programmeId]: { status: 'closed', closedOn: '2025-12-31' } } })
      .thenRefused('ProgrammeClosedBefore', { closedOn: '2025-12-31' });
    given()
      .when('AllocateBudgetLine', wished, { references: { [programmeId]: { status: 'closed', closedOn: '2026-06-30' } } })
      .then(allocated);
  });

  it('takes nothing before the day of its allocation', () => {
    for (const command of [
      'CommitBudget',
      'AdjustBudgetLine',
      'DisburseBudget',
      'RecoverDisbursement',
      'ReleaseCommitment',
    ] as const)
      given(allocated)
        .when(
          command,
          wish(command === 'AdjustBudgetLine' ? { increaseVnd: 1 } : { amountVnd: 1, commitmentNumber: 1 }, '2026-01-14'),
        )
        .thenRefused('BeforeAllocation', { allocatedOn: '2026-01-15' });
  });

  it('is never committed beyond what the figures say is left', () => {
    const commit = { purpose: 'Máy may', amountVnd: 180 };
    given(allocated)
      .when('CommitBudget', wish(commit, '2026-02-01'), left(180))
      .then(committed(1, 180, '2026-02-01'));
    given(allocated, committed(1, 120, '2026-02-01'))
      .when('CommitBudget', wish(commit, '2026-02-01'), left(179))
      .thenRefused('BudgetLineExhausted', { availableVnd: 179, amountVnd: 180 });
    given(allocated)
      .when('CommitBudget', wish(commit, '2026-02-01'), left(-20))
      .thenRefused('BudgetLineExhausted', { availableVnd: 0, amountVnd: 180 });
    given(allocated, committed(1, 300, '2026-02-01'))
      .when('CommitBudget', wish(commit, '2026-02-01'), left(180))
      .then(committed(2, 180, '2026-02-01'));
    expect(() => given(allocated).when('CommitBudget', wish(commit, '2026-02-01')).thenNothing()).toThrow('assertion: ');
  });

  it('asks what is left on the day and on every later one, and for an increase nothing', () => {
    const { CommitBudget, AdjustBudgetLine } = budgetLine.asks!;
    const state = given(allocated).state();
    const available = { metrics: ['budget.allocated'], minus: ['budget.committed'], budgetLineId, lowest: true };
    expect(CommitBudget!(state, wish({}, '2026-02-01'))).toEqual({ available });
    expect(AdjustBudgetLine!(state, wish({ decreaseVnd: 1 }, '2026-02-01'))).toEqual({ available });
    expect(AdjustBudgetLine!(state, wish({ increaseVnd: 1 }, '2026-02-01'))).toEqual({});
  });

  it('is increased, and decreased only down to what is committed', () => {
    given(allocated)
      .when('AdjustBudgetLine', wish({ increaseVnd: 50 }, '2026-03-01'))
      .then(increased(50, '2026-03-01'));
    const taken = given(allocated, committed(1, 120, '2026-02-01'));
    taken
      .when('AdjustBudgetLine', wish({ decreaseVnd: 180 }, '2026-03-01'), left(180))
      .then({ type: 'BudgetDecreased', data: { ...of, amountVnd: 180, decreasedOn: '2026-03-01' } });
    taken
      .when('AdjustBudgetLine', wish({ decreaseVnd: 181 }, '2026-03-01'), left(180))
      .thenRefused('BudgetLineExhausted', { availableVnd: 180, amountVnd: 181 });
    given(allocated).when('AdjustBudgetLine', wish({}, '2026-03-01')).thenRefused('IncreaseOrDecrease');
    given(allocated)
      .when('AdjustBudgetLine', wish({ increaseVnd: 1, decreaseVnd: 1 }, '2026-03-01'))
      .thenRefused('IncreaseOrDecrease');
    given(allocated)
      .when('AdjustBudgetLine', wish({ increaseVnd: Number.MAX_SAFE_INTEGER }, '2026-03-01'))
      .thenRefused('AllocationTooLarge', { mostVnd: Number.MAX_SAFE_INTEGER - 300 });
  });

  it('pays one commitment or all, the oldest first, never more than is committed and not paid', () => {
    const past = [allocated, committed(1, 100, '2026-02-01'), committed(2, 60, '2026-02-10')] as const;
    given(...past)
      .when('DisburseBudget', wish({ commitmentNumber: 2, amountVnd: 60 }, '2026-03-01'))
      .then(disbursed(60, '2026-03-01', 2));
    given(...past)
      .when('DisburseBudget', wish({ commitmentNumber: 2, amountVnd: 61 }, '2026-03-01'))
      .thenRefused('BeyondCommitment', { availableVnd: 60, amountVnd: 61 });
    const shares = [
      { commitmentNumber: 1, amountVnd: 70 },
      { commitmentNumber: 2, amountVnd: 20 },
    ];
    given(...past, disbursed(30, '2026-02-20'))
      .when('DisburseBudget', wish({ amountVnd: 90, acceptedOn: '2026-02-28' }, '2026-03-01'))
      .then({
        type: 'BudgetDisbursed',
        data: { ...of, amountVnd: 90, shares, acceptedOn: '2026-02-28', disbursedOn: '2026-03-01' },
      });
    given(...past, disbursed(30, '2026-02-20'))
      .when('DisburseBudget', wish({ amountVnd: 131 }, '2026-03-01'))
      .thenRefused('BeyondCommitment', { availableVnd: 130, amountVnd: 131 });
    given(...past)
      .when('DisburseBudget', wish({ amountVnd: 101 }, '2026-02-05'))
      .thenRefused('BeyondCommitment', { availableVnd: 100, amountVnd: 101 });
    given(...past)
      .when('DisburseBudget', wish({ commitmentNumber: 3, amountVnd: 1 }, '2026-03-01'))
      .thenRefused('UnknownCommitment', { commitmentNumber: 3 });
  });

  it('releases of a commitment what is not paid, and that once', () => {
    const past = [allocated, committed(1, 100, '2026-02-01'), disbursed(30, '2026-02-20')] as const;
    const released: BudgetLineEvent = {
      type: 'BudgetCommitmentReleased',
      data: { ...of, commitmentNumber: 1, amountVnd: 70, releasedOn: '2026-03-01' },
    };
    given(...past)
      .when('ReleaseCommitment', wish({ commitmentNumber: 1 }, '2026-03-01'))
      .then(released);
    given(...past, released)
      .when('ReleaseCommitment', wish({ commitmentNumber: 1 }, '2026-03-02'))
      .thenNothing();
    given(...past)
      .when('ReleaseCommitment', wish({ commitmentNumber: 1, amountVnd: 71 }, '2026-03-01'))
      .thenRefused('BeyondCommitment', { availableVnd: 70, amountVnd: 71 });
    expect(given(...past, released).state()).toMatchObject({ disbursedVnd: 30, allocatedVnd: 300 });
  });

  it('takes money back as a fact of its own day, at most what was paid, and can pay it again', () => {
    const past = [allocated, committed(1, 100, '2026-02-01'), committed(2, 60, '2026-02-10')] as const;
    const all = [...past, disbursed(100, '2026-02-20'), disbursed(60, '2026-02-21', 2)] as const;
    const shares = [
      { commitmentNumber: 2, amountVnd: 60 },
      { commitmentNumber: 1, amountVnd: 10 },
    ];
    const recovered: BudgetLineEvent = {
      type: 'BudgetRecovered',
      data: { ...of, amountVnd: 70, shares, recoveredOn: '2026-05-04' },
    };
    given(...all)
      .when('RecoverDisbursement', wish({ amountVnd: 70 }, '2026-05-04'))
      .then(recovered);
    given(...all)
      .when('RecoverDisbursement', wish({ amountVnd: 161 }, '2026-05-04'))
      .thenRefused('BeyondDisbursed', { disbursedVnd: 160, amountVnd: 161 });
    given(...all, recovered)
      .when('DisburseBudget', wish({ commitmentNumber: 1, amountVnd: 10 }, '2026-06-01'))
      .then(disbursed(10, '2026-06-01'));
    given(...all, recovered)
      .when('DisburseBudget', wish({ commitmentNumber: 1, amountVnd: 10 }, '2026-04-01'))
      .thenRefused('BeyondCommitment', { availableVnd: 0, amountVnd: 10 });
  });

  it('takes back a payment by correction only while no money that came back rests on it', () => {
    const check = budgetLine.reversible.BudgetDisbursed as (without: unknown, data: object) => void;
    const recovered: BudgetLineEvent = {
      type: 'BudgetRecovered',
      data: { ...of, amountVnd: 10, shares: [{ commitmentNumber: 1, amountVnd: 10 }], recoveredOn: '2026-05-04' },
    };
    const [plain, more] = [[allocated, committed(1, 400, '2026-02-01')] as const, committed(2, 400, '2026-02-01')];
    expect(() => check(given(...plain, more).state(), {})).not.toThrow();
    expect(() => check(given(...plain, recovered).state(), {})).toThrow('LaterFactsRestOnIt');
    expect(() => check(given(...plain, disbursed(10, '2026-03-01'), recovered).state(), {})).not.toThrow();
  });

  it('takes again what an increase or a release had brought, from that very day, in a settled year too', () => {
    const state = given(allocated).state();
    const { BudgetIncreased, BudgetCommitmentReleased } = budgetLine.retakes!;
    const again = { category: 'budgetLine', boundaryId: budgetLineId };
    const wanted = { budgetLineId, amountVnd: 20, committedOn: '2026-03-01', again: true };
    expect(BudgetIncreased!(state, { ...of, amountVnd: 20, increasedOn: '2026-03-01' })).toEqual({ ...again, wish: wanted });
    const released = { ...of, commitmentNumber: 1, amountVnd: 20, releasedOn: '2026-03-01' };
    expect(BudgetCommitmentReleased!(state, released)).toEqual({ ...again, wish: wanted });
    expect(Object.keys(budgetLine.retakes!)).toEqual(['BudgetIncreased', 'BudgetCommitmentReleased']);
  });
});

describe('the budget year (domain.md B4, EX-20)', () => {
  const rules = fixedRules({ 'budget.settlement.end': [1, 31] });
  const past = given(allocated, committed(1, 100, '2026-02-01'));
  const pay = (effectiveOn: string, acceptedOn: string) =>
    past.when('DisburseBudget', wish({ amountVnd: 40, acceptedOn }, effectiveOn), { rules });

  it('takes a payment of January for work accepted in December', () => {
    pay('2027-01-20', '2026-12-28').then({
      type: 'BudgetDisbursed',
      data: {
        ...of,
        amountVnd: 40,
        shares: [{ commitmentNumber: 1, amountVnd: 40 }],
        acceptedOn: '2026-12-28',
        settlementEndOn: '2027-01-31',
        disbursedOn: '2027-01-20',
      },
    });
  });

  it('leaves work accepted in January to the next year', () => {
    pay('2027-01-20', '2027-01-05').thenRefused('AcceptedInAnotherYear', { budgetYear: 2026, acceptedOn: '2027-01-05' });
  });

  it('is over when its settlement adjustment is, where a rule of that year says so', () => {
    pay('2027-01-31', '2026-12-28').then(expect.objectContaining({ type: 'BudgetDisbursed' }) as never);
    pay('2027-02-01', '2026-12-28').thenRefused('BudgetYearSettled', { budgetYear: 2026, settlementEndOn: '2027-01-31' });
    past
      .when('CommitBudget', wish({ purpose: 'Máy may', amountVnd: 1 }, '2027-02-01'), { rules, ...left(200) })
      .thenRefused('BudgetYearSettled', { budgetYear: 2026, settlementEndOn: '2027-01-31' });
    past
      .when('CommitBudget', wish({ purpose: 'Máy may', amountVnd: 1 }, '2027-02-01'), left(200))
      .then(committed(2, 1, '2027-02-01'));
  });
});
