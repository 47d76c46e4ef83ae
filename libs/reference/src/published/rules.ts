import { boundsOf, debtRuleSetOn, debtRuleSets, type Sourced } from '@soquy/lending';
import type { RuleVersion } from '../rule/rule.events.js';
import type { Status } from '../status.js';

type Row = readonly [
  ruleId: string,
  value: number | readonly number[],
  validFrom: string,
  validTo: string | undefined,
  source: string,
  status: Status,
];

const statusOf = ({ verified }: Pick<Sourced<unknown>, 'verified'>): Status => (verified ? 'verified' : 'unverified');

/** Days overdue at which debt groups 2, 3, 4 and 5 begin, as the arithmetic of loans groups debts. */
const debtGroups = debtRuleSets.map((set): Row => {
  const [never] = set.columns as readonly [(typeof set.columns)[number]];
  return [`debt.group.bounds.${set.lender}`, boundsOf(set), set.validFrom, set.validTo, never.source, statusOf(never)];
});

/** Basis points of groups 1 to 5, and of groups 1 to 4 together. */
function provisions(): Row[] {
  const { specificBasisPoints: each, generalBasisPoints: all } = debtRuleSetOn('microfinance', '2024-08-12')!.provision;
  return [
    ['provision.rates.microfinance', each.value, '2024-01-01', undefined, each.source, statusOf(each)],
    ['provision.general.microfinance', all.value, '2024-01-01', undefined, all.source, statusOf(all)],
  ];
}

/**
 * Rules with their validity (domain.md section 12), one plain number or list a key. Where a source names only a year, its first
 * day stands. Units: shares and rates in basis points of what the comment names, money in đồng.
 */
const ROWS: readonly Row[] = [
  // Of the fund's actual charter capital; own equity of the total investment.
  ['fund.limit.perCustomer', 1_500, '2021-05-15', undefined, 'NĐ 45/2021/NĐ-CP Điều 23', 'verified'],
  ['fund.limit.related', 2_500, '2021-05-15', undefined, 'NĐ 45/2021/NĐ-CP Điều 23', 'verified'],
  ['fund.equity.min', 2_000, '2021-05-15', undefined, 'NĐ 45/2021/NĐ-CP Điều 22', 'verified'],
  // Percent of the in-term rate.
  ['fund.rate.overdueMax', 150, '2021-05-15', undefined, 'NĐ 45/2021/NĐ-CP Điều 25', 'verified'],
  ['fund.charter.minLocal', 20_000_000_000, '2021-05-15', undefined, 'NĐ 45/2021/NĐ-CP Điều 37', 'verified'],
  ['fund.finalRemoval.minYears', 5, '2021-05-15', undefined, 'NĐ 45/2021/NĐ-CP Điều 28', 'verified'],
  // Days of a year, the first day of a span not counted; basis points a year on interest paid late.
  ['interest.dayCount', 365, '2018-01-01', undefined, 'TT 14/2017/TT-NHNN Điều 4–5', 'verified'],
  ['interest.lateMaxRate', 1_000, '2017-01-01', undefined, 'TT 39/2016/TT-NHNN Điều 13; BLDS 2015 Điều 468', 'verified'],
  ...debtGroups,
  ...provisions(),
  // 1: of a loan with overdue debt, principal is paid before interest.
  ['allocation.overdue.principalFirst', 1, '2017-01-01', undefined, 'TT 39/2016/TT-NHNN Điều 18 khoản 4', 'verified'],
  // Of the approved support; of the eligible investment.
  ['kc.advance.max', 7_000, '2014-01-01', undefined, 'TTLT 26/2014/TTLT-BTC-BCT Điều 8', 'verified'],
  ['kc.machinery.maxShareBasisPoints', 5_000, '2014-01-01', '2017-12-31', 'TTLT 26/2014/TTLT-BTC-BCT', 'verified'],
  ['kc.machinery.maxShareBasisPoints', 5_000, '2018-01-01', undefined, 'TT 28/2018/TT-BTC', 'unverified'],
  ['kc.machinery.capVnd', 200_000_000, '2014-01-01', '2017-12-31', 'TTLT 26/2014/TTLT-BTC-BCT', 'verified'],
  ['kc.machinery.capVnd', 300_000_000, '2018-01-01', undefined, 'TT 28/2018/TT-BTC', 'unverified'],
  // Points; a certificate is valid to 31/12 of the third year, the year of issue being the first.
  ['kc.vote.minScore', 70, '2014-01-01', undefined, 'TT 26/2014/TT-BCT', 'verified'],
  ['kc.vote.validityYears', 3, '2014-01-01', undefined, 'TT 26/2014/TT-BCT', 'verified'],
  // Of the contract; share of the contract paid at which an advance is recovered whole.
  ['budget.advance.max', 5_000, '2024-01-01', undefined, 'TT 17/2024/TT-BTC', 'verified'],
  ['budget.advance.fullRecoveryAt', 8_000, '2024-01-01', undefined, 'TT 17/2024/TT-BTC', 'verified'],
  // Month and day of the next year.
  ['budget.settlement.end', [1, 31], '2026-01-01', undefined, 'TT 26/2026/TT-BTC', 'verified'],
  ['budget.settlement.returnBy', [2, 15], '2026-01-01', undefined, 'TT 26/2026/TT-BTC', 'verified'],
  // Đồng an hour, at most đồng a day.
  ['training.adviser.hour', 60_000, '2022-02-14', undefined, 'TT 124/2021/TT-BTC Điều 6', 'verified'],
  ['training.adviser.travelDay', 50_000, '2022-02-14', undefined, 'TT 124/2021/TT-BTC Điều 6', 'verified'],
  // Of the regional minimum wage; years a person; persons an organisation and year.
  ['worker.young.minRate', 15_000, '2021-01-01', '2025-12-31', 'QĐ 1804/QĐ-TTg; TT 124/2021/TT-BTC', 'verified'],
  ['worker.young.maxYears', 3, '2021-01-01', '2025-12-31', 'QĐ 1804/QĐ-TTg; TT 124/2021/TT-BTC', 'verified'],
  ['worker.young.perOrganisation', 2, '2021-01-01', '2025-12-31', 'QĐ 1804/QĐ-TTg; TT 124/2021/TT-BTC', 'verified'],
  // Points from which a cooperative is good, fair, average.
  ['coop.rating.bands', [80, 65, 50], '2020-04-01', undefined, 'TT 01/2020/TT-BKHĐT', 'verified'],
  // Points from which a product has two, three, four, five stars.
  ['ocop.bands', [30, 50, 70, 90], '2023-01-01', undefined, 'QĐ 148/2023/QĐ-TTg', 'verified'],
  ['ocop.certificateMonths', 36, '2023-01-01', undefined, 'QĐ 148/2023/QĐ-TTg', 'verified'],
  // Provinces and centrally run cities.
  ['geo.provinces', 63, '2008-08-01', '2025-06-30', 'NQ 15/2008/QH12', 'unverified'],
  ['geo.provinces', 34, '2025-07-01', undefined, 'QĐ 19/2025/QĐ-TTg', 'verified'],
  // Month and day.
  ['calendar.holiday.cultureDay', [11, 24], '2026-01-01', undefined, 'NQ 28/2026/QH16', 'verified'],
];

export const publishedRules: readonly ({ readonly ruleId: string } & RuleVersion)[] = ROWS.map(
  ([ruleId, value, validFrom, validTo, source, status]) => ({ ruleId, value, validFrom, validTo, source, status }),
);
