import { addDays } from '@soquy/kernel';
import type { DemoScenario } from './demo-scenario.js';
import { lend, type DemoLoan } from './lending.js';
import { repayAsAgreed } from './repayments.js';

/** Work that waits for somebody: made up, of this year, and none of it in a figure of a report. */

/** Loan files at each step before the money, so that each role of a fund finds its own to do. */
export function loansInProgress(demo: DemoScenario, fundId: string, place: string): void {
  const file = (key: string, appliedOn: string, amountVnd: number, purpose: string) =>
    applied(demo, { key, appliedOn, amountVnd, purpose, place, fundId });
  file('applied', '2026-11-12', 200_000_000, 'Mua máy sấy nông sản (minh hoạ)');

  const appraised = file('appraised', '2026-10-26', 350_000_000, 'Xây kho lạnh 40 tấn (minh hoạ)');
  appraise(demo, 'appraised', appraised, '2026-11-06', 320_000_000);

  const approved = file('approved', '2026-10-12', 240_000_000, 'Mua xe tải 2,5 tấn chở hàng (minh hoạ)');
  appraise(demo, 'approved', approved, '2026-10-22', 240_000_000);
  const terms = {
    amountVnd: 240_000_000,
    annualRateBasisPoints: 600,
    termMonths: 24,
    method: 'equalPrincipal',
    instalmentEveryMonths: 3,
    interestEveryMonths: 3,
    overdueRatePercent: 150,
  };
  demo.record('loan-approved-approval', 'ApproveLoan', '2026-11-10', { loanId: approved, ...terms }, { as: 'fund-manager' });
}

interface LoanFile {
  readonly key: string;
  readonly appliedOn: string;
  readonly amountVnd: number;
  readonly purpose: string;
  readonly place: string;
  readonly fundId: string;
}

function applied(demo: DemoScenario, { key, appliedOn, amountVnd, purpose, place, fundId }: LoanFile): string {
  const options = { as: 'credit-officer' };
  const borrower = { ...minhHoa(key), place };
  const organisationId = demo.create(`borrower-${key}`, 'RegisterOrganisation', appliedOn, borrower, options);
  const totalInvestmentVnd = amountVnd * 2;
  const money = { amountVnd, termMonths: 24, totalInvestmentVnd, ownEquityVnd: totalInvestmentVnd - amountVnd };
  return demo.create(`loan-${key}`, 'ApplyForLoan', appliedOn, { fundId, organisationId, purpose, ...money }, options);
}

function appraise(demo: DemoScenario, key: string, loanId: string, on: string, recommendedAmountVnd: number): void {
  const findings = 'Phương án khả thi, có hợp đồng tiêu thụ, tài sản bảo đảm đủ giá trị (minh hoạ).';
  const fields = { loanId, recommendedAmountVnd, recommendedRateBasisPoints: 600, findings };
  demo.record(`loan-${key}-appraisal`, 'AppraiseLoan', on, fields, { as: 'credit-officer' });
}

/** Running loans of every age of debt: paid in part, a little late, and long overdue. */
export function loansRunning(demo: DemoScenario, fundId: string, place: string): void {
  const borrow = (key: string, appliedOn: string, amountVnd: number, terms: Partial<DemoLoan>) =>
    lend(demo, fundId, {
      ...{ key, appliedOn, amountVnd, borrower: { ...minhHoa(key), place }, purpose: 'Vốn lưu động thu mua nông sản (minh hoạ)' },
      ...{ termMonths: 24, everyMonths: 3, annualRateBasisPoints: 720, method: 'equalPrincipal' },
      ...terms,
    });
  const partly = borrow('partly', '2026-03-02', 360_000_000, {});
  repayAsAgreed(demo, 'partly', partly.loanId, partly.disbursedOn, 3, 1);
  const part = (number: number, on: string, amountVnd: number) =>
    demo.record(
      `loan-partly-part-${number}`,
      'RecordRepayment',
      on,
      { loanId: partly.loanId, amountVnd, evidence: { documentNumber: `PT-MINHHOA-${number}`, voucher: `PT-MINHHOA-${number}` } },
      { as: 'finance' },
    );
  part(1, '2026-09-25', 20_000_000);
  part(2, '2026-10-23', 8_500_000);

  const late = borrow('late', '2026-04-05', 240_000_000, {});
  repayAsAgreed(demo, 'late', late.loanId, late.disbursedOn, 3, 1);
  borrow('long-overdue', '2026-01-12', 150_000_000, { termMonths: 2, everyMonths: 2, method: 'bullet' });
}

