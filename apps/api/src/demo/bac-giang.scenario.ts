import { addMonths } from '@soquy/kernel';
import { DemoScenario, split } from './demo-scenario.js';
import { loansInProgress, loansRunning } from './in-progress.js';
import { lend } from './lending.js';
import { payOff, repayAsAgreed } from './repayments.js';

const PLACE = 'TCTK63:24';
/** Bắc Giang went into Bắc Ninh, whose code has its digits. */
const PLACE_SINCE_07_2025 = 'QD19-2025:24';

/** BG22: 45 loans, 13.850.000.000 đ outstanding on 30/06/2021; the split into loans is ours, the borrowers are invented. */
const OPENING = [...Array<number>(15).fill(250_000_000), ...Array<number>(15).fill(300_000_000)];
const NEW = [...Array<number>(14).fill(370_000_000), 420_000_000];

/** Bắc Giang, report of 06/2021 (rows BG20-BG22, BG29, BG38). */
export function bacGiang(paths: ReadonlyMap<string, string>): DemoScenario {
  const demo = new DemoScenario('bac-giang', paths);
  const agency = { agencyId: 'bac-giang', name: 'Liên minh Hợp tác xã tỉnh Bắc Giang', kind: 'alliance', place: PLACE };
  demo.record('agency', 'RegisterAgency', '2020-12-30', agency, { as: 'admin' });
  training(demo);
  promotion(demo);
  const fundId = demo.create(
    'fund',
    'OpenFund',
    '2020-12-30',
    { name: 'Quỹ hỗ trợ phát triển hợp tác xã tỉnh Bắc Giang' },
    { as: 'fund-manager' },
  );
  demo.record(
    'capital-opening',
    'OpenFundBalances',
    '2020-12-31',
    { fundId, balances: [{ source: 'budgetGrant', amountVnd: 14_546_000_000 }] },
    { as: 'finance' },
  );
  demo.record(
    'capital-borrowed',
    'ReceiveCapital',
    '2021-03-15',
    { fundId, source: 'borrowed', amountVnd: 3_000_000_000, lender: 'UBND tỉnh Bắc Giang' },
    { as: 'finance' },
  );
  const running = [...openedLoans(demo, fundId), ...newLoans(demo, fundId)];
  recoveredLoans(demo, fundId);
  demo.invented();
  for (const { key, loanId, from, everyMonths, instalments } of running)
    repayAsAgreed(demo, key, loanId, from, everyMonths, instalments);
  thisYear(demo, fundId);
  loansRunning(demo, fundId, PLACE_SINCE_07_2025);
  loansInProgress(demo, fundId, PLACE_SINCE_07_2025);
  return demo;
}

interface Running {
  readonly key: string;
  readonly loanId: string;
  readonly from: string;
  readonly everyMonths: number;
  readonly instalments: number;
}

const borrowerOf = (demo: DemoScenario, key: string, on: string) =>
  demo.create(
    `borrower-${key}`,
    'RegisterOrganisation',
    on,
    { name: `HTX minh hoạ BG-${key}`, type: 'cooperative', sector: 'agriculture', place: PLACE },
    { as: 'credit-officer' },
  );

