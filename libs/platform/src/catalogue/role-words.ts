import type { Words } from '@soquy/kernel';
import type { Role } from '../commands/allowed-to.js';

/** What roles are called. */
export const roleWords: Readonly<Record<Role, Words>> = {
  officer: { vi: 'Cán bộ chương trình', en: 'Programme officer' },
  'credit-officer': { vi: 'Cán bộ tín dụng', en: 'Credit officer' },
  'fund-manager': { vi: 'Giám đốc Quỹ', en: 'Fund manager' },
  finance: { vi: 'Tài chính, kế toán', en: 'Finance' },
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  admin: { vi: 'Quản trị', en: 'Administrator' },
};
