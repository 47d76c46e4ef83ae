import fc from 'fast-check';
import { fold, type OrganisationSnapshot } from '@soquy/kernel';
import { recordedAgain, Rehearsal, type Step } from '@soquy/kernel/rehearsal.js';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { tradeFair, type TradeFairCommands } from './trade-fair.decider.js';
import { FAIR_KINDS, tradeFairEvents, type TradeFairEvent } from './trade-fair.events.js';

const tradeFairId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const organisation = (organisationId: string): OrganisationSnapshot => ({
  organisationId,
  type: 'cooperative',
  sector: 'agriculture',
  place: 'TCTK63:84',
});
const known = [organisation('o-1'), organisation('o-2'), organisation('o-3')];
const here = occasion({
  objectId: tradeFairId,
  organisations: Object.fromEntries(known.map((each) => [each.organisationId, each])),
});
const given = scenario(tradeFair, tradeFairEvents, here);

const plan = { kind: 'fair', role: 'joined', title: 'Hội chợ Mỹ Tho', effectiveOn: '2020-08-01' } as const;
const planned: TradeFairEvent = {
  type: 'TradeFairPlanned',
  data: { tradeFairId, kind: 'fair', role: 'joined', title: 'Hội chợ Mỹ Tho', plannedOn: '2020-08-01' },
};
const result = { tradeFairId, organisationIds: ['o-1', 'o-2'], stalls: { value: 4 }, effectiveOn: '2020-08-28' };
const held: TradeFairEvent = {
  type: 'TradeFairHeld',
  data: { tradeFairId, organisations: known.slice(0, 2), stalls: { value: 4 }, heldOn: '2020-08-28' },
};
const cancelled: TradeFairEvent = { type: 'TradeFairCancelled', data: { tradeFairId, cancelledOn: '2020-08-20' } };