/** Thirty loans older than the year; their next instalments fall due after the report's date. */
function openedLoans(demo: DemoScenario, fundId: string): Running[] {
  return OPENING.map((principalVnd, index) => {
    const key = `open-${index + 1}`;
    const from = `2021-${index % 2 ? '01' : '02'}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const remainingSchedule = split(principalVnd, 2).map((part, number) => ({
      dueOn: addMonths(from, 6 * (number + 1)),
      principalVnd: part,
    }));
    const fields = {
      fundId,
      organisationId: borrowerOf(demo, key, '2020-12-30'),
      purpose: 'Sản xuất nông nghiệp',
      principalVnd,
      annualRateBasisPoints: 540,
      overdueRatePercent: 150,
      remainingSchedule,
    };
    const loanId = demo.create(`loan-${key}`, 'OpenLoanBalance', '2020-12-31', fields, { as: 'finance' });
    return { key, loanId, from, everyMonths: 6, instalments: 2 };
  });
}

/** Fifteen loans of the spring, lent before the report's date. */
function newLoans(demo: DemoScenario, fundId: string): Running[] {
  return NEW.map((amountVnd, index) => {
    const key = `new-${index + 1}`;
    const { loanId, disbursedOn } = lend(demo, fundId, {
      ...loanTerms(key, amountVnd, `2021-04-${String(1 + index).padStart(2, '0')}`),
      termMonths: 24,
      everyMonths: 6,
    });
    return { key, loanId, from: disbursedOn, everyMonths: 6, instalments: 4 };
  });
}

/** BG22.3: two overdue loans in Sơn Động, recovered in full before the report's date. */
function recoveredLoans(demo: DemoScenario, fundId: string): void {
  for (const [index, recoveredOn] of ['2021-05-20', '2021-06-10'].entries()) {
    const key = `son-dong-${index + 1}`;
    const fields = {
      fundId,
      organisationId: borrowerOf(demo, key, '2020-12-30'),
      purpose: 'Trồng rừng, huyện Sơn Động',
      principalVnd: 90_000_000 + index * 30_000_000,
      annualRateBasisPoints: 540,
      overdueRatePercent: 150,
      remainingSchedule: [],
      overdueSince: '2020-09-15',
    };
    const loanId = demo.create(`loan-${key}`, 'OpenLoanBalance', '2020-12-31', fields, { as: 'finance' });
    payOff(demo, key, loanId, recoveredOn);
  }
}

/** Loans of the current year, made up so that today's boards show lending, one instalment paid, and one loan overdue. */
function thisYear(demo: DemoScenario, fundId: string): void {
  lend(demo, fundId, { ...loanTerms('2026-1', 300_000_000, '2026-01-05'), termMonths: 6, method: 'bullet', everyMonths: 6 });
  const second = lend(demo, fundId, { ...loanTerms('2026-2', 480_000_000, '2026-02-02'), termMonths: 24, everyMonths: 6 });
  repayAsAgreed(demo, '2026-2', second.loanId, second.disbursedOn, 6, 1);
  lend(demo, fundId, { ...loanTerms('2026-3', 250_000_000, '2026-07-06'), termMonths: 12, method: 'bullet', everyMonths: 12 });
}

const loanTerms = (key: string, amountVnd: number, appliedOn: string) =>
  ({
    key,
    borrower: {
      name: `HTX minh hoạ BG-${key}`,
      type: 'cooperative',
      sector: 'agriculture',
      place: appliedOn < '2025-07-01' ? PLACE : PLACE_SINCE_07_2025,
    },
    amountVnd,
    appliedOn,
    annualRateBasisPoints: 540,
    purpose: 'Mở rộng sản xuất',
    method: 'equalPrincipal',
  }) as const;

/** BG20: two classes; the report gives neither learners nor cost, so they stay unknown. */
function training(demo: DemoScenario): void {
  const held = (key: string, title: string, startedOn: string, endedOn: string) =>
    demo.create(key, 'RecordHeldTrainingClass', endedOn, { kind: 'refresher', title, startedOn, place: PLACE });
  held('class-1', 'Bồi dưỡng thành viên HTX trồng trọt ứng dụng công nghệ cao', '2021-04-19', '2021-04-24');
  held('class-2', 'Bồi dưỡng nguồn nhân lực HTX nông nghiệp thành phố Bắc Giang', '2021-04-22', '2021-04-26');
}

/** BG29 and BG38: a meeting in Nghệ An and an international exhibition for two cooperatives named in the report. */
function promotion(demo: DemoScenario): void {
  demo.create('nghe-an', 'RecordHeldTradeFair', '2021-04-28', {
    kind: 'supplyDemandMeeting',
    role: 'joined',
    title: 'Hội nghị liên kết xúc tiến thương mại Nghệ An',
  });
  const organisation = (key: string, name: string) =>
    demo.create(key, 'RegisterOrganisation', '2021-01-11', { name, type: 'cooperative', sector: 'agriculture', place: PLACE });
  const organisationIds = [
    organisation('dong-tam-3', 'HTX nông nghiệp Đồng Tâm 3'),
    organisation('lua-vang', 'HTX DVTH Lúa Vàng'),
  ];
  demo.create('innovation', 'RecordHeldTradeFair', '2021-05-14', {
    kind: 'exhibition',
    role: 'joined',
    title: 'Triển lãm quốc tế Đổi mới sáng tạo Việt Nam 2021',
    organisationIds,
  });
}
