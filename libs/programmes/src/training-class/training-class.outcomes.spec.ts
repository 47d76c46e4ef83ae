import type { Dimensions, OrganisationSnapshot } from '@soquy/kernel';
import { Rehearsal, tally } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { trainingClass, type TrainingClassCommands } from './training-class.decider.js';
import { trainingClassEvents, type TrainingKind } from './training-class.events.js';
import { trainingClassOutcomes } from './training-class.outcomes.js';

type Result = Omit<TrainingClassCommands['RecordHeldTrainingClass'], 'kind' | 'title' | 'effectiveOn'>;

const organisation = (organisationId: string): OrganisationSnapshot => ({
  organisationId,
  type: 'cooperative',
  sector: 'agriculture',
  place: 'TCTK63:84',
});
const known = occasion({ organisations: { 'o-1': organisation('o-1'), 'o-2': organisation('o-2') } });

function heldClass(kind: TrainingKind, result: Result, effectiveOn = '2017-05-12') {
  const one = new Rehearsal(trainingClass, trainingClassEvents, known);
  one.record('RecordHeldTrainingClass', { kind, title: 'Lớp', effectiveOn, ...result });
  return one.facts;
}
const figuresOf = (...classes: ReturnType<typeof heldClass>[]) => tally(trainingClass, trainingClassOutcomes, classes);
const exact = (value: number, unknown = 0) => ({ value, qualifier: 'exact', unknown });

describe('figures of the Trà Vinh report', () => {
  /** 927 workers and 314.230.000 đ in 32 classes; the last takes the rest. */
  const craft = Array.from({ length: 32 }, (_, index) =>
    index < 31
      ? { learners: { value: 28 }, costVnd: 9_810_000 }
      : { learners: { value: 927 - 31 * 28 }, costVnd: 314_230_000 - 31 * 9_810_000 },
  );
  const figure = figuresOf(
    heldClass('management', { learners: { value: 39 }, costVnd: 22_391_000 }),
    heldClass('management', { learners: { value: 40 }, costVnd: 22_966_000 }),
    heldClass('management', { learners: { value: 38 }, costVnd: 21_818_000 }),
    ...craft.map((result) => heldClass('craft', result)),
  );

  it.each([
    ['TV13.1', 'training.classes', 'management', 3],
    ['TV13.2', 'training.learners', 'management', 117],
    ['TV13.3', 'training.cost', 'management', 67_175_000],
    ['TV18.1', 'training.classes', 'craft', 32],
    ['TV18.2', 'training.learners', 'craft', 927],
    ['TV18.3', 'training.cost', 'craft', 314_230_000],
    ['TV13+TV18', 'training.classes', undefined, 35],
    ['TV13+TV18', 'training.learners', undefined, 1_044],
    ['TV13+TV18', 'training.cost', undefined, 381_405_000],
  ] as const)('%s: %s of %s', (_, metric, kind, value) => {
    expect(figure(metric, ({ activityKind }) => !kind || activityKind === kind)).toEqual(exact(value));
  });

  it('says nothing of the women, whom the report does not count', () => {
    expect(figure('training.women')).toEqual(exact(0, 35));
  });
});

