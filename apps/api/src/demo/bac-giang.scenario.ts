import { DemoScenario } from './demo-scenario.js';
import { lend } from './lending.js';

const PLACE = 'TCTK63:24';

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
  for (const [index, amountVnd] of NEW.entries()) {
    const day = String(1 + index).padStart(2, '0');
    lend(demo, fundId, {
      key: `new-${index + 1}`,
      borrower: { name: `HTX minh hoạ BG-N${index + 1}`, type: 'cooperative', sector: 'agriculture', place: PLACE },
      amountVnd,
      appliedOn: `2021-04-${day}`,
      termMonths: 24,
      annualRateBasisPoints: 540,
      purpose: 'Mở rộng sản xuất',
      method: 'equalPrincipal',
      everyMonths: 6,
    });
  }
  return demo;
}

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

export const OPENING_LOANS = OPENING;
