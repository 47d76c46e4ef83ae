import { screenWords } from '../../shared/words/screen-words.js';

export const pasteOrganisationWords = screenWords({
  title: { vi: 'Dán danh sách tổ chức từ Excel', en: 'Paste organisations from Excel' },
});