describe('figures of a class', () => {
  it('BG20: two classes of which nothing more was told', () => {
    const figure = figuresOf(
      heldClass('refresher', { startedOn: '2021-04-19' }, '2021-04-24'),
      heldClass('refresher', { startedOn: '2021-04-22' }, '2021-04-26'),
    );
    expect(figure('training.classes')).toEqual(exact(2));
    for (const metric of ['training.learners', 'training.women', 'training.cost'] as const)
      expect(figure(metric)).toEqual(exact(0, 2));
  });

  it('do not count a plan or a cancellation', () => {
    const one = new Rehearsal(trainingClass, trainingClassEvents);
    one.record('PlanTrainingClass', {
      kind: 'craft',
      title: 'Lớp',
      plannedLearners: 30,
      budgetVnd: 9,
      effectiveOn: '2020-01-10',
    });
    one.record('CancelTrainingClass', { trainingClassId: 'c', effectiveOn: '2020-01-12' });
    const figure = figuresOf(one.facts);
    for (const metric of ['training.classes', 'training.learners', 'training.cost'] as const)
      expect(figure(metric)).toEqual(exact(0));
  });

  it('never mix persons with turns', () => {
    const figure = figuresOf(
      heldClass('refresher', { learners: { value: 30 }, women: 12 }),
      heldClass('refresher', { learners: { value: 80, qualifier: 'over' }, women: 25, countBasis: 'turns' }),
    );
    expect(figure('training.learners')).toEqual(exact(30, 1));
    expect(figure('training.women')).toEqual(exact(12, 1));
    expect(figure('training.turns')).toEqual({ value: 80, qualifier: 'over', unknown: 0 });
    expect(figure('training.womenTurns')).toEqual(exact(25));
  });

  const senders = [
    { organisationId: 'o-1', learners: 12 },
    { organisationId: 'o-2', learners: 5 },
  ];
  const of =
    (id: string) =>
    ({ organisation: found }: Dimensions) =>
      found?.organisationId === id;

  it.each([
    [{ value: 30 }, exact(30), 1],
    [{ value: 17 }, exact(17), 0],
    [{ value: 30, qualifier: 'over' }, { value: 30, qualifier: 'over', unknown: 0 }, 1],
    [undefined, exact(17, 1), 0],
  ] as const)('count learners under those who sent them, and nobody twice: of %j', (learners, inAll, unknown) => {
    const figure = figuresOf(heldClass('craft', { ...(learners && { learners }), senders, costVnd: 7 }));
    expect(figure('training.learners')).toEqual(inAll);
    expect([figure('training.learners', of('o-1')), figure('training.learners', of('o-2'))]).toEqual([exact(12), exact(5)]);
    expect([figure('training.senders'), figure('training.senders', of('o-2'))]).toEqual([exact(2, unknown), exact(1)]);
    expect(figure('training.cost', of('o-1'))).toEqual(exact(0));
  });

  it('count turns of those who sent them as turns', () => {
    const figure = figuresOf(heldClass('craft', { learners: { value: 40 }, countBasis: 'turns', senders }));
    expect(figure('training.turns', of('o-1'))).toEqual(exact(12));
    expect([figure('training.turns'), figure('training.learners')]).toEqual([exact(40), exact(0, 1)]);
  });

  it('do not know who sent the learners where nobody told, and keep a class that nobody came to', () => {
    const figure = figuresOf(heldClass('craft', { learners: { value: 0 } }));
    expect([figure('training.senders'), figure('training.learners')]).toEqual([exact(0, 1), exact(0)]);
  });

  it('keep "over" in a sum', () => {
    const figure = figuresOf(
      heldClass('craft', { learners: { value: 30 } }),
      heldClass('craft', { learners: { value: 20, qualifier: 'over' } }),
    );
    expect(figure('training.learners')).toEqual({ value: 50, qualifier: 'over', unknown: 0 });
  });

  it.each(['planned', 'recorded when it was over'])('%s, spends the money of its line: by its source and in its year', (how) => {
    const line = { status: 'allocated', programmeId: 'p-1', source: 'provincialBudget', budgetYear: 2026 };
    const one = new Rehearsal(trainingClass, trainingClassEvents, occasion({ references: { b: line } }));
    const plan = { kind: 'craft', title: 'Lớp', budgetLineId: 'b', effectiveOn: '2027-01-10' } as const;
    if (how === 'planned') {
      one.record('PlanTrainingClass', plan);
      one.record('HoldTrainingClass', { trainingClassId: 'c', costVnd: 7, effectiveOn: '2027-01-20' });
    } else one.record('RecordHeldTrainingClass', { ...plan, costVnd: 7 });
    expect(one.facts[0]!.data).toMatchObject({ programmeId: 'p-1', budgetSource: 'provincialBudget', budgetYear: 2026 });
    const ofLine = ({ source, budgetYear }: Dimensions) => source === 'provincialBudget' && budgetYear === 2026;
    for (const metric of ['budget.disbursed', 'training.cost'] as const)
      expect(figuresOf(one.facts)(metric, ofLine)).toEqual(exact(7));
  });

  it('spend on the budget line only a known cost of a class that has one', () => {
    expect(figuresOf(heldClass('craft', { budgetLineId: 'b', costVnd: 7 }))('budget.disbursed')).toEqual(exact(7));
    expect(figuresOf(heldClass('craft', { costVnd: 7 }))('budget.disbursed')).toEqual(exact(0));
    expect(figuresOf(heldClass('craft', { budgetLineId: 'b' }))('budget.disbursed')).toEqual(exact(0));
  });
});