describe('a trade fair', () => {
  it('is planned once, with what is known then', () => {
    given().when('PlanTradeFair', plan).then(planned);
    given(planned).when('PlanTradeFair', plan).thenNothing();
    given()
      .when('PlanTradeFair', { ...plan, programmeId: 'p', budgetLineId: 'b', place: 'TCTK63:82', budgetVnd: 9_000_000 })
      .then({
        type: 'TradeFairPlanned',
        data: { ...planned.data, programmeId: 'p', budgetLineId: 'b', place: 'TCTK63:82', budgetVnd: 9_000_000 } as never,
      });
  });

  it('is held with those known by name as they were on that day', () => {
    given(planned).when('HoldTradeFair', result).then(held);
    given(planned, held).when('HoldTradeFair', result).thenRefused('TradeFairAlreadyHeld', { heldOn: '2020-08-28' });
  });

  it('is held neither without a plan, nor before it, nor after a cancellation', () => {
    given().when('HoldTradeFair', result).thenRefused('TradeFairNotPlanned', {});
    given(planned)
      .when('HoldTradeFair', { ...result, effectiveOn: '2020-07-31' })
      .thenRefused('FairBeforePlan', { plannedOn: '2020-08-01' });
    given(planned)
      .when('HoldTradeFair', { ...result, startedOn: '2020-07-31' })
      .thenRefused('FairBeforePlan', { plannedOn: '2020-08-01' });
    given(planned, cancelled)
      .when('HoldTradeFair', result)
      .thenRefused('TradeFairCancelledBefore', { cancelledOn: '2020-08-20' });
  });

  it('does not begin after its end', () => {
    given(planned)
      .when('HoldTradeFair', { ...result, startedOn: '2020-08-29' })
      .thenRefused('FairStartedAfterEnd', { startedOn: '2020-08-29', heldOn: '2020-08-28' });
  });

  it('keeps what was not given unknown', () => {
    given(planned)
      .when('HoldTradeFair', { tradeFairId, effectiveOn: '2020-08-28' })
      .then({ type: 'TradeFairHeld', data: { tradeFairId, heldOn: '2020-08-28' } });
  });

  it('stores every count as it was told', () => {
    const counts = {
      participations: { value: 44, qualifier: 'over' },
      enterprises: { value: 20, qualifier: 'over' },
      products: { value: 40, valueTo: 50, qualifier: 'range' },
      visitors: { value: 8_000, qualifier: 'about' },
      revenue: { value: 700_000_000 },
      contracts: { value: 3 },
      costVnd: 12_500_000,
    } as const;
    given(planned)
      .when('HoldTradeFair', { ...result, ...counts, startedOn: '2020-08-25' })
      .then({ type: 'TradeFairHeld', data: { ...held.data, ...counts, startedOn: '2020-08-25' } as never });
  });

  it.each([
    [{ value: 1 }, 1],
    [{ value: 1, qualifier: 'almost' }, 1],
    [{ value: 0, valueTo: 1, qualifier: 'range' }, 1],
  ] as const)('never names more than were counted: 2 against %j', (participations, counted) => {
    given(planned)
      .when('HoldTradeFair', { ...result, participations })
      .thenRefused('MoreNamedThanCounted', { named: 2, counted });
  });

  it.each([{ value: 2 }, { value: 1, qualifier: 'over' }, { value: 1, qualifier: 'about' }] as const)(
    'may name two of %j',
    (participations) => {
      given(planned)
        .when('HoldTradeFair', { ...result, participations })
        .then({ type: 'TradeFairHeld', data: { ...held.data, participations } as never });
    },
  );

  it('can be recorded in one go, planned on its first day', () => {
    given()
      .when('RecordHeldTradeFair', { ...plan, ...result, startedOn: '2020-08-26', programmeId: 'p', place: 'TCTK63:82' })
      .then(
        {
          type: 'TradeFairPlanned',
          data: { ...planned.data, programmeId: 'p', place: 'TCTK63:82', plannedOn: '2020-08-26' } as never,
        },
        { type: 'TradeFairHeld', data: { ...held.data, startedOn: '2020-08-26' } as never },
      );
    given(planned, held)
      .when('RecordHeldTradeFair', { ...plan, ...result })
      .thenNothing();
  });

  it('is cancelled once, not before its plan, and not once held', () => {
    const cancel = { tradeFairId, effectiveOn: '2020-08-20' };
    given(planned).when('CancelTradeFair', cancel).then(cancelled);
    given(planned, cancelled).when('CancelTradeFair', cancel).thenNothing();
    given().when('CancelTradeFair', cancel).thenRefused('TradeFairNotPlanned', {});
    given(planned, held).when('CancelTradeFair', cancel).thenRefused('TradeFairAlreadyHeld', { heldOn: '2020-08-28' });
    given(planned)
      .when('CancelTradeFair', { ...cancel, effectiveOn: '2020-07-31' })
      .thenRefused('FairBeforePlan', { plannedOn: '2020-08-01' });
  });

  it('commits a known cost to its budget line, and nothing else', () => {
    const wish = {
      category: 'budgetLine',
      boundaryId: 'b',
      wish: { budgetLineId: 'b', amountVnd: 5_000_000, committedOn: '2020-08-28' },
    };
    const { HoldTradeFair, RecordHeldTradeFair } = tradeFair.reserves!;
    const withLine = given({ ...planned, data: { ...planned.data, budgetLineId: 'b' } } as TradeFairEvent).state();
    expect(HoldTradeFair!(withLine, { ...result, costVnd: 5_000_000 }, here)).toEqual(wish);
    expect(HoldTradeFair!(withLine, result, here)).toBeUndefined();
    expect(HoldTradeFair!(given(planned).state(), { ...result, costVnd: 5_000_000 }, here)).toBeUndefined();
    const inOneGo = { ...plan, ...result, budgetLineId: 'b', costVnd: 5_000_000 };
    expect(RecordHeldTradeFair!({ status: 'none' }, inOneGo, here)).toEqual(wish);
  });

  it('goes back to its plan when its result is taken back, and may be held again', () => {
    const [first, second] = [planned, held].map((event, index) => ({ ...event, id: `e-${index}`, effectiveOn: '2020-08-28' }));
    const correction = { type: 'CorrectionApproved', data: { eventId: 'e-1' }, id: 'e-2', effectiveOn: '2020-08-28' };
    expect(fold(tradeFair, [first!, second!, correction])).toEqual({ status: 'planned', ...planned.data });
  });
});

describe('any command on a fair', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2020-08-${String(date).padStart(2, '0')}`);
  const results = fc.record({
    effectiveOn: day,
    organisationIds: fc.option(fc.subarray(['o-1', 'o-2', 'o-3'], { minLength: 1 }), { nil: undefined }),
    participations: fc.option(fc.record({ value: fc.nat(4) }), { nil: undefined }),
  });
  const step: fc.Arbitrary<Step<TradeFairCommands>> = fc.oneof(
    fc
      .tuple(day, fc.constantFrom(...FAIR_KINDS))
      .map(([effectiveOn, kind]) => ['PlanTradeFair', { ...plan, kind, effectiveOn }] as const),
    results.map((fields) => ['HoldTradeFair', { tradeFairId, ...fields }] as const),
    results.map((fields) => ['RecordHeldTradeFair', { ...plan, ...fields }] as const),
    day.map((effectiveOn) => ['CancelTradeFair', { tradeFairId, effectiveOn }] as const),
  );

  it('given again yields nothing or is refused', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const fair = new Rehearsal(tradeFair, tradeFairEvents, here);
        expect(recordedAgain(fair, steps)).toEqual([]);
        expect(fair.facts.filter(({ type }) => type === 'TradeFairHeld').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
