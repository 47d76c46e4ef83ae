import type { Dimensions, OrganisationSnapshot, Quantity } from '@soquy/kernel';
import { Rehearsal, tally } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { tradeFair, type TradeFairCommands } from './trade-fair.decider.js';
import { tradeFairEvents, type FairKind } from './trade-fair.events.js';
import { tradeFairOutcomes } from './trade-fair.outcomes.js';

type Result = Omit<TradeFairCommands['RecordHeldTradeFair'], 'kind' | 'role' | 'title' | 'effectiveOn'>;

const snapshot = (organisationId: string): OrganisationSnapshot => ({
  organisationId,
  type: 'cooperativeGroup',
  sector: 'industryConstruction',
  place: 'TCTK63:84',
});
const organisations = Object.fromEntries(['o-1', 'o-2', 'o-3', 'o-4'].map((id) => [id, snapshot(id)]));

function heldFair(kind: FairKind, result: Result) {
  const fair = new Rehearsal(tradeFair, tradeFairEvents, occasion({ organisations }));
  fair.record('RecordHeldTradeFair', { kind, role: 'joined', title: 'Hội chợ', effectiveOn: '2020-01-15', ...result });
  return fair.facts;
}
const figuresOf = (...fairs: (readonly [FairKind, Result])[]) =>
  tally(
    tradeFair,
    tradeFairOutcomes,
    fairs.map(([kind, result]) => heldFair(kind, result)),
  );
const ofKind = (kind: FairKind) => (dimensions: Dimensions) => dimensions.activityKind === kind;
const took = (value: number, qualifier?: 'over'): Result => ({ participations: { value, ...(qualifier && { qualifier }) } });

describe('figures of the Trà Vinh report', () => {
  const market = (revenue: number, visitors: Quantity): readonly [FairKind, Result] => [
    'ruralMarket',
    { stalls: { value: 60 }, enterprises: { value: 26 }, revenue: { value: revenue }, visitors },
  ];
  const figure = figuresOf(
    ...([8, 8, 6, 8, 8] as const).map((value) => ['fair', took(value)] as const),
    [
      'fair',
      {
        ...took(6, 'over'),
        stalls: { value: 4 },
        products: { value: 40, qualifier: 'over' },
        enterprises: { value: 20, qualifier: 'over' },
      },
    ],
    ...([8, 8, 8, 8] as const).map((value) => ['supplyDemandMeeting', took(value)] as const),
    ['supplyDemandMeeting', took(7, 'over')],
    market(680_000_000, { value: 8_000 }),
    market(720_000_000, { value: 8_000 }),
    market(700_000_000, { value: 8_000, qualifier: 'over' }),
  );

  it.each([
    ['TV24.1', 'fair.participations', 'fair', { value: 44, qualifier: 'over', unknown: 0 }],
    ['TV25.1', 'fair.stalls', 'fair', { value: 4, qualifier: 'exact', unknown: 5 }],
    ['TV25.2', 'fair.products', 'fair', { value: 40, qualifier: 'over', unknown: 5 }],
    ['TV25.3', 'fair.enterprises', 'fair', { value: 20, qualifier: 'over', unknown: 5 }],
    ['TV26.1', 'fair.participations', 'supplyDemandMeeting', { value: 39, qualifier: 'over', unknown: 0 }],
    ['TV30.1', 'fair.events', 'ruralMarket', { value: 3, qualifier: 'exact', unknown: 0 }],
    ['TV31.1, in all three', 'fair.stalls', 'ruralMarket', { value: 180, qualifier: 'exact', unknown: 0 }],
    ['TV31.2', 'fair.enterprises', 'ruralMarket', { value: 78, qualifier: 'exact', unknown: 0 }],
    ['TV31.3', 'fair.revenue', 'ruralMarket', { value: 2_100_000_000, qualifier: 'exact', unknown: 0 }],
    ['TV31.4', 'fair.visitors', 'ruralMarket', { value: 24_000, qualifier: 'over', unknown: 0 }],
    ['all kinds', 'fair.events', undefined, { value: 14, qualifier: 'exact', unknown: 0 }],
    ['all kinds', 'fair.participations', undefined, { value: 83, qualifier: 'over', unknown: 3 }],
    ['costs were not told', 'fair.cost', undefined, { value: 0, qualifier: 'exact', unknown: 14 }],
  ] as const)('%s: %s of %s', (_, metric, kind, expected) => {
    expect(figure(metric, kind && ofKind(kind))).toEqual(expected);
  });
});

