import { fixedRules } from '@soquy/kernel';
import { misnamed } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { budgetLine } from './budget-line/budget-line.decider.js';
import { budgetLineEvents } from './budget-line/budget-line.events.js';
import { budgetLineNext, budgetLineSummary } from './budget-line/budget-line.summary.js';
import { fund } from './fund/fund.decider.js';
import { fundEvents } from './fund/fund.events.js';
import { fundNext, fundSummary } from './fund/fund.summary.js';
import { loan } from './loan/loan.decider.js';
import { loanEvents } from './loan/loan.events.js';
import { loanNext, loanSummary } from './loan/loan.summary.js';
import { machineryGrant } from './machinery-grant/machinery-grant.decider.js';
import { machineryGrantEvents } from './machinery-grant/machinery-grant.events.js';
import { machineryGrantNext, machineryGrantSummary } from './machinery-grant/machinery-grant.summary.js';
import { organisation } from './organisation/organisation.decider.js';
import { organisationEvents } from './organisation/organisation.events.js';
import { organisationNext, organisationSummary } from './organisation/organisation.summary.js';
import { programme } from './programme/programme.decider.js';
import { programmeEvents } from './programme/programme.events.js';
import { programmeNext, programmeSummary } from './programme/programme.summary.js';
import { tradeFair } from './trade-fair/trade-fair.decider.js';
import { tradeFairEvents } from './trade-fair/trade-fair.events.js';
import { tradeFairNext, tradeFairSummary } from './trade-fair/trade-fair.summary.js';
import { trainingClass } from './training-class/training-class.decider.js';
import { trainingClassEvents } from './training-class/training-class.events.js';
import { trainingClassNext, trainingClassSummary } from './training-class/training-class.summary.js';

const customer = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:24' } as const;
const base = occasion({
  organisations: { 'htx-1': customer },
  stocks: { available: 1_000, free: 1_000 },
  rules: fixedRules({
    'fund.equity.min': 2_000,
    'fund.rate.overdueMax': 150,
    'industrialPromotion.machinery.maxShare': 5_000,
    'industrialPromotion.machinery.maxVnd': 1_000_000_000,
    'industrialPromotion.advance.maxShare': 7_000,
  }),
});
const by = (personId: string) => ({ personId });

