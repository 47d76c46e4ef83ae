import { DemoScenario } from './demo-scenario.js';
import { lend, type DemoLoan } from './lending.js';
import { repayAsAgreed } from './repayments.js';

const PLACE = 'TCTK63:94';

/** ST29: 2.440 triệu to 3 THT and 5 HTX; the report gives the sum, the loans are a plausible split, the borrowers invented. */
const LOANS: readonly (readonly [type: DemoLoan['borrower']['type'], amountVnd: number, appliedOn: string])[] = [
  ['cooperativeGroup', 150_000_000, '2010-05-10'],
  ['cooperative', 350_000_000, '2010-08-16'],
  ['cooperativeGroup', 180_000_000, '2010-11-08'],
  ['cooperative', 380_000_000, '2011-06-13'],
  ['cooperative', 400_000_000, '2011-09-05'],
  ['cooperativeGroup', 210_000_000, '2012-02-13'],
  ['cooperative', 420_000_000, '2012-05-14'],
  ['cooperative', 350_000_000, '2012-10-08'],
];

/** Bullet loans, so that none was repaid before the report's date; all are repaid when due. */
const TERM_MONTHS = 36;

/** The cooperative support fund of Sóc Trăng, report of 2013 (rows ST28-ST29). */
export function socTrang(paths: ReadonlyMap<string, string>): DemoScenario {
  const demo = new DemoScenario('soc-trang', paths);
  const agency = { agencyId: 'soc-trang', name: 'Quỹ hỗ trợ phát triển HTX tỉnh Sóc Trăng', kind: 'fund', place: PLACE };
  demo.record('agency', 'RegisterAgency', '2010-04-01', agency, { as: 'admin' });
  const fundId = demo.create(
    'fund',
    'OpenFund',
    '2010-04-01',
    { name: 'Quỹ hỗ trợ phát triển hợp tác xã tỉnh Sóc Trăng' },
    { as: 'fund-manager' },
  );
  const capital = (key: string, on: string, amountVnd: number) =>
    demo.record(key, 'ReceiveCapital', on, { fundId, source: 'budgetGrant', amountVnd }, { as: 'finance' });
  capital('capital-2010', '2010-04-05', 2_500_000_000);
  capital('capital-2011', '2011-05-16', 2_500_000_000);
  const lent = LOANS.map(([type, amountVnd, appliedOn], index) => {
    const name = `${type === 'cooperative' ? 'HTX' : 'THT'} minh hoạ ST-${index + 1}`;
    const loan: DemoLoan = {
      key: String(index + 1),
      borrower: { name, type, sector: 'agriculture', place: PLACE },
      amountVnd,
      appliedOn,
      termMonths: TERM_MONTHS,
      annualRateBasisPoints: 600,
      purpose: 'Sản xuất, kinh doanh',
    };
    return { key: loan.key, ...lend(demo, fundId, loan) };
  });
  demo.invented();
  for (const { key, loanId, disbursedOn } of lent) repayAsAgreed(demo, key, loanId, disbursedOn, TERM_MONTHS, 1);
  return demo;
}
