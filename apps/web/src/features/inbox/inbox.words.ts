import { counted } from '@soquy/kernel';
import { screenWords } from '../../shared/words/screen-words.js';

export const inboxWords = screenWords({
  title: { vi: 'Việc của tôi', en: 'My work' },
  countFormula: { vi: 'Đếm các hồ sơ đang ở trạng thái này', en: 'Files in this state, counted' },
  waiting: { vi: 'Chờ tôi xử lý', en: 'Waiting for me' },
  nothing: {
    vi: 'Không có hồ sơ nào đang chờ bạn. Hồ sơ tới bước của bạn sẽ tự hiện ở đây.',
    en: 'Nothing is waiting for you. A file that comes to your step appears here by itself.',
  },
  alwaysNow: {
    vi: 'Trang này luôn cho thấy việc của hiện tại, không theo ngày đang chọn.',
    en: 'This page always shows current work, not that of the chosen day.',
  },
  guest: { vi: 'Đăng nhập để thấy việc của bạn.', en: 'Sign in to see what is waiting for you.' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Nội dung', en: 'Subject' },
  status: { vi: 'Trạng thái', en: 'Status' },
  since: { vi: 'Từ ngày', en: 'Since' },
  age: { vi: 'Đã chờ', en: 'Waiting for' },
  ageFormula: {
    vi: 'Số ngày từ khi hồ sơ ở trạng thái này đến hôm nay',
    en: 'Days from the day the file came to this state to today',
  },
  today: { vi: 'Hôm nay', en: 'Today' },
  allCorrections: { vi: 'Mọi đề nghị đính chính', en: 'All requests for correction' },
  days: {
    vi: ({ days }: { days: number }) => `${days} ngày`,
    en: ({ days }: { days: number }) => counted(days, 'day'),
  },
  step: { vi: 'Bước tiếp', en: 'Next step' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  corrections: { vi: 'Đính chính chờ người thứ hai', en: 'Corrections waiting for a second person' },
  open: { vi: 'Xem và quyết định', en: 'See and decide' },
  due: { vi: 'Phải thu đến hết tháng', en: 'To be collected by the end of the month' },
  dueNone: { vi: 'Tháng này không còn khoản nào đến hạn.', en: 'Nothing more falls due this month.' },
  dueCaption: {
    vi: ({ day }: { day: string }) => `Gồm nợ đã quá hạn và nợ đến hạn trong tháng: sẽ quá hạn vào ${day} nếu không ai trả thêm`,
    en: ({ day }: { day: string }) => `What is overdue and what falls due this month: overdue on ${day} if nothing more is paid`,
  },
  principal: { vi: 'Gốc', en: 'Principal' },
  interest: { vi: 'Lãi', en: 'Interest' },
  loan: { vi: 'Khoản vay', en: 'Loan' },
  overdue: { vi: 'Đang quá hạn', en: 'Overdue now' },
  overdueNone: { vi: 'Không có khoản nào quá hạn.', en: 'Nothing is overdue.' },
  overdueDays: { vi: 'Số ngày quá hạn', en: 'Days overdue' },
  shownOf: {
    vi: ({ shown, total }: { shown: number; total: number }) => `Đang hiện ${shown} trong ${total} hồ sơ.`,
    en: ({ shown, total }: { shown: number; total: number }) => `${shown} of ${counted(total, 'case')} shown.`,
  },
  all: { vi: 'Xem tất cả', en: 'See all' },
  count: {
    vi: ({ count }: { count: number }) => `${count} hồ sơ`,
    en: ({ count }: { count: number }) => counted(count, 'case'),
  },
});