describe('figures of a fair', () => {
  it('BG29: a meeting of which nothing was told counts once, with the rest unknown', () => {
    const figure = figuresOf(['supplyDemandMeeting', {}]);
    expect(figure('fair.events')).toEqual({ value: 1, qualifier: 'exact', unknown: 0 });
    for (const metric of ['fair.participations', 'fair.visitors', 'fair.revenue', 'fair.contracts', 'fair.cost'] as const)
      expect(figure(metric)).toEqual({ value: 0, qualifier: 'exact', unknown: 1 });
  });

  it('do not count a plan or a cancellation', () => {
    const fair = new Rehearsal(tradeFair, tradeFairEvents);
    fair.record('PlanTradeFair', { kind: 'fair', role: 'joined', title: 'Hội chợ', effectiveOn: '2020-01-10' });
    fair.record('CancelTradeFair', { tradeFairId: 'f', effectiveOn: '2020-01-12' });
    expect(tally(tradeFair, tradeFairOutcomes, [fair.facts])('fair.events').value).toBe(0);
  });

  it.each([
    [undefined, { value: 3, qualifier: 'exact' }],
    [{ value: 3 }, { value: 3, qualifier: 'exact' }],
    [{ value: 10 }, { value: 10, qualifier: 'exact' }],
    [
      { value: 10, qualifier: 'over' },
      { value: 10, qualifier: 'over' },
    ],
    [
      { value: 3, qualifier: 'over' },
      { value: 3, qualifier: 'over' },
    ],
    [
      { value: 2, qualifier: 'over' },
      { value: 3, qualifier: 'exact' },
    ],
    [
      { value: 10, qualifier: 'almost' },
      { value: 10, qualifier: 'almost' },
    ],
    [
      { value: 3, valueTo: 5, qualifier: 'range' },
      { value: 3, qualifier: 'range' },
    ],
    [
      { value: 1, valueTo: 3, qualifier: 'range' },
      { value: 3, qualifier: 'exact' },
    ],
  ] as const)('three known by name beside %j participations', (participations, expected) => {
    const figure = figuresOf(['fair', { organisationIds: ['o-1', 'o-2', 'o-3'], participations }]);
    expect(figure('fair.participations')).toEqual({ ...expected, unknown: 0 });
    expect(figure('fair.participations', ({ organisation }) => organisation?.organisationId === 'o-2').value).toBe(1);
  });

  it('keep the upper end of a range beside those known by name', () => {
    const [, held] = heldFair('fair', {
      organisationIds: ['o-1', 'o-2'],
      participations: { value: 1, valueTo: 6, qualifier: 'range' },
    });
    const entries = tradeFairOutcomes.on.TradeFairHeld(held!.data as never, { status: 'none' });
    const amounts = entries.filter(({ metric }) => metric === 'fair.participations').map(({ amount }) => amount);
    expect(amounts).toEqual([{ value: 1 }, { value: 1 }, { value: 0, valueTo: 4, qualifier: 'range' }]);
  });

  it('spend on the budget line only a known cost of a fair that has one', () => {
    expect(figuresOf(['fair', { budgetLineId: 'b', costVnd: 7_000_000 }])('budget.disbursed').value).toBe(7_000_000);
    expect(figuresOf(['fair', { costVnd: 7_000_000 }])('budget.disbursed').value).toBe(0);
    expect(figuresOf(['fair', { budgetLineId: 'b' }])('budget.disbursed')).toEqual({ value: 0, qualifier: 'exact', unknown: 0 });
  });
});

it.each(['planned', 'recorded when it was over'])(
  'a fair %s spends the money of its line: by its source and in its year',
  (how) => {
    const line = { status: 'allocated', programmeId: 'p-1', source: 'nationalTargetProgramme', budgetYear: 2026 };
    const fair = new Rehearsal(tradeFair, tradeFairEvents, occasion({ references: { b: line } }));
    const plan = { kind: 'fair', role: 'joined', title: 'Hội chợ', budgetLineId: 'b', effectiveOn: '2027-01-10' } as const;
    if (how === 'planned') {
      fair.record('PlanTradeFair', plan);
      fair.record('HoldTradeFair', { tradeFairId: 'f', costVnd: 9, effectiveOn: '2027-01-20' });
    } else fair.record('RecordHeldTradeFair', { ...plan, costVnd: 9 });
    expect(fair.facts[0]!.data).toMatchObject({ programmeId: 'p-1', budgetSource: 'nationalTargetProgramme', budgetYear: 2026 });
    const figure = tally(tradeFair, tradeFairOutcomes, [fair.facts]);
    const ofLine = ({ source, budgetYear }: Dimensions) => source === 'nationalTargetProgramme' && budgetYear === 2026;
    for (const metric of ['budget.disbursed', 'fair.cost'] as const) expect(figure(metric, ofLine).value).toBe(9);
  },
);
