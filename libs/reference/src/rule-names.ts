import type { Words } from '@soquy/kernel';

/**
 * What published rules are called (domain.md section 12). The unit of a rule's numbers stands in brackets at the end, as with
 * fields. A rule that an office records under a key of its own is called by that key.
 */
export const ruleNames: Readonly<Record<string, Words>> = {
  'fund.limit.perCustomer': {
    vi: 'Dư nợ tối đa một khách hàng (điểm cơ bản vốn điều lệ thực có)',
    en: 'Most lent to one customer (basis points of actual charter capital)',
  },
  'fund.limit.related': {
    vi: 'Dư nợ tối đa khách hàng và người có liên quan (điểm cơ bản vốn điều lệ thực có)',
    en: 'Most lent to a customer and related persons (basis points of actual charter capital)',
  },
  'fund.equity.min': {
    vi: 'Vốn tự có tối thiểu (điểm cơ bản tổng vốn đầu tư)',
    en: 'Least own equity (basis points of the investment)',
  },
  'fund.rate.overdueMax': {
    vi: 'Lãi suất quá hạn tối đa (% lãi suất trong hạn)',
    en: 'Highest overdue rate (% of the in-term rate)',
  },
  'fund.charter.minLocal': {
    vi: 'Vốn điều lệ tối thiểu của Quỹ địa phương (đồng)',
    en: 'Least charter capital of a local fund (VND)',
  },
  'fund.finalRemoval.minYears': {
    vi: 'Theo dõi ngoại bảng ít nhất (năm)',
    en: 'Kept off the balance sheet at least (years)',
  },
  'interest.dayCount': { vi: 'Số ngày của năm khi tính lãi (ngày)', en: 'Days of a year for interest (days)' },
  'interest.lateMaxRate': {
    vi: 'Lãi suất chậm trả lãi tối đa (điểm cơ bản/năm)',
    en: 'Highest rate on late interest (basis points a year)',
  },
  'debt.group.bounds.microfinance': {
    vi: 'Số ngày quá hạn của nợ nhóm 2–5, tài chính vi mô (ngày)',
    en: 'Days overdue of debt groups 2 to 5, microfinance (days)',
  },
  'debt.group.bounds.bank': {
    vi: 'Số ngày quá hạn của nợ nhóm 2–5, ngân hàng (ngày)',
    en: 'Days overdue of debt groups 2 to 5, banks (days)',
  },
  'provision.rates.microfinance': {
    vi: 'Tỷ lệ trích dự phòng cụ thể nhóm 1–5 (điểm cơ bản)',
    en: 'Specific provision of groups 1 to 5 (basis points)',
  },
  'provision.general.microfinance': {
    vi: 'Tỷ lệ trích dự phòng chung (điểm cơ bản)',
    en: 'General provision (basis points)',
  },
  'allocation.overdue.principalFirst': {
    vi: 'Nợ quá hạn: thu gốc trước lãi (1: có)',
    en: 'Overdue debt: principal before interest (1: yes)',
  },
  'kc.advance.max': {
    vi: 'Tạm ứng khuyến công tối đa (điểm cơ bản mức hỗ trợ)',
    en: 'Largest advance of a promotion grant (basis points of the support)',
  },
  'kc.machinery.maxShareBasisPoints': {
    vi: 'Tỷ lệ hỗ trợ máy móc tối đa (điểm cơ bản chi phí)',
    en: 'Largest share of machinery support (basis points of the cost)',
  },
  'kc.machinery.capVnd': { vi: 'Mức hỗ trợ máy móc tối đa (đồng)', en: 'Largest machinery support (VND)' },
  'kc.vote.minScore': { vi: 'Điểm bình chọn tối thiểu (điểm)', en: 'Least score of the product vote (points)' },
  'kc.vote.validityYears': { vi: 'Giấy chứng nhận có giá trị (năm)', en: 'Validity of a certificate (years)' },
  'budget.advance.max': {
    vi: 'Tạm ứng hợp đồng tối đa (điểm cơ bản giá trị hợp đồng)',
    en: 'Largest advance of a contract (basis points of the contract)',
  },
  'budget.advance.fullRecoveryAt': {
    vi: 'Thu hồi hết tạm ứng khi đã thanh toán (điểm cơ bản giá trị hợp đồng)',
    en: 'Advance recovered whole once paid (basis points of the contract)',
  },
  'budget.settlement.end': { vi: 'Hạn thanh toán năm trước (tháng, ngày)', en: 'Last payments of the year before (month, day)' },
  'budget.settlement.returnBy': {
    vi: 'Hạn nộp trả ngân sách (tháng, ngày)',
    en: 'Returned to the budget by (month, day)',
  },
  'training.adviser.hour': { vi: 'Thù lao tư vấn một giờ (đồng)', en: 'Adviser’s fee an hour (VND)' },
  'training.adviser.travelDay': { vi: 'Hỗ trợ đi lại tư vấn một ngày (đồng)', en: 'Adviser’s travel a day (VND)' },
  'worker.young.minRate': {
    vi: 'Mức hỗ trợ lao động trẻ (điểm cơ bản lương tối thiểu vùng)',
    en: 'Support of a young worker (basis points of the regional minimum wage)',
  },
  'worker.young.maxYears': { vi: 'Hỗ trợ lao động trẻ tối đa (năm)', en: 'Longest support of a young worker (years)' },
  'worker.young.perOrganisation': {
    vi: 'Số lao động trẻ được hỗ trợ mỗi tổ chức (người)',
    en: 'Young workers supported in one organisation (persons)',
  },
  'coop.rating.bands': {
    vi: 'Mức điểm hợp tác xã tốt, khá, trung bình (điểm)',
    en: 'Scores of a good, fair, average cooperative (points)',
  },
  'ocop.bands': { vi: 'Mức điểm OCOP 2, 3, 4, 5 sao (điểm)', en: 'OCOP scores of 2, 3, 4, 5 stars (points)' },
  'ocop.certificateMonths': { vi: 'Giấy chứng nhận OCOP có giá trị (tháng)', en: 'Validity of an OCOP certificate (months)' },
  'geo.provinces': { vi: 'Số tỉnh, thành phố (đơn vị)', en: 'Provinces and cities (units)' },
  'calendar.holiday.cultureDay': { vi: 'Ngày Văn hoá Việt Nam (tháng, ngày)', en: 'Vietnam Culture Day (month, day)' },
};
