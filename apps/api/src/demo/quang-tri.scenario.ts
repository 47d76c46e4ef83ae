import { DemoScenario } from './demo-scenario.js';

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
  return demo;
}
