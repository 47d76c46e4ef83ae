import { screenWords } from '../../shared/words/screen-words.js';

export const historyWords = screenWords({
  title: { vi: 'Mọi việc với tổ chức này', en: 'All that concerns this organisation' },
  note: {
    vi: 'Lớp, hội chợ, hỗ trợ, khoản vay và thay đổi hồ sơ của tổ chức, từ mọi đơn vị và chương trình, mới nhất trước.',
    en: 'Classes, fairs, grants, loans and changes of its profile, from every agency and programme, newest first.',
  },
  kind: { vi: 'Loại', en: 'Kind' },
  allKinds: { vi: 'tất cả', en: 'all' },
  axis: { vi: 'Xếp theo', en: 'Ordered by' },
  effective: { vi: 'phát sinh', en: 'happened' },
  recorded: { vi: 'ghi nhận', en: 'recorded' },
  none: { vi: 'Chưa có ghi nhận nào về tổ chức này.', en: 'Nothing is recorded of this organisation yet.' },
  noneOfKind: {
    vi: ({ kind }: { kind: string }) => `Không có ghi nhận nào với loại “${kind}”.`,
    en: ({ kind }: { kind: string }) => `Nothing is recorded under “${kind}”.`,
  },
  clear: { vi: 'Bỏ bộ lọc', en: 'Clear filter' },
  happenedOn: { vi: ({ day }: { day: string }) => `Phát sinh ${day}`, en: ({ day }: { day: string }) => `Happened ${day}` },
  recordedOn: {
    vi: ({ at, who }: { at: string; who: string }) => `ghi nhận ${at} · ${who}`,
    en: ({ at, who }: { at: string; who: string }) => `recorded ${at} · ${who}`,
  },
  reversed: { vi: 'Đã huỷ bút toán', en: 'Reversed' },
  together: { vi: 'Nhiều tổ chức cùng tham gia.', en: 'Several organisations took part.' },
  ofAll: { vi: 'Số liệu là của cả hoạt động.', en: 'The numbers are those of the whole activity.' },
});