/** An activity that is planned, and grants of machinery at three steps; tells whose the last of them is. */
export function supportInProgress(
  demo: DemoScenario,
  money: { programmeId: string; budgetLineId: string },
  place: string,
): string {
  demo.create('class-planned', 'PlanTrainingClass', '2026-11-03', {
    kind: 'management',
    title: 'Chuyển đổi số cho HTX, khoá tháng 12/2026 (minh hoạ)',
    plannedLearners: 40,
    budgetVnd: 30_000_000,
    place,
    ...money,
  });
  const grant = (key: string, requestedOn: string, item: string, requestedSupportVnd: number) => {
    const organisationId = demo.create(`borrower-${key}`, 'RegisterOrganisation', requestedOn, { ...minhHoa(key), place });
    const wish = { organisationId, title: `${item} (minh hoạ)`, item, tier: 'provincial' };
    const totalInvestmentVnd = requestedSupportVnd * 3;
    const asked = { ...money, ...wish, totalInvestmentVnd, requestedSupportVnd };
    return { organisationId, grantId: demo.create(`grant-${key}`, 'RequestMachineryGrant', requestedOn, asked) };
  };
  const step = (key: string, machineryGrantId: string, on: string, command: string, fields: object, as = 'officer') =>
    demo.record(`grant-${key}-${command}`, command, on, { machineryGrantId, ...fields }, { as });

  grant('grant-requested', '2026-11-09', 'Máy đóng gói hút chân không', 30_000_000);

  const appraised = grant('grant-appraised', '2026-10-19', 'Máy sấy đa năng', 40_000_000);
  step('appraised', appraised.grantId, '2026-11-05', 'AppraiseMachineryGrant', { recommendedSupportVnd: 40_000_000 });

  const requestedOn = '2026-08-10';
  const { organisationId, grantId: contracted } = grant('grant-contracted', requestedOn, 'Dây chuyền sơ chế rau', 60_000_000);
  const support = 60_000_000;
  step('contracted', contracted, addDays(requestedOn, 14), 'AppraiseMachineryGrant', { recommendedSupportVnd: support });
  const decision = { documentNumber: '02/QĐ-MINHHOA', issuer: 'Liên minh HTX tỉnh' };
  const approval = { approvedSupportVnd: support, evidence: decision };
  step('contracted', contracted, addDays(requestedOn, 28), 'ApproveMachineryGrant', approval, 'leader');
  step('contracted', contracted, addDays(requestedOn, 42), 'SignGrantContract', { contractNumber: 'HD-MINHHOA-01' });
  return organisationId;
}

/** Every borrower of what waits is invented, and says so in its name. */
const NAMES: Readonly<Record<string, string>> = {
  applied: 'Suối Nứa',
  appraised: 'Đồi Cọ',
  approved: 'Bến Lau',
  partly: 'Gò Sim',
  late: 'Khe Sương',
  'long-overdue': 'Đèo Gió',
  'grant-requested': 'Bãi Dâu',
  'grant-appraised': 'Ruộng Mật',
  'grant-contracted': 'Cồn Rau',
};

const minhHoa = (key: string) => ({ name: `HTX ${NAMES[key]} (minh hoạ)`, type: 'cooperative', sector: 'agriculture' }) as const;