describe('what may follow each status, and nothing else', () => {
  it.each([
    [
      'a training class',
      () => {
        const plan = ['PlanTrainingClass', { kind: 'craft', title: 'Đan lát', effectiveOn: '2026-03-01' }] as const;
        const result = { trainingClassId: 'c', effectiveOn: '2026-03-10' };
        return misnamed(
          { decider: trainingClass, events: trainingClassEvents, summary: trainingClassSummary, next: trainingClassNext },
          {
            reach: {
              none: [[]],
              planned: [[plan]],
              held: [[plan, ['HoldTrainingClass', result]]],
              cancelled: [[plan, ['CancelTrainingClass', result]]],
            },
            wishes: {
              PlanTrainingClass: [plan[1]],
              HoldTrainingClass: [result],
              RecordHeldTrainingClass: [plan[1]],
              CancelTrainingClass: [result],
            },
          },
        );
      },
    ],
    [
      'a trade fair',
      () => {
        const plan = ['PlanTradeFair', { kind: 'fair', role: 'joined', title: 'Hội chợ', effectiveOn: '2026-03-01' }] as const;
        const result = { tradeFairId: 'f', effectiveOn: '2026-03-10' };
        return misnamed(
          { decider: tradeFair, events: tradeFairEvents, summary: tradeFairSummary, next: tradeFairNext },
          {
            reach: {
              none: [[]],
              planned: [[plan]],
              held: [[plan, ['HoldTradeFair', result]]],
              cancelled: [[plan, ['CancelTradeFair', result]]],
            },
            wishes: {
              PlanTradeFair: [plan[1]],
              HoldTradeFair: [result],
              RecordHeldTradeFair: [plan[1]],
              CancelTradeFair: [result],
            },
          },
        );
      },
    ],
    [
      'an organisation',
      () => {
        const registration = { name: 'HTX Một', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84' } as const;
        const begin = ['RegisterOrganisation', { ...registration, effectiveOn: '2020-01-01' }] as const;
        const turn = { organisationId: 'o', effectiveOn: '2020-06-01' };
        const later = { organisationId: 'o', effectiveOn: '2020-07-01' };
        return misnamed(
          { decider: organisation, events: organisationEvents, summary: organisationSummary, next: organisationNext },
          {
            reach: {
              none: [[]],
              active: [[begin]],
              suspended: [[begin, ['SuspendOrganisation', turn]]],
              dissolved: [[begin, ['DissolveOrganisation', turn]]],
            },
            wishes: {
              RegisterOrganisation: [begin[1]],
              ChangeOrganisationDetails: [{ organisationId: 'o', name: 'HTX Hai', effectiveOn: '2020-02-01' }],
              SuspendOrganisation: [later],
              ResumeOrganisation: [later],
              DissolveOrganisation: [later],
            },
          },
        );
      },
    ],
    [
      'a programme',
      () => {
        const legalBasis = { documentNumber: '24/2018/NQ-HĐND', issuer: 'HĐND tỉnh' };
        const period = { periodFromYear: 2018, periodToYear: 2020 };
        const begin = ['OpenProgramme', { name: 'Khuyến công', legalBasis, ...period, effectiveOn: '2018-01-01' }] as const;
        const end = { programmeId: 'p', effectiveOn: '2020-12-31' };
        return misnamed(
          { decider: programme, events: programmeEvents, summary: programmeSummary, next: programmeNext },
          {
            reach: { none: [[]], open: [[begin]], closed: [[begin, ['CloseProgramme', end]]] },
            wishes: {
              OpenProgramme: [begin[1]],
              ExtendProgramme: [{ programmeId: 'p', periodToYear: 2025, effectiveOn: '2020-12-01' }],
              CloseProgramme: [end],
            },
          },
        );
      },
    ],
    [
      'a budget line',
      () => {
        const budgetLineId = 'b';
        const line = { programmeId: 'p', title: 'Khuyến công', source: 'provincialBudget', budgetYear: 2026 } as const;
        const begin = ['AllocateBudgetLine', { ...line, allocatedVnd: 900, effectiveOn: '2026-01-01' }] as const;
        const commitment = { budgetLineId, purpose: 'Máy may', amountVnd: 300, effectiveOn: '2026-02-01' };
        const payment = { budgetLineId, amountVnd: 100, effectiveOn: '2026-03-01' };
        return misnamed(
          { decider: budgetLine, events: budgetLineEvents, summary: budgetLineSummary, next: budgetLineNext },
          {
            reach: { none: [[]], allocated: [[begin, ['CommitBudget', commitment], ['DisburseBudget', payment]]] },
            wishes: {
              AllocateBudgetLine: [begin[1]],
              AdjustBudgetLine: [{ budgetLineId, increaseVnd: 1, effectiveOn: '2026-04-01' }],
              CommitBudget: [commitment],
              ReleaseCommitment: [{ budgetLineId, commitmentNumber: 1, effectiveOn: '2026-04-01' }],
              DisburseBudget: [payment],
              RecoverDisbursement: [payment],
            },
          },
          base,
        );
      },
    ],
    [
      'a fund',
      () => {
        const fundId = 'f';
        const begin = ['OpenFund', { name: 'Quỹ', effectiveOn: '2020-01-01' }] as const;
        const capital = { fundId, source: 'borrowed', amountVnd: 500, lender: 'Ngân hàng', effectiveOn: '2020-02-01' } as const;
        const charter = { bookCharterVnd: 1, undistributedProfitVnd: 0, unhandledLossVnd: 0 };
        return misnamed(
          { decider: fund, events: fundEvents, summary: fundSummary, next: fundNext },
          {
            reach: { none: [[]], open: [[begin], [begin, ['ReceiveCapital', capital]]] },
            wishes: {
              OpenFund: [begin[1]],
              OpenFundBalances: [{ fundId, balances: [{ source: 'members', amountVnd: 1 }], effectiveOn: '2020-01-01' }],
              ReceiveCapital: [capital],
              ReturnCapital: [{ fundId, source: 'borrowed', amountVnd: 500, effectiveOn: '2020-03-01' }],
              DeclareCharterCapital: [{ fundId, ...charter, effectiveOn: '2020-03-01' }],
            },
          },
          base,
        );
      },
    ],
  ])('of %s', (_, disagreements) => {
    expect(disagreements()).toEqual([]);
  });
});

describe('what may follow each status of', () => {
  it('a machinery grant, and nothing else', () => {
    const machineryGrantId = 'm';
    const of = (effectiveOn: string) => ({ machineryGrantId, effectiveOn });
    const project = { organisationId: 'htx-1', tier: 'provincial', title: 'Máy sấy', item: 'Máy sấy lúa' } as const;
    const request = { ...project, totalInvestmentVnd: 100, requestedSupportVnd: 40, effectiveOn: '2026-01-05' };
    const appraisal = { ...of('2026-01-10'), recommendedSupportVnd: 40 };
    const approval = { ...of('2026-01-15'), approvedSupportVnd: 40 };
    const contract = { ...of('2026-01-20'), contractNumber: '01/HĐ' };
    const advance = { ...of('2026-01-25'), amountVnd: 10 };
    const acceptance = { ...of('2026-02-01'), actualInvestmentVnd: 100, acceptedSupportVnd: 40 };
    const payment = { ...of('2026-02-05'), amountVnd: 40 };
    const late = of('2026-03-01');
    const requested = [['RequestMachineryGrant', request, by('officer')]] as const;
    const appraised = [...requested, ['AppraiseMachineryGrant', appraisal, by('appraiser')]] as const;
    const approved = [...appraised, ['ApproveMachineryGrant', approval, by('leader')]] as const;
    const contracted = [...approved, ['SignGrantContract', contract]] as const;
    const accepted = [...contracted, ['RecordAcceptance', acceptance]] as const;
    const paid = [...accepted, ['PayGrant', payment]] as const;
    const disagreements = misnamed(
      { decider: machineryGrant, events: machineryGrantEvents, summary: machineryGrantSummary, next: machineryGrantNext },
      {
        reach: {
          none: [[]],
          requested: [requested],
          appraised: [appraised],
          rejected: [[...requested, ['RejectMachineryGrant', late, by('leader')]]],
          approved: [approved],
          contracted: [contracted, [...contracted, ['PayGrantAdvance', advance]]],
          accepted: [accepted, paid],
          settled: [[...paid, ['SettleGrant', of('2026-02-10')]]],
          stopped: [[...contracted, ['StopMachineryGrant', late]]],
        },
        wishes: {
          RequestMachineryGrant: [request],
          AppraiseMachineryGrant: [appraisal, by('appraiser')],
          ApproveMachineryGrant: [approval, by('leader')],
          RejectMachineryGrant: [late, by('leader')],
          SignGrantContract: [contract],
          PayGrantAdvance: [advance],
          RecordAcceptance: [acceptance],
          PayGrant: [payment],
          SettleGrant: [late],
          StopMachineryGrant: [late],
          RecoverGrant: [{ ...late, amountVnd: 10 }],
        },
      },
      base,
    );
    expect(disagreements).toEqual([]);
  });

  it('a loan, and nothing else', () => {
    const loanId = 'l';
    const of = (effectiveOn: string) => ({ loanId, effectiveOn });
    const borrowing = { fundId: 'f', organisationId: 'htx-1', purpose: 'Nhà lưới' };
    const wanted = { amountVnd: 600, termMonths: 12, totalInvestmentVnd: 1_000, ownEquityVnd: 400 };
    const application = { ...borrowing, ...wanted, effectiveOn: '2026-01-05' };
    const appraisal = of('2026-01-10');
    const rates = { annualRateBasisPoints: 600, overdueRatePercent: 150 };
    const periods = { termMonths: 12, method: 'equalPrincipal', instalmentEveryMonths: 6, interestEveryMonths: 6 } as const;
    const approval = { ...of('2026-01-15'), amountVnd: 600, ...rates, ...periods };
    const drawing = { ...of('2026-01-20'), amountVnd: 300 };
    const repayment = { ...of('2026-01-20'), amountVnd: 300 };
    const remainingSchedule = [{ dueOn: '2026-12-31', principalVnd: 100 }];
    const opening = { ...borrowing, principalVnd: 100, ...rates, remainingSchedule, effectiveOn: '2026-01-01' };
    const late = of('2026-02-01');
    const applied = [['ApplyForLoan', application, by('officer')]] as const;
    const appraised = [...applied, ['AppraiseLoan', appraisal, by('appraiser')]] as const;
    const approved = [...appraised, ['ApproveLoan', approval, by('manager')]] as const;
    const disbursed = [...approved, ['DisburseLoan', drawing, by('teller')]] as const;
    const disagreements = misnamed(
      { decider: loan, events: loanEvents, summary: loanSummary, next: loanNext },
      {
        reach: {
          none: [[]],
          applied: [applied],
          appraised: [appraised],
          rejected: [[...appraised, ['RejectLoan', late, by('manager')]]],
          approved: [approved],
          cancelled: [[...approved, ['CancelLoan', late]]],
          disbursed: [disbursed, [['OpenLoanBalance', opening]]],
          settled: [[...disbursed, ['RecordRepayment', repayment]]],
        },
        wishes: {
          ApplyForLoan: [application],
          AppraiseLoan: [appraisal, by('appraiser')],
          ApproveLoan: [approval, by('manager')],
          RejectLoan: [late, by('manager')],
          CancelLoan: [late],
          DisburseLoan: [{ ...drawing, amountVnd: 100, effectiveOn: '2026-02-01' }, by('teller')],
          ReleaseUndrawnCapital: [late],
          RecordRepayment: [{ ...late, amountVnd: 100 }],
          OpenLoanBalance: [opening],
        },
      },
      base,
    );
    expect(disagreements).toEqual([]);
  });
});
