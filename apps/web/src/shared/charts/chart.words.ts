import { screenWords } from '../words/screen-words.js';

export const chartWords = screenWords({
  chart: { vi: 'Biểu đồ', en: 'Chart' },
  table: { vi: 'Bảng', en: 'Table' },
  show: { vi: 'Cách xem', en: 'Shown as' },
  unit: { vi: ({ unit }: { unit: string }) => `Đơn vị: ${unit}`, en: ({ unit }: { unit: string }) => `Unit: ${unit}` },
  asOf: { vi: ({ day }: { day: string }) => `Số liệu đến ${day}`, en: ({ day }: { day: string }) => `Figures to ${day}` },
  group: { vi: 'Nhóm', en: 'Group' },
  spent: { vi: 'Đã chi', en: 'Spent' },
  plan: { vi: 'Dự toán', en: 'Budget' },
  timeGone: { vi: 'Thời gian đã qua', en: 'Time gone' },
  none: { vi: 'Chưa có số liệu.', en: 'No figures yet.' },
});
