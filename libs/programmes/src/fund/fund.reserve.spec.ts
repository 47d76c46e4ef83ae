import { fixedRules, fold, type RuleBook, type DomainEvent } from '@soquy/kernel';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { fund } from './fund.decider.js';
import { fundEvents, type FundEvent } from './fund.events.js';
import { fundOutcomes } from './fund.outcomes.js';
import { fundReserve, type FundWish } from './fund.reserve.js';

const MILLION = 1_000_000;
const fundId = 'fund-1';
const given = scenario(fund, fundEvents);
const organisation = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:24' } as const;
const opened: FundEvent = { type: 'FundOpened', data: { fundId, name: 'Quỹ', openedOn: '2020-01-01' } };
const declared = (bookTr: number, profitTr: number, lossTr: number, declaredOn: string): FundEvent => ({
  type: 'CharterCapitalDeclared',
  data: {
    fundId,
    bookCharterVnd: bookTr * MILLION,
    undistributedProfitVnd: profitTr * MILLION,
    unhandledLossVnd: lossTr * MILLION,
    declaredOn,
  },
});
const limits = fixedRules({ 'fund.limit.perCustomer': 1_500, 'fund.limit.related': 2_500 });

const wish = (amountTr: number, over: Partial<FundWish> = {}): FundWish => ({
  fundId,
  loanId: 'loan-1',
  organisation,
  relatedOrganisationIds: [],
  amountVnd: amountTr * MILLION,
  decidedOn: '2026-03-02',
  ...over,
});

interface Stocks {
  capital?: number;
  borrowedCapital?: number;
  free?: number;
  customer?: number;
  related?: number;
}
/** Answers in triệu đồng; exposure on the day and over everything recorded. */
function answers(onDay: Stocks, ever: Stocks = {}): Record<string, number> {
  const none = { capital: 30_000, borrowedCapital: 0, free: 30_000, customer: 0, related: 0 };
  const inVnd = (stocks: Stocks, suffix: string) =>
    Object.entries({ ...none, ...onDay, ...stocks }).map(([name, amount]) => [`${name}${suffix}`, amount * MILLION]);
  return Object.fromEntries([...inVnd({}, ''), ...inVnd(ever, 'Ever')]) as Record<string, number>;
}

const reserve = (
  past: FundEvent[],
  of: FundWish,
  read: Record<string, number>,
  rules: RuleBook = limits,
): readonly DomainEvent[] =>
  fundReserve.decide(given(opened, ...past).state(), of, read, {
    ...occasion({ rules }),
    objectStream: 'loan-loan-1',
    commandId: 'command-1',
  });
const refusal = (code: string, facts: object) => expect.objectContaining({ code, facts, kind: 'state' }) as Error;

describe('limits of a customer (EX-1: 20.000 triệu in the books, a loss of 350)', () => {
  const charter = [declared(20_000, 0, 350, '2025-12-31')];

  it('are taken from actual charter capital, not from that in the books', () => {
    expect(() => reserve(charter, wish(3_000), answers({}))).toThrow(
      refusal('CustomerLimitExceeded', { limitVnd: 2_947_500_000, exposureVnd: 0, amountVnd: 3_000_000_000 }),
    );
    expect(reserve(charter, wish(2_947.5), answers({}))).toHaveLength(1);
    expect(reserve([declared(20_000, 0, 0, '2025-12-31')], wish(3_000), answers({}))).toHaveLength(1);
    expect(reserve([declared(20_000, 350, 350, '2025-12-31')], wish(3_000), answers({}))).toHaveLength(1);
  });

  it('leave 1.147,5 triệu beside 1.800 outstanding', () => {
    expect(reserve(charter, wish(1_147.5), answers({ customer: 1_800, related: 1_800 }))).toHaveLength(1);
    expect(() => reserve(charter, wish(1_147.6), answers({ customer: 1_800, related: 1_800 }))).toThrow(
      refusal('CustomerLimitExceeded', { limitVnd: 2_947_500_000, exposureVnd: 1_800_000_000, amountVnd: 1_147_600_000 }),
    );
  });

  it('count related persons to 25 percent', () => {
    const family = wish(1_000, { relatedOrganisationIds: ['htx-2'] });
    expect(reserve(charter, family, answers({ related: 3_912.5 }))).toHaveLength(1);
    expect(() => reserve(charter, family, answers({ related: 3_912.6 }))).toThrow(
      refusal('RelatedLimitExceeded', { limitVnd: 4_912_500_000, exposureVnd: 3_912_600_000, amountVnd: 1_000_000_000 }),
    );
  });

  it('take the declaration of the day, and own capital before the first one', () => {
    const later = [declared(20_000, 0, 0, '2025-12-31'), declared(10_000, 0, 0, '2026-03-03')];
    expect(reserve(later, wish(3_000), answers({}))).toHaveLength(1);
    expect(() => reserve(later, wish(3_000, { decidedOn: '2026-03-03' }), answers({}))).toThrow(
      refusal('CustomerLimitExceeded', { limitVnd: 1_500_000_000, exposureVnd: 0, amountVnd: 3_000_000_000 }),
    );
    const own = answers({ capital: 23_000, borrowedCapital: 3_000 });
    expect(reserve([], wish(3_000), own)).toHaveLength(1);
    expect(() => reserve([], wish(3_000.1), own)).toThrow(
      refusal('CustomerLimitExceeded', { limitVnd: 3_000_000_000, exposureVnd: 0, amountVnd: 3_000_100_000 }),
    );
  });

  it('do not hold on days without such a rule', () => {
    expect(reserve(charter, wish(20_000), answers({}), fixedRules({}))[0]!.data).not.toHaveProperty('customerLimit');
  });
});

