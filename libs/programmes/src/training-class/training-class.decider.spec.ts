import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { trainingClass } from './training-class.decider.js';
import { trainingClassEvents, type TrainingClassEvent } from './training-class.events.js';

const trainingClassId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const given = scenario(trainingClass, trainingClassEvents, occasion({ objectId: trainingClassId }));

const plan = { kind: 'management', title: 'Quản trị HTX', plannedLearners: 40, effectiveOn: '2026-03-02' } as const;
const result = { trainingClassId, learners: { value: 39 }, women: 17, costVnd: 22_391_667, effectiveOn: '2026-03-12' };
const planned: TrainingClassEvent = {
  type: 'TrainingClassPlanned',
  data: { trainingClassId, kind: 'management', title: 'Quản trị HTX', plannedLearners: 40, plannedOn: '2026-03-02' },
};
const held: TrainingClassEvent = {
  type: 'TrainingClassHeld',
  data: { trainingClassId, learners: { value: 39 }, women: 17, costVnd: 22_391_667, countBasis: 'persons', heldOn: '2026-03-12' },
};

describe('a training class', () => {
  it('is planned once', () => {
    given().when('PlanTrainingClass', plan).then(planned);
    given(planned).when('PlanTrainingClass', plan).thenNothing();
  });

  it('is held once, not before its plan, and not after a cancellation', () => {
    given(planned).when('HoldTrainingClass', result).then(held);
    given(planned, held).when('HoldTrainingClass', result).thenRefused('TrainingClassAlreadyHeld', { heldOn: '2026-03-12' });
    given(planned)
      .when('HoldTrainingClass', { ...result, effectiveOn: '2026-03-01' })
      .thenRefused('HeldBeforePlan', { plannedOn: '2026-03-02' });
    given(planned, { type: 'TrainingClassCancelled', data: { trainingClassId, cancelledOn: '2026-03-05' } })
      .when('HoldTrainingClass', result)
      .thenRefused('TrainingClassCancelledBefore', { cancelledOn: '2026-03-05' });
  });

  it('keeps what was not given unknown', () => {
    given(planned)
      .when('HoldTrainingClass', { trainingClassId, effectiveOn: '2026-03-12' })
      .then({ type: 'TrainingClassHeld', data: { trainingClassId, countBasis: 'persons', heldOn: '2026-03-12' } });
  });

  it('never counts more women than people, unless the count says "over"', () => {
    given(planned)
      .when('HoldTrainingClass', { ...result, women: 40 })
      .thenRefused('MoreWomenThanLearners', { learners: 39, women: 40 });
    expect(() =>
      given(planned).when('HoldTrainingClass', { ...result, women: 40, learners: { value: 39, qualifier: 'over' } }).then(held),
    ).not.toThrow('MoreWomenThanLearners');
  });

  it('can be recorded in one go', () => {
    given()
      .when('RecordHeldTrainingClass', { ...plan, ...result, startedOn: '2026-03-10' })
      .then(
        {
          type: 'TrainingClassPlanned',
          data: { trainingClassId, kind: 'management', title: 'Quản trị HTX', plannedOn: '2026-03-10' },
        },
        { type: 'TrainingClassHeld', data: { ...held.data, startedOn: '2026-03-10' } as never },
      );
  });
});
