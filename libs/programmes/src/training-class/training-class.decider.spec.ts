import fc from 'fast-check';
import { fold, type OrganisationSnapshot } from '@soquy/kernel';
import { recordedAgain, Rehearsal, type Step } from '@soquy/kernel/rehearsal.js';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { trainingClass, type TrainingClassCommands } from './training-class.decider.js';
import { COUNT_BASES, TRAINING_KINDS, trainingClassEvents, type TrainingClassEvent } from './training-class.events.js';

const trainingClassId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const organisation = (organisationId: string): OrganisationSnapshot => ({
  organisationId,
  type: 'cooperative',
  sector: 'agriculture',
  place: 'TCTK63:84',
});
const here = occasion({
  objectId: trainingClassId,
  organisations: { 'o-1': organisation('o-1'), 'o-2': organisation('o-2') },
});
const given = scenario(trainingClass, trainingClassEvents, here);

const plan = { kind: 'management', title: 'Quản trị HTX', effectiveOn: '2026-03-02' } as const;
const planned: TrainingClassEvent = {
  type: 'TrainingClassPlanned',
  data: { trainingClassId, kind: 'management', title: 'Quản trị HTX', plannedOn: '2026-03-02' },
};
const onLine = { ...planned, data: { ...planned.data, budgetLineId: 'b' } } as TrainingClassEvent;
const result = { trainingClassId, learners: { value: 39 }, women: 17, costVnd: 22_391_667, effectiveOn: '2026-03-12' };
const heldWith = (other: object) =>
  ({
    type: 'TrainingClassHeld',
    data: {
      trainingClassId,
      learners: { value: 39 },
      women: 17,
      costVnd: 22_391_667,
      countBasis: 'persons',
      heldOn: '2026-03-12',
      ...other,
    },
  }) as TrainingClassEvent;
const held = heldWith({});
const cancelled: TrainingClassEvent = { type: 'TrainingClassCancelled', data: { trainingClassId, cancelledOn: '2026-03-05' } };