describe('free capital', () => {
  it('is all that can be taken', () => {
    const read = answers({ capital: 100, free: 50 });
    const full = () => reserve([], wish(51), read, fixedRules({}));
    expect(full).toThrow(refusal('FundExhausted', { availableVnd: 50_000_000, amountVnd: 51_000_000 }));
    expect(reserve([], wish(50), read, fixedRules({}))).toHaveLength(1);
  });

  it('is asked as the lowest of the day and of all later ones: capital less outstanding less reserved', () => {
    const minus = ['fund.outstanding', 'fund.reserved'];
    expect(fundReserve.asks(wish(1)).free).toEqual({ metrics: ['fund.capital'], minus, fundId, lowest: true });
  });

  it('leaves the exposure of a customer no lower by dating an approval back', () => {
    const exposed = answers({}, { customer: 4_000, related: 4_000 });
    expect(() => reserve([], wish(1_000), exposed)).toThrow(expect.objectContaining({ code: 'CustomerLimitExceeded' }) as Error);
  });

  it('is never shown below zero', () => {
    const overdrawn = () => reserve([], wish(1), answers({ capital: 100, free: -30 }), fixedRules({}));
    expect(overdrawn).toThrow(refusal('FundExhausted', { availableVnd: 0, amountVnd: 1_000_000 }));
  });
});

describe('a reservation', () => {
  const made = reserve(
    [declared(20_000, 0, 350, '2025-12-31')],
    wish(1_000, { relatedOrganisationIds: ['htx-2'] }),
    answers({ customer: 500, related: 700 }),
  );

  it('keeps everything it was decided on', () => {
    expect(made[0]).toMatchObject({
      type: 'CapitalReserved',
      data: {
        fundId,
        commandId: 'command-1',
        loanId: 'loan-1',
        organisation,
        relatedOrganisationIds: ['htx-2'],
        amountVnd: 1_000_000_000,
        read: { free: 30_000_000_000, capital: 30_000_000_000, customer: 500_000_000, relatedEver: 700_000_000 },
        actualCharterVnd: 19_650_000_000,
        charterDeclaredOn: '2025-12-31',
        customerLimit: {
          limitVnd: 2_947_500_000,
          exposureVnd: 500_000_000,
          rule: { key: 'fund.limit.perCustomer', value: 1_500 },
        },
        relatedLimit: { limitVnd: 4_912_500_000, exposureVnd: 700_000_000, rule: { key: 'fund.limit.related', value: 2_500 } },
        reservedOn: '2026-03-02',
      },
    });
  });

  it('is freed from its own day on, once', () => {
    const past = [opened, made[0] as FundEvent];
    const freed = fundReserve.release(given(...past).state(), 'command-1', '2026-03-05');
    expect(freed).toEqual([
      {
        type: 'CapitalReleased',
        data: {
          fundId,
          commandId: 'command-1',
          loanId: 'loan-1',
          organisation,
          amountVnd: 1_000_000_000,
          releasedOn: '2026-03-02',
        },
      },
    ]);
    expect(fundReserve.release(given(...past, freed[0] as FundEvent).state(), 'command-1', '2026-03-05')).toEqual([]);
    expect(fundReserve.release(given(...past).state(), 'command-2', '2026-03-05')).toEqual([]);
    const entries = [made[0]!, freed[0]!].flatMap(({ type, data }) =>
      fundOutcomes.on[type as 'CapitalReserved'](data as never, fold(fund, [])),
    );
    expect(entries).toEqual([
      { metric: 'fund.reserved', amount: { value: 1_000_000_000 }, dimensions: { organisation } },
      { metric: 'fund.reserved', amount: { value: -1_000_000_000 }, dimensions: { organisation } },
    ]);
  });

  it('asks for the customer, and for the customer with related persons, in this fund', () => {
    const asked = fundReserve.asks(wish(1, { relatedOrganisationIds: ['htx-2', 'htx-1'] }));
    const exposure = { metrics: ['fund.outstanding', 'fund.reserved'], fundId };
    expect(asked).toMatchObject({
      capital: { metrics: ['fund.capital'], fundId },
      customer: { ...exposure, organisationIds: ['htx-1'] },
      related: { ...exposure, organisationIds: ['htx-1', 'htx-2'] },
      relatedEver: { ...exposure, organisationIds: ['htx-1', 'htx-2'], ever: true },
    });
    expect(asked.related).not.toHaveProperty('ever');
  });
});
