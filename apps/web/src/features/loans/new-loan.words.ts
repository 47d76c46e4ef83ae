import { screenWords } from '../../shared/words/screen-words.js';

export const newLoanWords = screenWords({
  live: { vi: 'Lịch trả dự kiến', en: 'Expected schedule' },
  liveWhy: {
    vi: 'Lãi suất và cách trả dưới đây chỉ để tính thử; điều kiện chính thức do quyết định cho vay.',
    en: 'The rate and repayment terms below are only for trying out; the approval decides them.',
  },
  calculator: { vi: 'Tính thử khoản vay', en: 'What-if loan calculator' },
  calculatorWhy: {
    vi: 'Không ghi gì vào sổ. Địa chỉ trang giữ mọi điều kiện, nên gửi liên kết là gửi cả phép tính.',
    en: 'Nothing is recorded. The address holds all terms, so sending the link sends the whole calculation.',
  },
  terms: { vi: 'Điều kiện vay', en: 'Terms' },
  startsOn: { vi: 'Ngày giải ngân', en: 'Disbursed on' },
  payments: { vi: 'Giả sử trả', en: 'Assumed payments' },
  paidOn: { vi: 'Ngày trả', en: 'Paid on' },
  paid: { vi: 'Số tiền trả (đồng)', en: 'Amount paid (VND)' },
  on: { vi: 'Xem vào ngày', en: 'View on' },
  rounding: { vi: 'Làm tròn', en: 'Rounding' },
  residue: { vi: 'Phần lẻ dồn vào', en: 'The residue goes to' },
  daysOff: { vi: 'Kỳ rơi vào ngày nghỉ', en: 'Due days that fall on days off' },
  standing: { vi: 'Nợ vào ngày xem', en: 'Owed on that day' },
  outstanding: { vi: 'Dư nợ gốc', en: 'Outstanding principal' },
  overdue: { vi: 'Gốc quá hạn', en: 'Overdue principal' },
  interestDue: { vi: 'Lãi đến hạn chưa trả', en: 'Interest due' },
  accrued: { vi: 'Lãi đang chạy', en: 'Accrued interest' },
  payoff: { vi: 'Tất toán', en: 'To pay it off' },
  days: { vi: 'Số ngày quá hạn', en: 'Days overdue' },
  check: { vi: 'Đối chiếu với máy chủ', en: 'Compare with the server' },
  same: {
    vi: 'Máy chủ tính ra đúng những con số này: khớp từng kỳ.',
    en: 'The server computes exactly the same numbers, instalment by instalment.',
  },
  differs: { vi: 'Máy chủ tính ra khác: lệch.', en: 'The server computes different numbers.' },
  formula: {
    vi: 'Cùng một hàm tính khoản vay chạy tại máy này và trên máy chủ',
    en: 'The same loan function runs here and on the server',
  },
});
