import { screenWords } from '../../shared/words/screen-words.js';

export const pasteActivityWords = screenWords({
  title: { vi: 'Dán danh sách lớp đã tổ chức từ Excel', en: 'Paste classes held from Excel' },
  otherKind: {
    vi: 'Chỉ lớp đã tổ chức dán được từ Excel. Loại này ghi từng hoạt động.',
    en: 'Only classes held can be pasted from Excel. This kind is recorded one by one.',
  },
});
