import { screenWords } from '../words/screen-words.js';

interface Day {
  readonly day: string;
}

export const asOfFormWords = screenWords({
  effective: { vi: 'Ngày phát sinh: đến hết ngày', en: 'Happened by the end of' },
  effectiveWhy: { vi: 'Trống: hôm nay', en: 'Empty: today' },
  known: { vi: 'Ngày ghi nhận: như biết lúc', en: 'Recorded by' },
  knownWhy: { vi: 'Trống: tất cả đã ghi đến giờ', en: 'Empty: all that is recorded by now' },
  knownHint: { vi: 'dd/mm/yyyy hh:mm hoặc vị trí trong sổ', en: 'dd/mm/yyyy hh:mm, or a position of the log' },
  pick: { vi: 'Chọn trên lịch', en: 'Choose from a calendar' },
  quick: { vi: 'Chọn nhanh', en: 'Quick choices' },
  today: { vi: 'Hôm nay', en: 'Today' },
  monthEnd: { vi: ({ day }: Day) => `Cuối tháng trước ${day}`, en: ({ day }: Day) => `End of last month ${day}` },
  midYear: { vi: ({ day }: Day) => `30/6: ${day}`, en: ({ day }: Day) => `30 June: ${day}` },
  yearEnd: { vi: ({ day }: Day) => `31/12 năm trước: ${day}`, en: ({ day }: Day) => `End of last year: ${day}` },
  apply: { vi: 'Xem', en: 'Show' },
  wrongDay: { vi: 'Nhập một ngày có thật, dạng dd/mm/yyyy.', en: 'Enter a day that exists, as dd/mm/yyyy.' },
  unreadable: {
    vi: 'Nhập ngày giờ có thật dạng dd/mm/yyyy hh:mm, hoặc vị trí trong sổ.',
    en: 'Enter a moment that exists as dd/mm/yyyy hh:mm, or a position of the log.',
  },
  future: { vi: 'Thời điểm này chưa tới.', en: 'This moment is still to come.' },
});
