import { Refusal } from '@soquy/kernel';
import { tally } from '@soquy/kernel/rehearsal.js';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { fund, type Fund } from './fund.decider.js';
import { fundEvents, isBorrowed, type BorrowedSource, type CapitalSource, type FundEvent } from './fund.events.js';
import { fundOutcomes } from './fund.outcomes.js';
import { fundRow, fundSummary } from './fund.summary.js';

const fundId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const given = scenario(fund, fundEvents, occasion({ objectId: fundId, stocks: { free: 20_000_000_000 } }));

const opened: FundEvent = { type: 'FundOpened', data: { fundId, name: 'Quỹ hỗ trợ phát triển HTX', openedOn: '2020-12-30' } };
const received = (source: CapitalSource, amountVnd: number, receivedOn: string): FundEvent => ({
  type: 'CapitalReceived',
  data: { fundId, source, borrowed: isBorrowed(source), amountVnd, receivedOn },
});
const returned = (source: BorrowedSource, amountVnd: number, returnedOn: string): FundEvent => ({
  type: 'CapitalReturned',
  data: { fundId, source, amountVnd, returnedOn },
});
const balanced: FundEvent = {
  type: 'FundBalancesOpened',
  data: {
    fundId,
    balances: [
      { source: 'budgetGrant', borrowed: false, amountVnd: 14_546_000_000 },
      { source: 'borrowed', borrowed: true, amountVnd: 1_000_000_000, lender: 'UBND tỉnh' },
    ],
    balancedOn: '2020-12-31',
  },
};

