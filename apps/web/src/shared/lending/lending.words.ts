import { screenWords } from '../words/screen-words.js';

interface Named {
  readonly number: number;
  readonly what: string;
}

export const lendingWords = screenWords({
  number: { vi: 'Kỳ', en: 'No.' },
  dueOn: { vi: 'Đến hạn', en: 'Due' },
  principal: { vi: 'Gốc', en: 'Principal' },
  interest: { vi: 'Lãi', en: 'Interest' },
  total: { vi: 'Phải trả', en: 'To pay' },
  balance: { vi: 'Dư nợ sau kỳ', en: 'Balance after' },
  all: { vi: 'Cộng', en: 'Total' },
  cell: {
    vi: ({ number, what }: Named) => `Kỳ ${number}: ${what}`,
    en: ({ number, what }: Named) => `Instalment ${number}: ${what}`,
  },
  schedule: { vi: 'Lịch trả dự kiến', en: 'Expected schedule' },
  shifted: {
    vi: ({ day }: { day: string }) => `dời từ ngày nghỉ ${day}`,
    en: ({ day }: { day: string }) => `moved from ${day}, a day off`,
  },
  fromTerms: { vi: 'Điều kiện vay', en: 'Terms' },
  instalments: { vi: 'Số kỳ', en: 'Instalments' },
  first: { vi: 'Kỳ đầu', en: 'First due' },
  last: { vi: 'Kỳ cuối', en: 'Last due' },
  totalInterest: { vi: 'Tổng lãi', en: 'Total interest' },
  notYet: {
    vi: 'Nhập số tiền, thời hạn, lãi suất và cách trả để thấy lịch.',
    en: 'Type amount, term, rate and repayment to see the schedule.',
  },
  computing: {
    vi: 'Tính tại máy này bằng đúng hàm mà máy chủ dùng; ngày nghỉ lễ theo lịch đã công bố.',
    en: 'Computed on this machine by the same functions as on the server; public holidays as published.',
  },
});

/** How a schedule's numbers come about, for the page beside each. */
export const SCHEDULE_FORMULA = {
  vi: 'Lịch trả tính từ điều kiện vay: gốc theo cách trả đã chọn, lãi theo số ngày thực tế trên dư nợ, ngày nghỉ dời sang ngày làm việc kế tiếp',
  en: 'Schedule from the terms: principal by the chosen method, interest by actual days on the balance, days off moved to the next working day',
};

export const inputWords = screenWords({
  amount: { vi: 'Số tiền vay', en: 'Amount' },
  term: { vi: 'Thời hạn', en: 'Term' },
  rate: { vi: 'Lãi suất năm', en: 'Annual rate' },
  every: { vi: 'Kỳ trả lãi', en: 'Interest every' },
  start: { vi: 'Ngày giải ngân', en: 'Disbursed on' },
  method: { vi: 'Cách trả gốc', en: 'Repayment of principal' },
});
