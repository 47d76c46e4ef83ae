import { pluralOf } from '@soquy/kernel';
import { screenWords } from '../../shared/words/screen-words.js';

interface Of {
  readonly of: number;
}

export const passportWords = screenWords({
  note: {
    vi: 'Mọi hỗ trợ từ mọi đơn vị và chương trình, đến ngày đang xem.',
    en: 'All support from every agency and programme, up to the day viewed.',
  },
  sums: { vi: 'Hỗ trợ đã nhận', en: 'Support received' },
  items: { vi: 'Hỗ trợ riêng cho tổ chức này', en: 'Given to this organisation alone' },
  shared: { vi: 'Hỗ trợ chung với đơn vị khác', en: 'Support shared with others' },
  sharedNote: {
    vi: 'Kinh phí ở đây là của cả hoạt động: không chia cho từng đơn vị và không tính vào số đã nhận ở trên.',
    en: 'The cost here is that of the whole activity: it is not divided among those who took part and not counted above.',
  },
  own: { vi: 'Riêng tổ chức này', en: 'This organisation alone' },
  cost: { vi: 'Kinh phí chung', en: 'Shared cost' },
  costUnknown: { vi: 'chưa ghi', en: 'not recorded' },
  others: { vi: (_: Of) => 'cùng {count} đơn vị khác', en: ({ of }: Of) => `with {count} ${pluralOf(of, 'other')}` },
  othersAndMore: {
    vi: (_: Of) => 'cùng {count} đơn vị khác và những đơn vị chưa nêu tên',
    en: ({ of }: Of) => `with {count} ${pluralOf(of, 'other')} and some not named`,
  },
  alone: { vi: 'không nêu tên đơn vị khác', en: 'no others named' },
  othersName: {
    vi: ({ title }: { title: string }) => `Số đơn vị khác cùng tham gia: ${title}`,
    en: ({ title }: { title: string }) => `How many others took part: ${title}`,
  },
  othersFormula: {
    vi: 'Số tổ chức khác nhau của hoạt động, trừ tổ chức này',
    en: 'The different organisations of the activity, less this one',
  },
  newest: {
    vi: ({ most }: { most: number }) => `Chỉ xét ${most} hồ sơ mới nhất của mỗi loại; phần cũ hơn có ở tab Lịch sử.`,
    en: ({ most }: { most: number }) => `Only the newest ${most} of each kind are looked at; older ones are in the history.`,
  },
});
