import fc from 'fast-check';
import { addDays, evolveAll, type OrganisationSnapshot } from '@soquy/kernel';
import { recordedAgain, Rehearsal, type Step } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { machineryGrant, type MachineryGrantCommands } from './machinery-grant.decider.js';
import { machineryGrantEvents } from './machinery-grant.events.js';
import { earnedVnd, heldVnd, overdrawn, type MachineryGrant } from './machinery-grant.state.js';

const organisation: OrganisationSnapshot = {
  organisationId: 'o',
  type: 'cooperative',
  sector: 'agriculture',
  place: 'TCTK63:84',
};
const machineryGrantId = 'g';
const PERSONS = ['p-1', 'p-2', 'p-3'];

/** A step's days after its turn, now and then before; `inTurn` makes a day of it. */
const effectiveOn = fc.constantFrom('0', '0', '0', '1', '-1', '-2');
/** Small and few, so that limits are met exactly, and passed. */
const amountVnd = fc.constantFrom(1, 2, 4, 6, 8, 14, 20);
const money = fc.record({ amountVnd, effectiveOn, voucher: fc.constantFrom(undefined, undefined, 'v-1', 'v-2', 'v-3') });
const person = fc.constantFrom(...PERSONS);

type Commands = MachineryGrantCommands;
const step = <Name extends keyof Commands>(name: Name, fields: fc.Arbitrary<Omit<Commands[Name], 'machineryGrantId'>>) =>
  fc
    .tuple(fields, person)
    .map(([each, personId]) => [name, { machineryGrantId, ...each }, { personId }] as unknown as Step<Commands>);
const moneyStep = (name: 'PayGrantAdvance' | 'PayGrant' | 'RecoverGrant') =>
  step(
    name,
    money.map(({ voucher, ...each }) => ({ ...each, ...(voucher && { evidence: { documentNumber: 'UNC', voucher } }) })),
  );
const dayOnly = fc.record({ effectiveOn });
const project = { organisationId: 'o', tier: 'provincial', title: 'Đề án', item: 'Máy', totalInvestmentVnd: 30 } as const;

const anyStep = fc.oneof(
  step(
    'RequestMachineryGrant',
    fc.record({ effectiveOn, requestedSupportVnd: amountVnd }).map((each) => ({ ...project, ...each })),
  ),
  step('AppraiseMachineryGrant', fc.record({ effectiveOn, recommendedSupportVnd: amountVnd })),
  step('ApproveMachineryGrant', fc.record({ effectiveOn, approvedSupportVnd: amountVnd })),
  step('RejectMachineryGrant', dayOnly),
  step('SignGrantContract', fc.record({ effectiveOn, contractNumber: fc.constantFrom('1', '2') })),
  step('RecordAcceptance', fc.record({ effectiveOn, actualInvestmentVnd: fc.constant(30), acceptedSupportVnd: amountVnd })),
  step('SettleGrant', dayOnly),
  step('StopMachineryGrant', dayOnly),
  moneyStep('PayGrantAdvance'),
  moneyStep('PayGrant'),
  moneyStep('RecoverGrant'),
);

/** Most runs begin with a contract, an acceptance or a payment, or chance would hardly ever reach the end. */
const begun: Step<Commands>[] = [
  ['RequestMachineryGrant', { ...project, requestedSupportVnd: 20, effectiveOn: '0' }, { personId: 'p-1' }],
  ['AppraiseMachineryGrant', { machineryGrantId, recommendedSupportVnd: 20, effectiveOn: '0' }, { personId: 'p-1' }],
  ['ApproveMachineryGrant', { machineryGrantId, approvedSupportVnd: 20, effectiveOn: '0' }, { personId: 'p-2' }],
  ['SignGrantContract', { machineryGrantId, contractNumber: '1', effectiveOn: '0' }, { personId: 'p-1' }],
];
const acceptance = { machineryGrantId, actualInvestmentVnd: 30, acceptedSupportVnd: 8, effectiveOn: '0' };
const done: Step<Commands>[] = [
  ...begun,
  ['PayGrantAdvance', { machineryGrantId, amountVnd: 4, effectiveOn: '0' }],
  ['RecordAcceptance', acceptance],
];
const paidUp: Step<Commands>[] = [...done, ['PayGrant', { machineryGrantId, amountVnd: 4, effectiveOn: '0' }]];
const inTurn = ([name, fields, over]: Step<Commands>, turn: number) =>
  [name, { ...fields, effectiveOn: addDays('2026-12-20', turn + Number(fields.effectiveOn)) }, over] as Step<Commands>;
const steps = fc
  .tuple(fc.constantFrom([], begun, begun, done, done, paidUp, paidUp), fc.array(anyStep, { maxLength: 20 }))
  .map(([first, then]) => [...first, ...then].map(inTurn));
const grantOf = () =>
  new Rehearsal(
    machineryGrant,
    machineryGrantEvents,
    occasion({ objectId: machineryGrantId, organisations: { o: organisation } }),
  );

describe('any commands on a machinery grant', () => {
  it('given again yield nothing or are refused', () => {
    fc.assert(
      fc.property(steps, (each) => expect(recordedAgain(grantOf(), each)).toEqual([])),
      { numRuns: 300 },
    );
  });

  it('never pay more than was approved, accepted or may be advanced, nor recover more than was paid', () => {
    const sound = (grant: MachineryGrant) => {
      if (grant.status === 'none') return;
      expect(overdrawn(grant.movements)).toBe(false);
      const held = heldVnd(grant.movements);
      if ('approval' in grant) expect(held).toBeLessThanOrEqual(grant.approval.approvedSupportVnd);
      else expect(held).toBe(0);
      if (grant.status === 'contracted') expect(held * 10).toBeLessThanOrEqual(grant.approval.approvedSupportVnd * 7);
      if (grant.status === 'accepted' && grant.movements.at(-1)?.kind === 'payment')
        expect(held).toBeLessThanOrEqual(earnedVnd(grant));
      if (grant.status === 'settled') expect(held).toBe(earnedVnd(grant));
      if (grant.status === 'stopped') expect(held).toBe(0);
      if ('approval' in grant) expect(grant.approval.approvedBy).not.toBe(grant.requestedBy);
    };
    fc.assert(
      fc.property(steps, (each) => {
        const grant = grantOf();
        for (const one of each) {
          grant.attempt(...one);
          sound(grant.state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('amount to the same in the order of days as in the order of recording', () => {
    const summed = (grant: MachineryGrant) =>
      grant.status === 'none' ? grant : { ...grant, movements: [...grant.movements].map((one) => JSON.stringify(one)).sort() };
    fc.assert(
      fc.property(steps, (each) => {
        const grant = grantOf();
        for (const one of each) grant.attempt(...one);
        expect(summed(grant.state)).toEqual(summed(evolveAll(machineryGrant, grant.facts)));
      }),
      { numRuns: 300 },
    );
  });
});
