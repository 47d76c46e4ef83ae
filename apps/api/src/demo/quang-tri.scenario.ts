import { DemoScenario } from './demo-scenario.js';
import { supportInProgress } from './in-progress.js';

/** Quảng Trị, report of 2023 (rows QT01-QT06): programmes with their periods; the report gives no figures of results. */
export function quangTri(paths: ReadonlyMap<string, string>): DemoScenario {
  const demo = new DemoScenario('quang-tri', paths);
  const agency = { agencyId: 'quang-tri', name: 'Liên minh Hợp tác xã tỉnh Quảng Trị', kind: 'alliance', place: 'TCTK63:45' };
  demo.record('agency', 'RegisterAgency', '2022-11-24', agency, { as: 'admin' });
  const open = (key: string, on: string, name: string, from: number, to: number, legalBasis: object) =>
    demo.create(key, 'OpenProgramme', on, {
      name,
      periodFromYear: from,
      periodToYear: to,
      legalBasis,
      leadAgency: 'Liên minh HTX tỉnh',
    });
  open('qd-3011', '2022-11-24', 'Hỗ trợ phát triển kinh tế tập thể, hợp tác xã 2022-2025', 2022, 2025, {
    documentNumber: '3011/QĐ-UBND',
    issuedOn: '2022-11-24',
    issuer: 'UBND tỉnh Quảng Trị',
  });
  open('qd-3159', '2022-12-12', 'Đổi mới, phát triển HTX nông nghiệp 2022-2026', 2022, 2026, {
    documentNumber: '3159/QĐ-UBND',
    issuer: 'UBND tỉnh Quảng Trị',
  });
  open('qd-167', '2022-12-13', 'Mô hình HTX kiểu mới hiệu quả 2021-2025', 2021, 2025, {
    documentNumber: '167/QĐ-TTg',
    issuedOn: '2021-02-03',
    issuer: 'Thủ tướng Chính phủ',
  });
  thisYear(demo);
  return demo;
}

/** Made up for today's boards: a budget line of the current year, partly committed and spent. */
function thisYear(demo: DemoScenario): void {
  demo.invented();
  const legalBasis = { documentNumber: '01/KH-MINHHOA', issuer: 'Liên minh HTX tỉnh' };
  const programme = { name: 'Kế hoạch minh hoạ năm 2026', periodFromYear: 2026, periodToYear: 2026, legalBasis };
  const programmeId = demo.create('programme-2026', 'OpenProgramme', '2026-01-12', programme);
  const line = {
    programmeId,
    title: 'Đào tạo, xúc tiến thương mại 2026',
    source: 'provincialBudget',
    budgetYear: 2026,
    allocatedVnd: 400_000_000,
  };
  const budgetLineId = demo.create('line-2026', 'AllocateBudgetLine', '2026-01-20', line, { as: 'finance' });
  const money = { programmeId, budgetLineId };
  const place = 'QD19-2025:44';
  const guest = { name: 'HTX Đồi Sim (minh hoạ)', type: 'cooperative', sector: 'agriculture', place };
  const organisationIds = [
    supportInProgress(demo, money, place),
    demo.create('guest-2026', 'RegisterOrganisation', '2026-02-02', guest),
  ];
  const senders = organisationIds.map((organisationId, index) => ({ organisationId, learners: 6 + index }));
  for (const [index, month] of ['03', '05', '08'].entries())
    demo.create(`class-2026-${index + 1}`, 'RecordHeldTrainingClass', `2026-${month}-17`, {
      kind: 'management',
      title: `Quản trị HTX khoá ${index + 1}/2026`,
      ...money,
      learners: { value: 35 + index },
      women: 14 + index,
      ...(month === '08' && { senders }),
      costVnd: 28_500_000,
    });
  demo.create('fair-2026', 'RecordHeldTradeFair', '2026-09-02', {
    kind: 'fair',
    role: 'organised',
    title: 'Hội chợ sản phẩm HTX 2026',
    ...money,
    organisationIds,
    stalls: { value: 45 },
    participations: { value: 40 },
    visitors: { value: 9_000, qualifier: 'about' },
    costVnd: 120_000_000,
  });
}
