import { machineryGrant } from './machinery-grant.decider.js';
import {
  accepted,
  advanced,
  appraised,
  approved,
  as,
  changed,
  contracted,
  event,
  given,
  leader,
  machineryGrantId,
  paid,
  requested,
  settled,
  signed,
  stopped,
} from './machinery-grant.scenario.js';

describe('a contract', () => {
  const contract = { machineryGrantId, contractNumber: '05/HĐ-KC', effectiveOn: '2018-04-25' };

  it('is signed once after the approval', () => {
    given(requested, appraised, approved).when('SignGrantContract', contract).then(signed);
    given(...contracted)
      .when('SignGrantContract', contract)
      .thenNothing();
    given(...contracted, accepted)
      .when('SignGrantContract', contract)
      .thenNothing();
    given(...contracted)
      .when('SignGrantContract', { ...contract, contractNumber: '06/HĐ-KC' })
      .thenRefused('StepNotOpen', { status: 'contracted' });
    given(requested, appraised).when('SignGrantContract', contract).thenRefused('StepNotOpen', { status: 'appraised' });
    given(requested, appraised, approved)
      .when('SignGrantContract', { ...contract, effectiveOn: '2018-04-09' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-04-10' });
  });

  it('takes its number for itself within the year, however it is typed', () => {
    const claim = [{ kind: 'grantContract', value: '2018 05/HĐ-KC' }];
    const claims = machineryGrant.claims!.MachineryGrantContractSigned!;
    const fact = { machineryGrantId, contractNumber: '05/HĐ-KC', signedOn: '2018-04-25' };
    expect(claims(fact)).toEqual(claim);
    expect(claims({ ...fact, contractNumber: ' 05 / hđ-kc'.normalize('NFD') })).toEqual(claim);
    expect(claims({ ...fact, signedOn: '2019-04-25' })).not.toEqual(claim);
  });
});

describe('an acceptance', () => {
  const acceptance = {
    machineryGrantId,
    actualInvestmentVnd: 121_000_000,
    acceptedSupportVnd: 45_000_000,
    effectiveOn: '2018-08-20',
  };

  it('follows contract and advances, once', () => {
    given(...contracted)
      .when('RecordAcceptance', acceptance)
      .then(accepted);
    given(...contracted, accepted)
      .when('RecordAcceptance', acceptance)
      .thenRefused('StepNotOpen', { status: 'accepted' });
    given(requested, appraised, approved).when('RecordAcceptance', acceptance).thenRefused('StepNotOpen', { status: 'approved' });
    given(...contracted)
      .when('RecordAcceptance', { ...acceptance, effectiveOn: '2018-04-24' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-04-25' });
    given(...contracted, advanced)
      .when('RecordAcceptance', { ...acceptance, effectiveOn: '2018-05-14' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-05-15' });
  });

  it('accepts no more than was approved, was invested, or the ceilings of the approval allow', () => {
    given(...contracted)
      .when('RecordAcceptance', { ...acceptance, acceptedSupportVnd: 45_000_001 })
      .thenRefused('MoreThanApproved', { supportVnd: 45_000_001, approvedVnd: 45_000_000 });
    given(...contracted)
      .when('RecordAcceptance', { ...acceptance, actualInvestmentVnd: 44_999_999 })
      .thenRefused('MoreThanInvestment', { supportVnd: 45_000_000, investmentVnd: 44_999_999 });
    const half = { key: 'kc.machinery.maxShareBasisPoints', value: 5_000, validFrom: '2014-01-01', source: 'TTLT 26/2014' };
    const underRule = changed(approved, { rules: [half] });
    given(requested, appraised, underRule, signed)
      .when('RecordAcceptance', { ...acceptance, actualInvestmentVnd: 89_999_999 })
      .thenRefused('AboveCeiling', { supportVnd: 45_000_000, highestVnd: 44_999_999, rule: half.key, source: half.source });
  });
});

describe('the end of a grant', () => {
  const settlement = { machineryGrantId, effectiveOn: '2018-10-15' };
  const stop = { machineryGrantId, effectiveOn: '2018-06-01' };

  it('is its settlement, once everything accepted is paid', () => {
    given(...contracted, advanced, accepted, paid)
      .when('SettleGrant', settlement, as('p-cashier'))
      .then(settled);
    given(...contracted, advanced, accepted, paid, settled)
      .when('SettleGrant', settlement)
      .thenNothing();
    given(...contracted, advanced)
      .when('SettleGrant', settlement)
      .thenRefused('StepNotOpen', { status: 'contracted' });
    given(...contracted, advanced, accepted)
      .when('SettleGrant', settlement)
      .thenRefused('SupportNotPaid', { leftVnd: 18_000_000 });
    given(...contracted, advanced, accepted, paid)
      .when('SettleGrant', { ...settlement, effectiveOn: '2018-09-09' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-09-10' });
  });

  it('is not settled while the beneficiary holds more than was accepted, and frees what was not used', () => {
    const less = changed(accepted, { acceptedSupportVnd: 20_000_000 });
    given(...contracted, advanced, less)
      .when('SettleGrant', settlement)
      .thenRefused('AdvanceNotRecovered', { excessVnd: 7_000_000 });
    const back = { amountVnd: 7_000_000, fromSupportVnd: 0, afterSettlement: false, recoveredOn: '2018-09-01' };
    given(...contracted, advanced, less, event('MachineryGrantRecovered', back))
      .when('SettleGrant', settlement)
      .then(event('MachineryGrantSettled', { settledSupportVnd: 20_000_000, releasedVnd: 25_000_000, settledOn: '2018-10-15' }));
  });

  it('may be a stop before the acceptance, once all advances are back', () => {
    given(requested, appraised, approved).when('StopMachineryGrant', stop, as(leader)).then(stopped);
    given(...contracted)
      .when('StopMachineryGrant', stop, as(leader))
      .then(stopped);
    given(...contracted, stopped)
      .when('StopMachineryGrant', stop, as(leader))
      .thenNothing();
    given(...contracted, advanced)
      .when('StopMachineryGrant', stop)
      .thenRefused('AdvanceNotRecovered', { excessVnd: 27_000_000 });
    given(...contracted, accepted)
      .when('StopMachineryGrant', stop)
      .thenRefused('StepNotOpen', { status: 'accepted' });
    given(...contracted)
      .when('StopMachineryGrant', { ...stop, effectiveOn: '2018-04-24' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-04-25' });
    const back = { amountVnd: 27_000_000, fromSupportVnd: 0, afterSettlement: false, recoveredOn: '2018-06-02' };
    given(...contracted, advanced, event('MachineryGrantRecovered', back))
      .when('StopMachineryGrant', stop)
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-06-02' });
  });
});