describe('a fund', () => {
  it('is opened once', () => {
    const wish = { name: 'Quỹ hỗ trợ phát triển HTX', effectiveOn: '2020-12-30' };
    given().when('OpenFund', wish).then(opened);
    given(opened).when('OpenFund', wish).thenNothing();
  });

  it('takes opening balances only as its first money, not before it was opened', () => {
    const balances = [
      { source: 'budgetGrant', amountVnd: 14_546_000_000, lender: 'ignored: nothing is owed for a grant' },
      { source: 'borrowed', amountVnd: 1_000_000_000, lender: 'UBND tỉnh' },
    ] as const;
    const wish = { fundId, balances: [...balances], effectiveOn: '2020-12-31' };
    given(opened).when('OpenFundBalances', wish).then(balanced);
    given(opened)
      .when('OpenFundBalances', { ...wish, effectiveOn: '2020-12-29' })
      .thenRefused('BeforeFundOpened', { openedOn: '2020-12-30' });
    given(opened, received('grant', 5, '2021-01-04'))
      .when('OpenFundBalances', wish)
      .thenRefused('MoneyRecordedBefore', { firstOn: '2021-01-04' });
    given(opened, balanced).when('OpenFundBalances', wish).thenRefused('MoneyRecordedBefore', { firstOn: '2020-12-31' });
  });

  it('receives capital by source and knows which of it is borrowed, and from whom', () => {
    given(opened)
      .when('ReceiveCapital', {
        fundId,
        source: 'borrowed',
        amountVnd: 3_000_000_000,
        lender: 'UBND tỉnh',
        effectiveOn: '2021-03-15',
      })
      .then({
        type: 'CapitalReceived',
        data: {
          fundId,
          source: 'borrowed',
          borrowed: true,
          amountVnd: 3_000_000_000,
          lender: 'UBND tỉnh',
          receivedOn: '2021-03-15',
        },
      });
    given(opened)
      .when('ReceiveCapital', { fundId, source: 'members', amountVnd: 7, effectiveOn: '2021-03-15' })
      .then(received('members', 7, '2021-03-15'));
  });

  it('records no capital from before its opening or its opening balances', () => {
    const receipt = { fundId, source: 'grant', amountVnd: 5, effectiveOn: '2020-12-30' } as const;
    given(opened)
      .when('ReceiveCapital', { ...receipt, effectiveOn: '2020-12-29' })
      .thenRefused('BeforeFundOpened', { openedOn: '2020-12-30' });
    given(opened, balanced).when('ReceiveCapital', receipt).thenRefused('BeforeOpeningBalances', { balancedOn: '2020-12-31' });
    given(opened, balanced)
      .when('ReturnCapital', { ...receipt, source: 'borrowed' })
      .thenRefused('BeforeOpeningBalances', { balancedOn: '2020-12-31' });
  });

  it('returns at most what it borrowed from that kind of source, on that day and on every later one', () => {
    const past = [opened, received('borrowed', 100, '2021-01-10'), received('entrusted', 500, '2021-01-10')];
    const wish = { fundId, source: 'borrowed', amountVnd: 60, effectiveOn: '2021-02-10' } as const;
    given(...past)
      .when('ReturnCapital', wish)
      .then(returned('borrowed', 60, '2021-02-10'));
    given(...past)
      .when('ReturnCapital', { ...wish, amountVnd: 101 })
      .thenRefused('MoreThanBorrowed', { source: 'borrowed', borrowedVnd: 100, amountVnd: 101 });
    given(...past, returned('borrowed', 60, '2021-06-10'))
      .when('ReturnCapital', wish)
      .thenRefused('MoreThanBorrowed', { source: 'borrowed', borrowedVnd: 40, amountVnd: 60 });
    given(...past, received('borrowed', 900, '2021-06-10'))
      .when('ReturnCapital', { ...wish, amountVnd: 200 })
      .thenRefused('MoreThanBorrowed', { source: 'borrowed', borrowedVnd: 100, amountVnd: 200 });
  });

  it('returns only what is neither lent nor promised to a loan', () => {
    const past = [opened, received('borrowed', 100, '2021-01-10')];
    const wish = { fundId, source: 'borrowed', amountVnd: 60, effectiveOn: '2021-02-10' } as const;
    given(...past)
      .when('ReturnCapital', wish, { stocks: { free: 60 } })
      .then(returned('borrowed', 60, '2021-02-10'));
    given(...past)
      .when('ReturnCapital', wish, { stocks: { free: 59 } })
      .thenRefused('CapitalPromised', { availableVnd: 59, amountVnd: 60 });
    given(...past)
      .when('ReturnCapital', wish, { stocks: { free: -5 } })
      .thenRefused('CapitalPromised', { availableVnd: 0, amountVnd: 60 });
    expect(() =>
      given(...past)
        .when('ReturnCapital', wish, { stocks: {} })
        .thenNothing(),
    ).toThrow('assertion: ');
    const free = { metrics: ['fund.capital'], minus: ['fund.outstanding', 'fund.reserved'], fundId, lowest: true };
    expect(fund.asks!.ReturnCapital!(given(...past).state(), wish)).toEqual({ free });
  });

  it('declares its charter capital, not before it was opened', () => {
    const charter = { bookCharterVnd: 20_000_000_000, undistributedProfitVnd: 0, unhandledLossVnd: 350_000_000 };
    given(opened)
      .when('DeclareCharterCapital', { fundId, ...charter, effectiveOn: '2021-12-31' })
      .then({ type: 'CharterCapitalDeclared', data: { fundId, ...charter, declaredOn: '2021-12-31' } });
    given(opened)
      .when('DeclareCharterCapital', { fundId, ...charter, effectiveOn: '2019-12-31' })
      .thenRefused('BeforeFundOpened', { openedOn: '2020-12-30' });
  });

  it('gives up a receipt only while what was borrowed has not gone back', () => {
    const { CapitalReceived: check } = fund.reversible;
    const receipt = { fundId, source: 'borrowed', borrowed: true, amountVnd: 100, receivedOn: '2021-01-10' } as const;
    const reverse = (without: Fund) => () => (check as (state: Fund, data: typeof receipt) => void)(without, receipt);
    expect(
      reverse(given(opened, received('borrowed', 60, '2021-01-12'), returned('borrowed', 60, '2021-02-01')).state()),
    ).not.toThrow();
    expect(reverse(given(opened, returned('borrowed', 60, '2021-02-01')).state())).toThrow(
      new Refusal('ReturnedSince', { source: 'borrowed', returnedOn: '2021-02-01' }, 'state'),
    );
  });
});

describe('figures of a fund', () => {
  const facts = [
    opened,
    balanced,
    received('borrowed', 3_000_000_000, '2021-03-15'),
    returned('borrowed', 500_000_000, '2021-05-04'),
  ];
  const recorded = facts.map((event, index) => ({ ...event, id: `event-${index}`, effectiveOn: `2021-0${index + 1}-01` }));

  it('add capital up by source, and borrowed capital apart', () => {
    const figure = tally(fund, fundOutcomes, [recorded]);
    expect(figure('fund.capital').value).toBe(18_046_000_000);
    expect(figure('fund.borrowedCapital').value).toBe(3_500_000_000);
    expect(figure('fund.capital', ({ source, fundId: of }) => source === 'budgetGrant' && of === fundId).value).toBe(
      14_546_000_000,
    );
  });

  it('stand on the page of the fund too', () => {
    expect(fundRow(given(...facts).state())).toMatchObject({
      capitalVnd: 18_046_000_000,
      borrowedCapitalVnd: 3_500_000_000,
      capitalBySource: { borrowed: 3_500_000_000, budgetGrant: 14_546_000_000 },
    });
    expect(fundSummary(given(opened).state())).toEqual({ title: 'Quỹ hỗ trợ phát triển HTX', status: 'open', fundId });
  });
});
