import { counted } from '@soquy/kernel';
import { screenWords } from '../../shared/words/screen-words.js';

export const overviewWords = screenWords({
  title: { vi: 'Tổng quan', en: 'Overview' },
  keyFigures: { vi: 'Chỉ tiêu chính', en: 'Key figures' },
  before: { vi: 'Cùng kỳ', en: 'Year before' },
  beforeDay: { vi: ({ day }: { day: string }) => `Tại ${day}`, en: ({ day }: { day: string }) => `On ${day}` },
  up: {
    vi: ({ percent }: { percent: string }) => `tăng ${percent}%`,
    en: ({ percent }: { percent: string }) => `up ${percent}%`,
  },
  down: {
    vi: ({ percent }: { percent: string }) => `giảm ${percent}%`,
    en: ({ percent }: { percent: string }) => `down ${percent}%`,
  },
  same: { vi: 'không đổi', en: 'unchanged' },
  change: {
    vi: ({ name }: { name: string }) => `${name}: thay đổi so với năm trước`,
    en: ({ name }: { name: string }) => `${name}: change against the year before`,
  },
  changeFormula: {
    vi: '(Kỳ này − cùng kỳ) ÷ cùng kỳ × 100',
    en: '(This period − the year before) ÷ the year before × 100',
  },
  noTurns: {
    vi: 'Không có lớp nào trong kỳ ghi theo cách đếm này.',
    en: 'No class of the period was counted this way.',
  },
  overYears: {
    vi: ({ name, told }: { name: string; told: string }) => `${name} qua các năm: ${told}`,
    en: ({ name, told }: { name: string; told: string }) => `${name} over the years: ${told}`,
  },
  untilDay: { vi: 'Đến hết ngày', en: 'Until the end of' },
  timeGone: { vi: 'Thời gian đã qua của năm', en: 'Part of the year gone' },
  timeFormula: { vi: 'Số ngày đã qua ÷ số ngày của năm × 100', en: 'Days gone ÷ days of the year × 100' },
  longOverdueName: { vi: 'Khoản vay quá hạn trên 90 ngày', en: 'Loans overdue for more than 90 days' },
  longOverdueFormula: {
    vi: 'Đếm các khoản vay quá hạn trên 90 ngày',
    en: 'Loans overdue for more than 90 days, counted',
  },
  spentFormula: { vi: 'Đã giải ngân ÷ dự toán × 100', en: 'Disbursed ÷ budget × 100' },
  attention: { vi: 'Cần chú ý', en: 'Needs attention' },
  calm: { vi: 'Không có gì cần chú ý.', en: 'Nothing needs attention.' },
  longOverdue: {
    vi: '{count} quá hạn trên 90 ngày',
    en: '{count} overdue for more than 90 days',
  },
  slowProgramme: {
    vi: ({ name }: { name: string }) => `${name}: mới chi {spent} khi đã qua {time} thời gian`,
    en: ({ name }: { name: string }) => `${name}: {spent} spent while {time} of the time is gone`,
  },
  overspent: {
    vi: ({ name }: { name: string }) => `${name}: đã chi {spent} dự toán`,
    en: ({ name }: { name: string }) => `${name}: {spent} of the budget spent`,
  },
  loans: {
    vi: ({ count }: { count: number }) => `${String(count).padStart(2, '0')} khoản vay`,
    en: ({ count }: { count: number }) => counted(count, 'loan'),
  },
  seeOverdue: { vi: 'Xem các khoản vay quá hạn', en: 'See the overdue loans' },
  seeProgramme: {
    vi: ({ name }: { name: string }) => `Xem ${name}`,
    en: ({ name }: { name: string }) => `See ${name}`,
  },
  see: { vi: 'Xem', en: 'See' },
  spending: { vi: 'Chương trình: chi so với dự toán và thời gian', en: 'Programmes: spending against budget and time' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  plan: { vi: 'Dự toán', en: 'Budget' },
  spent: { vi: 'Đã chi', en: 'Spent' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  progressText: {
    vi: ({ name, spent, time }: { name: string; spent: string; time: string }) =>
      `${name}: đã chi ${spent}% dự toán, đã qua ${time}% thời gian`,
    en: ({ name, spent, time }: { name: string; spent: string; time: string }) =>
      `${name}: ${spent}% of the budget spent, ${time}% of the time gone`,
  },
  support: { vi: 'Kinh phí hỗ trợ qua các năm', en: 'Support over the years' },
  year: { vi: 'Năm', en: 'Year' },
  training: { vi: 'Đào tạo', en: 'Training' },
  fairs: { vi: 'Xúc tiến thương mại', en: 'Trade promotion' },
  machinery: { vi: 'Máy móc', en: 'Machinery' },
  noProgramme: { vi: 'Không theo chương trình', en: 'Outside programmes' },
  noBudget: { vi: 'Năm này chưa có dự toán nào được phân bổ.', en: 'No budget is allocated for this year yet.' },
});
