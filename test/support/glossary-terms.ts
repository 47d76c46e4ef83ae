type Row = readonly [vietnamese: string, english: string, identifier: string];

/** Words of the trade, as far as the product uses them and no text of a slice says them; kept by hand, by subject. */
export const terms: Readonly<Record<string, readonly Row[]>> = {
  'Tổ chức · Organisations': [['Mã số hợp tác xã, mã số thuế', 'Code of the cooperative, tax code', 'taxCode']],
  'Căn cứ, lịch, địa bàn · Law, calendar, places': [
    ['Căn cứ pháp lý', 'Legal basis: number, issuer, date', 'legalBasis'],
    ['Ngày nghỉ lễ', 'Holiday', 'holidays'],
    ['Ngày làm việc', 'Working day', 'isWorkingDay'],
  ],
  'Ngân sách · Budget': [
    ['Năm ngân sách', 'Budget year, 1/1 to 31/12', 'budgetYear'],
    ['Hết hạn chỉnh lý quyết toán', 'Last day of the settlement adjustment', 'settlementEndOn'],
  ],
  'Xúc tiến thương mại · Trade promotion': [
    ['Gian hàng', 'Stall', 'stalls'],
    ['Lượt tham gia', 'Participation', 'participations'],
  ],
  'Hỗ trợ máy móc · Machinery grants': [
    ['Tổng vốn đầu tư', 'Total investment', 'totalInvestmentVnd'],
    ['Nghiệm thu', 'Acceptance', 'acceptance'],
    ['Tạm ứng', 'Advance', 'advance'],
    ['Quyết toán đề án', 'Settlement of a project', 'settlement'],
    ['Thu hồi', 'Recovery', 'recovery'],
  ],
  'Quỹ · The fund': [
    ['Vốn điều lệ thực có', 'Actual charter capital', 'actualCharterVnd'],
    ['Giữ vốn, giữ dự toán', 'Reservation', 'reserves'],
  ],
  'Khoản vay · Loans': [
    ['Theo chứng từ', 'As stated on the voucher', 'asStated'],
    ['Người có liên quan', 'Related person', 'relatedOrganisationIds'],
    ['Vốn tự có', 'Own equity', 'ownEquityVnd'],
    ['Nợ gốc', 'Principal', 'principalVnd'],
    ['Tiền lãi', 'Interest', 'interestVnd'],
    ['Lãi suất trong hạn', 'Interest rate within the term', 'annualRateBasisPoints'],
    [
      'Lãi suất quá hạn, theo phần trăm lãi suất trong hạn',
      'Overdue rate, in percent of the rate within the term',
      'overdueRatePercent',
    ],
    ['Lịch trả nợ', 'Repayment schedule', 'schedule'],
    ['Ngày đến hạn', 'Due day', 'dueOn'],
    ['Ngày đến hạn danh nghĩa', 'Nominal due day, before it is shifted to a working day', 'nominalOn'],
    ['Tuổi nợ quá hạn', 'Age of arrears: how long a debt is overdue', 'debtAge'],
    ['Phân bổ tiền thu nợ', 'Allocation of a repayment', 'allocation'],
  ],
  'Số liệu và sổ · Figures and the log': [
    ['Ngày phát sinh', 'Effective day: from when a fact is true', 'effectiveOn'],
    ['Thời điểm ghi nhận', 'When a fact was recorded', 'recordedAt'],
    ['Như đã ghi nhận đến', 'Known at: as the log stood then', 'knownAt'],
    ['Kỳ hạch toán', 'Posting period', 'postingPeriod'],
    ['Chưa rõ, chưa báo cáo', 'Unknown: neither zero nor invented', 'unknown'],
    ['Bút toán đảo', 'Reversal', 'reverses'],
    ['Nhật ký sự kiện', 'Event log', 'EventStore'],
  ],
};
