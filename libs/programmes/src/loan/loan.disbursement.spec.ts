import type { LoanEvent } from './loan.events.js';
import { applied, appraised, approved, by, disbursed, given, loanId } from './loan.scenario.js';

describe('a disbursement', () => {
  const past = [applied, appraised, approved];
  const wish = { loanId, amountVnd: 300_000_000, effectiveOn: '2026-03-05' };

  it('fixes the schedule of the whole approval with the first tranche, by the calendar of that day', () => {
    given(...past)
      .when('DisburseLoan', { ...wish, noBadDebtElsewhere: true }, by('teller'))
      .then({ type: 'LoanDisbursed', data: { ...disbursed(300_000_000, '2026-03-05').data, noBadDebtElsewhere: true } as never });
    given(...past, disbursed(300_000_000, '2026-03-05'))
      .when('DisburseLoan', { ...wish, amountVnd: 200_000_000, effectiveOn: '2026-04-06' }, by('teller'))
      .then(disbursed(200_000_000, '2026-04-06', false));
  });

  it('is made by a third person', () => {
    given(...past)
      .when('DisburseLoan', wish, by('appraiser'))
      .thenRefused('SamePerson', { step: 'appraisal' });
    given(...past)
      .when('DisburseLoan', wish, by('manager'))
      .thenRefused('SamePerson', { step: 'approval' });
  });

  it('never goes beyond what was approved, in all tranches together', () => {
    given(...past)
      .when('DisburseLoan', { ...wish, amountVnd: 500_000_001 }, by('teller'))
      .thenRefused('MoreThanApproved', { amountVnd: 500_000_001, undrawnVnd: 500_000_000 });
    given(...past, disbursed(300_000_000, '2026-03-05'))
      .when('DisburseLoan', { ...wish, amountVnd: 200_000_001 }, by('teller'))
      .thenRefused('MoreThanApproved', { amountVnd: 200_000_001, undrawnVnd: 200_000_000 });
  });

  it('comes after the approval, later tranches after the first and before the last due day', () => {
    const drawn = disbursed(300_000_000, '2026-03-05');
    given(...past)
      .when('DisburseLoan', { ...wish, effectiveOn: '2026-02-19' }, by('teller'))
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-02-20' });
    given(...past, drawn)
      .when('DisburseLoan', { ...wish, amountVnd: 1, effectiveOn: '2026-03-04' }, by('teller'))
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-03-05' });
    given(...past, drawn)
      .when('DisburseLoan', { ...wish, amountVnd: 1, effectiveOn: '2027-03-05' }, by('teller'))
      .thenRefused('AfterLastDueDay', { lastDueOn: '2027-03-05' });
    given(applied, appraised).when('DisburseLoan', wish).thenRefused('StepNotOpen', { status: 'appraised' });
  });

  it('is not begun with bad debt elsewhere', () => {
    given(...past)
      .when('DisburseLoan', { ...wish, noBadDebtElsewhere: false }, by('teller'))
      .thenRefused('BadDebtElsewhere', { checkedOn: '2026-03-05' });
  });

  it('leaves an undrawn rest that can be given back once', () => {
    const drawn = disbursed(300_000_000, '2026-03-05');
    const released: LoanEvent = {
      type: 'UndrawnCapitalReleased',
      data: { loanId, amountVnd: 200_000_000, releasedOn: '2026-05-04' },
    };
    const give = { loanId, effectiveOn: '2026-05-04' };
    given(...past, drawn)
      .when('ReleaseUndrawnCapital', give)
      .then(released);
    given(...past, drawn, released)
      .when('ReleaseUndrawnCapital', give)
      .thenNothing();
    given(...past, drawn, released)
      .when('DisburseLoan', { ...wish, amountVnd: 1 }, by('teller'))
      .thenRefused('MoreThanApproved', { amountVnd: 1, undrawnVnd: 0 });
    given(...past, drawn)
      .when('ReleaseUndrawnCapital', { ...give, effectiveOn: '2026-03-04' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-03-05' });
    given(...past)
      .when('ReleaseUndrawnCapital', give)
      .thenRefused('StepNotOpen', { status: 'approved' });
  });
});
