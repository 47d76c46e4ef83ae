import { counted } from '@soquy/kernel';
import { screenWords } from '../../shared/words/screen-words.js';

interface Code {
  readonly n: string;
}

export const eventWords = screenWords({
  loading: { vi: 'Sự kiện', en: 'Event' },
  facts: { vi: 'Sự kiện này', en: 'This event' },
  object: { vi: 'Hồ sơ', en: 'Object' },
  effectiveOn: { vi: 'Ngày phát sinh', en: 'Happened on' },
  recordedAt: { vi: 'Ghi nhận lúc', en: 'Recorded at' },
  after: {
    vi: ({ n }: { n: number }) => `sau ${n} ngày`,
    en: ({ n }: { n: number }) => `${counted(n, 'day')} later`,
  },
  actor: { vi: 'Người ghi', en: 'Recorded by' },
  onBehalfOf: { vi: 'Thay mặt', en: 'On behalf of' },
  evidence: { vi: 'Căn cứ', en: 'Evidence' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reverses: { vi: 'Huỷ sự kiện', en: 'Reverses' },
  reversedBy: { vi: 'Bị huỷ bởi', en: 'Reversed by' },
  seeEvent: { vi: 'Xem sự kiện', en: 'See the event' },
  origin: { vi: 'Nguồn gốc', en: 'Origin' },
  place: { vi: ({ n }: Code) => `vị trí ${n} trong sổ`, en: ({ n }: Code) => `position ${n} of the log` },
  data: { vi: 'Nội dung đã ghi', en: 'What was recorded' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  caused: { vi: 'Cùng một yêu cầu đã sinh ra', en: 'The same request led to' },
  causedNothing: { vi: 'Yêu cầu này chỉ sinh ra sự kiện này.', en: 'The request led to this event alone.' },
  metadata: { vi: 'Dấu vết kỹ thuật', en: 'Technical trace' },
  json: { vi: 'JSON gốc', en: 'Original JSON' },
  before: { vi: 'Sự kiện trước của hồ sơ', en: 'Previous event of this object' },
  next: { vi: 'Sự kiện sau của hồ sơ', en: 'Next event of this object' },
  noneBefore: { vi: 'Đây là sự kiện đầu tiên của hồ sơ.', en: 'This is the first event of the object.' },
  noneNext: { vi: 'Đây là sự kiện mới nhất của hồ sơ.', en: 'This is the newest event of the object.' },
});