describe('a training class', () => {
  it('is planned once, with what is known then', () => {
    given().when('PlanTrainingClass', plan).then(planned);
    given(planned).when('PlanTrainingClass', plan).thenNothing();
    const more = { programmeId: 'p', budgetLineId: 'b', place: 'TCTK63:84', plannedLearners: 40, budgetVnd: 25_000_000 };
    given()
      .when('PlanTrainingClass', { ...plan, ...more })
      .then({ ...planned, data: { ...planned.data, ...more } } as TrainingClassEvent);
  });

  it('is held once', () => {
    given(planned).when('HoldTrainingClass', result).then(held);
    given(planned, held).when('HoldTrainingClass', result).thenRefused('TrainingClassAlreadyHeld', { heldOn: '2026-03-12' });
  });

  it('is held neither without a plan, nor before it, nor after a cancellation', () => {
    given().when('HoldTrainingClass', result).thenRefused('TrainingClassNotPlanned', {});
    for (const early of [{ effectiveOn: '2026-03-01' }, { startedOn: '2026-03-01' }])
      given(planned)
        .when('HoldTrainingClass', { ...result, ...early })
        .thenRefused('ClassBeforePlan', { plannedOn: '2026-03-02' });
    given(planned, cancelled)
      .when('HoldTrainingClass', result)
      .thenRefused('TrainingClassCancelledBefore', { cancelledOn: '2026-03-05' });
  });

  it('does not begin after its end', () => {
    given(planned)
      .when('HoldTrainingClass', { ...result, startedOn: '2026-03-13' })
      .thenRefused('ClassStartedAfterEnd', { startedOn: '2026-03-13', heldOn: '2026-03-12' });
  });

  it('keeps what was not given unknown', () => {
    given(planned)
      .when('HoldTrainingClass', { trainingClassId, effectiveOn: '2026-03-12' })
      .then({ type: 'TrainingClassHeld', data: { trainingClassId, countBasis: 'persons', heldOn: '2026-03-12' } });
  });

  it.each([
    [{ value: 39 }, 39],
    [{ value: 39, qualifier: 'exact' }, 39],
    [{ value: 39, qualifier: 'almost' }, 39],
    [{ value: 30, valueTo: 39, qualifier: 'range' }, 39],
  ] as const)('never counts more women than people: 40 of %j', (learners, most) => {
    given(planned)
      .when('HoldTrainingClass', { ...result, learners, women: 40 })
      .thenRefused('MoreWomenThanLearners', { learners: most, women: 40 });
    given(planned)
      .when('HoldTrainingClass', { ...result, learners, women: 39 })
      .then(heldWith({ learners, women: 39 }));
  });

  it.each([{ value: 39, qualifier: 'over' }, { value: 39, qualifier: 'about' }, undefined] as const)(
    'may count 40 women of %j, which says no upper end',
    (learners) => {
      const { learners: _, ...data } = heldWith({ women: 40 }).data as { learners: object };
      given(planned)
        .when('HoldTrainingClass', { ...result, learners, women: 40 })
        .then({ type: 'TrainingClassHeld', data: { ...data, ...(learners && { learners }) } } as TrainingClassEvent);
    },
  );

  it('tells who sent its learners, as they were on that day', () => {
    const senders = [
      { organisationId: 'o-1', learners: 20 },
      { organisationId: 'o-2', learners: 19 },
    ];
    const told = senders.map(({ organisationId, learners }) => ({ ...organisation(organisationId), learners }));
    given(planned)
      .when('HoldTrainingClass', { ...result, senders })
      .then(heldWith({ senders: told }));
    given(planned)
      .when('HoldTrainingClass', { ...result, learners: { value: 38, qualifier: 'over' }, senders })
      .then(heldWith({ learners: { value: 38, qualifier: 'over' }, senders: told }));
    given(planned)
      .when('HoldTrainingClass', { trainingClassId, senders, effectiveOn: '2026-03-12' })
      .then({
        type: 'TrainingClassHeld',
        data: { trainingClassId, senders: told, countBasis: 'persons', heldOn: '2026-03-12' },
      });
    given(planned)
      .when('HoldTrainingClass', { ...result, learners: { value: 38 }, senders })
      .thenRefused('MoreSentThanLearners', { learners: 38, sent: 39 });
  });

  it('may be counted in turns', () => {
    given(planned)
      .when('HoldTrainingClass', { ...result, countBasis: 'turns' })
      .then(heldWith({ countBasis: 'turns' }));
  });

  it('can be recorded in one go, planned on its first day', () => {
    given()
      .when('RecordHeldTrainingClass', { ...plan, ...result, startedOn: '2026-03-10', programmeId: 'p' })
      .then(
        { ...planned, data: { ...planned.data, programmeId: 'p', plannedOn: '2026-03-10' } } as TrainingClassEvent,
        heldWith({ startedOn: '2026-03-10' }),
      );
    given(planned, held)
      .when('RecordHeldTrainingClass', { ...plan, ...result })
      .thenNothing();
  });

  it('is cancelled once, not before its plan, and not once held', () => {
    const cancel = { trainingClassId, effectiveOn: '2026-03-05' };
    given(planned).when('CancelTrainingClass', cancel).then(cancelled);
    given(planned, cancelled).when('CancelTrainingClass', cancel).thenNothing();
    given().when('CancelTrainingClass', cancel).thenRefused('TrainingClassNotPlanned', {});
    given(planned, held).when('CancelTrainingClass', cancel).thenRefused('TrainingClassAlreadyHeld', { heldOn: '2026-03-12' });
    given(planned)
      .when('CancelTrainingClass', { ...cancel, effectiveOn: '2026-03-01' })
      .thenRefused('ClassBeforePlan', { plannedOn: '2026-03-02' });
  });

  it('commits a known cost to its budget line, and nothing else', () => {
    const wish = {
      category: 'budgetLine',
      boundaryId: 'b',
      wish: { budgetLineId: 'b', amountVnd: 22_391_667, committedOn: '2026-03-12' },
    };
    const { HoldTrainingClass, RecordHeldTrainingClass } = trainingClass.reserves!;
    expect(HoldTrainingClass!(given(onLine).state(), result, here)).toEqual(wish);
    expect(HoldTrainingClass!(given(onLine).state(), { trainingClassId, effectiveOn: '2026-03-12' }, here)).toBeUndefined();
    expect(HoldTrainingClass!(given(planned).state(), result, here)).toBeUndefined();
    expect(RecordHeldTrainingClass!({ status: 'none' }, { ...plan, ...result, budgetLineId: 'b' }, here)).toEqual(wish);
  });

  it('goes back to its plan when its result is taken back', () => {
    const facts = [planned, held, { type: 'CorrectionApproved', data: { eventId: 'e-1' } }].map((event, index) => ({
      ...event,
      id: `e-${index}`,
      effectiveOn: '2026-03-12',
    }));
    expect(fold(trainingClass, facts)).toEqual({ status: 'planned', ...planned.data });
    expect(trainingClass.reversible).toEqual({
      TrainingClassPlanned: 'never',
      TrainingClassHeld: 'always',
      TrainingClassCancelled: 'always',
    });
  });
});

describe('any command on a class', () => {
  const effectiveOn = fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${day}`);
  const results = fc.record({
    effectiveOn,
    learners: fc.option(fc.record({ value: fc.nat(3) }), { nil: undefined }),
    women: fc.option(fc.nat(3), { nil: undefined }),
    countBasis: fc.constantFrom(undefined, ...COUNT_BASES),
    senders: fc.option(
      fc.record({ organisationId: fc.constantFrom('o-1', 'o-2'), learners: fc.integer({ min: 1, max: 3 }) }).map((one) => [one]),
      { nil: undefined },
    ),
  });
  const kind = fc.constantFrom(...TRAINING_KINDS);
  const step: fc.Arbitrary<Step<TrainingClassCommands>> = fc.oneof(
    fc.record({ effectiveOn, kind }).map((fields) => ['PlanTrainingClass', { ...plan, ...fields }] as const),
    results.map((fields) => ['HoldTrainingClass', { trainingClassId, ...fields }] as const),
    results.map((fields) => ['RecordHeldTrainingClass', { ...plan, ...fields }] as const),
    effectiveOn.map((on) => ['CancelTrainingClass', { trainingClassId, effectiveOn: on }] as const),
  );

  it('given again yields nothing or is refused', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const held = new Rehearsal(trainingClass, trainingClassEvents, here);
        expect(recordedAgain(held, steps)).toEqual([]);
        expect(held.facts.filter(({ type }) => type === 'TrainingClassHeld').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
