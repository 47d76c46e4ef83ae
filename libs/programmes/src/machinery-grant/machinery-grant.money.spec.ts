import { fixedRules } from '@soquy/kernel';
import { Rehearsal } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { machineryGrant, type MachineryGrantCommands } from './machinery-grant.decider.js';
import { machineryGrantEvents } from './machinery-grant.events.js';

const machineryGrantId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const organisation = { organisationId: 'o', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84' } as const;

type Name = keyof MachineryGrantCommands;

/** A grant of 45 million with its contract signed on 2026-02-01; answers a command with the recorded data or the refusal's code. */
function contractedGrant(rules = fixedRules({})) {
  const grant = new Rehearsal(machineryGrant, machineryGrantEvents, occasion({ rules, organisations: { o: organisation } }));
  const give = (name: Name, effectiveOn: string, fields: object, personId = 'p-officer') => {
    const answer = grant.attempt(name, { machineryGrantId, effectiveOn, ...fields } as never, { personId });
    if (typeof answer === 'string') return answer;
    return answer.length === 0 ? 'nothing' : answer[0]!.data;
  };
  const project = { organisationId: 'o', tier: 'provincial', title: 'Đề án', item: 'Máy', totalInvestmentVnd: 121_000_000 };
  give('RequestMachineryGrant', '2026-01-05', { ...project, requestedSupportVnd: 45_000_000 });
  give('AppraiseMachineryGrant', '2026-01-10', { recommendedSupportVnd: 45_000_000 });
  give('ApproveMachineryGrant', '2026-01-20', { approvedSupportVnd: 45_000_000 }, 'p-leader');
  give('SignGrantContract', '2026-02-01', { contractNumber: '1' });
  const money =
    (name: Name) =>
    (amountVnd: number, on: string, { voucher }: { voucher?: string } = {}) =>
      give(name, on, { amountVnd, ...(voucher && { evidence: { documentNumber: 'UNC', voucher } }) });
  const accept = (acceptedSupportVnd: number, on: string) =>
    give('RecordAcceptance', on, { actualInvestmentVnd: 121_000_000, acceptedSupportVnd });
  return {
    advance: money('PayGrantAdvance'),
    pay: money('PayGrant'),
    recover: money('RecoverGrant'),
    accept,
    settle: (on: string) => give('SettleGrant', on, {}),
    stop: (on: string) => give('StopMachineryGrant', on, {}),
  };
}

describe('advances', () => {
  it('EX-15: of a support of 45 million at most 31.5 million, in one or several', () => {
    expect(contractedGrant().advance(31_500_001, '2026-02-10')).toBe('AdvanceTooHigh');
    expect(contractedGrant().advance(31_500_000, '2026-02-10')).toMatchObject({
      amountVnd: 31_500_000,
      maxShareBasisPoints: 7_000,
    });
    const grant = contractedGrant();
    expect(grant.advance(30_000_000, '2026-02-10')).toMatchObject({ paidOn: '2026-02-10' });
    expect(grant.advance(1_500_001, '2026-02-11')).toBe('AdvanceTooHigh');
    expect(grant.advance(1_500_000, '2026-02-11')).toMatchObject({ amountVnd: 1_500_000 });
  });

  it('follow the rule of their day', () => {
    const grant = contractedGrant(fixedRules({ 'kc.advance.max': 5_000 }));
    expect(grant.advance(22_500_001, '2026-02-10')).toBe('AdvanceTooHigh');
    expect(grant.advance(22_500_000, '2026-02-10')).toMatchObject({ maxShareBasisPoints: 5_000 });
  });

  it('may be paid again once they are back', () => {
    const grant = contractedGrant();
    grant.advance(31_500_000, '2026-02-10');
    grant.recover(31_500_000, '2026-03-10');
    expect(grant.advance(31_500_000, '2026-03-09')).toBe('BeforePrecedingStep');
    expect(grant.advance(31_500_000, '2026-03-11')).toMatchObject({ amountVnd: 31_500_000 });
  });

  it('are neither paid before the contract nor after the acceptance', () => {
    expect(contractedGrant().advance(1_000_000, '2026-01-31')).toBe('BeforePrecedingStep');
    const grant = contractedGrant();
    grant.accept(45_000_000, '2026-05-01');
    expect(grant.advance(1_000_000, '2026-05-02')).toBe('StepNotOpen');
  });
});

describe('payments', () => {
  it('need an acceptance, and come up to what it accepted less the advances', () => {
    const grant = contractedGrant();
    grant.advance(20_000_000, '2026-02-10');
    expect(grant.pay(1_000_000, '2026-03-01')).toBe('StepNotOpen');
    grant.accept(40_000_000, '2026-05-01');
    expect(grant.pay(1_000_000, '2026-04-30')).toBe('BeforePrecedingStep');
    expect(grant.pay(20_000_001, '2026-05-02')).toBe('MoreThanLeft');
    expect(grant.pay(15_000_000, '2026-05-02')).toMatchObject({ amountVnd: 15_000_000, budgetYear: 2026 });
    expect(grant.pay(5_000_001, '2026-05-03')).toBe('MoreThanLeft');
    expect(grant.pay(5_000_000, '2026-05-01')).toMatchObject({ paidOn: '2026-05-01' });
  });

  it.each([
    ['2026-12-28', '2027-01-20', 2026],
    ['2026-12-31', '2027-01-31', 2026],
    ['2026-12-28', '2027-02-01', 2027],
    ['2027-01-05', '2027-01-20', 2027],
  ])('EX-20: accepted %s and paid %s belongs to %i', (acceptedOn, paidOn, budgetYear) => {
    const grant = contractedGrant();
    grant.accept(45_000_000, acceptedOn);
    expect(grant.pay(45_000_000, paidOn)).toMatchObject({ budgetYear });
  });
});

describe('the same money', () => {
  it('is known by its voucher', () => {
    const grant = contractedGrant();
    expect(grant.advance(5_000_000, '2026-02-10', { voucher: 'UNC-7' })).toMatchObject({ voucher: 'UNC-7' });
    expect(grant.advance(5_000_000, '2026-02-10', { voucher: 'UNC-7' })).toBe('nothing');
    expect(grant.advance(6_000_000, '2026-02-10', { voucher: 'UNC-7' })).toBe('VoucherAlreadyUsed');
    expect(grant.advance(5_000_000, '2026-02-11', { voucher: 'UNC-7' })).toBe('VoucherAlreadyUsed');
    expect(grant.recover(5_000_000, '2026-02-10', { voucher: 'UNC-7' })).toBe('VoucherAlreadyUsed');
    expect(grant.advance(5_000_000, '2026-02-10')).toBe('SameMoneyStands');
    expect(grant.advance(5_000_000, '2026-02-10', { voucher: 'UNC-8' })).toMatchObject({ voucher: 'UNC-8' });
    grant.accept(45_000_000, '2026-05-01');
    expect(grant.advance(5_000_000, '2026-02-10', { voucher: 'UNC-8' })).toBe('nothing');
  });

  it('without a voucher is refused on the same day, and may be given one', () => {
    const grant = contractedGrant();
    grant.accept(45_000_000, '2026-05-01');
    grant.pay(5_000_000, '2026-05-02');
    expect(grant.pay(5_000_000, '2026-05-02')).toBe('SameMoneyStands');
    expect(grant.pay(5_000_000, '2026-05-03')).toMatchObject({ amountVnd: 5_000_000 });
    expect(grant.pay(5_000_000, '2026-05-02', { voucher: 'UNC-9' })).toMatchObject({ voucher: 'UNC-9' });
  });
});

describe('recoveries', () => {
  it('take back first what was not earned, then accepted support', () => {
    const grant = contractedGrant();
    grant.advance(31_500_000, '2026-02-10');
    grant.accept(30_000_000, '2026-05-01');
    expect(grant.recover(2_000_000, '2026-05-02')).toMatchObject({ amountVnd: 2_000_000, fromSupportVnd: 500_000 });
    expect(grant.pay(1, '2026-05-03')).toBe('MoreThanLeft');
    expect(grant.settle('2026-05-04')).toMatchObject({ settledSupportVnd: 29_500_000, releasedVnd: 15_500_000 });
  });

  it('before the acceptance take nothing from the support', () => {
    const grant = contractedGrant();
    grant.advance(31_500_000, '2026-02-10');
    expect(grant.recover(1_500_000, '2026-03-01')).toMatchObject({ fromSupportVnd: 0, afterSettlement: false });
    grant.accept(45_000_000, '2026-05-01');
    expect(grant.pay(15_000_001, '2026-05-02')).toBe('MoreThanLeft');
    expect(grant.pay(15_000_000, '2026-05-02')).toMatchObject({ amountVnd: 15_000_000 });
  });

  it('never take more than the beneficiary holds, nor come before the money they take', () => {
    const grant = contractedGrant();
    expect(grant.recover(1, '2026-02-10')).toBe('MoreThanPaidOut');
    grant.advance(10_000_000, '2026-02-10');
    expect(grant.recover(10_000_001, '2026-02-11')).toBe('MoreThanPaidOut');
    expect(grant.recover(10_000_000, '2026-02-09')).toBe('BeforePrecedingStep');
    expect(grant.recover(10_000_000, '2026-02-10')).toMatchObject({ recoveredOn: '2026-02-10' });
    expect(grant.stop('2026-02-11')).toMatchObject({ releasedVnd: 45_000_000 });
    expect(grant.recover(1, '2026-02-12')).toBe('StepNotOpen');
  });

  it('after settlement say so, and are not before it', () => {
    const grant = contractedGrant();
    grant.accept(45_000_000, '2026-05-01');
    grant.pay(45_000_000, '2026-05-10');
    grant.settle('2026-06-01');
    expect(grant.recover(45_000_000, '2026-05-31')).toBe('BeforePrecedingStep');
    expect(grant.recover(45_000_000, '2026-07-01')).toMatchObject({ fromSupportVnd: 45_000_000, afterSettlement: true });
    expect(grant.pay(1, '2026-07-02')).toBe('StepNotOpen');
  });

  it('come neither before the acceptance they follow nor after the one that follows them', () => {
    const grant = contractedGrant();
    grant.advance(10_000_000, '2026-02-10');
    grant.recover(2_000_000, '2026-04-10');
    expect(grant.accept(8_000_000, '2026-04-09')).toBe('BeforePrecedingStep');
    expect(grant.accept(8_000_000, '2026-05-01')).toMatchObject({ acceptedSupportVnd: 8_000_000 });
    expect(grant.recover(1_000_000, '2026-04-30')).toBe('BeforePrecedingStep');
    expect(grant.recover(1_000_000, '2026-05-01')).toMatchObject({ fromSupportVnd: 1_000_000 });
  });

  it('are not after a payment that is recorded late', () => {
    const grant = contractedGrant();
    grant.accept(45_000_000, '2026-05-01');
    grant.pay(20_000_000, '2026-05-10');
    grant.recover(5_000_000, '2026-05-20');
    expect(grant.pay(1_000_000, '2026-05-19')).toBe('BeforePrecedingStep');
    expect(grant.recover(1_000_000, '2026-05-19')).toBe('BeforePrecedingStep');
  });
});
