import type { Words } from '@soquy/kernel';
import type { CopyFault, CopyFaultKind } from '../log/copy-fault.js';
import { BackupFault } from './backup-fault.js';

const UNEQUAL = (file: string): Words => ({
  vi: `Sổ vừa khôi phục không giống bản sao lưu ${file}. Đừng dùng; hãy khôi phục lại vào một DATA_DIR mới và một sổ trống.`,
  en: `The restored log does not equal the backup ${file}. Do not use it; restore again, into a new DATA_DIR and an empty log.`,
});

const WORDS: Readonly<Record<CopyFaultKind, (file: string) => Words>> = {
  different: () => ({
    vi: 'Nơi khôi phục đã có sự kiện khác với bản sao lưu. Chưa thay đổi gì; hãy khôi phục vào một DATA_DIR mới và một sổ trống.',
    en: 'The place to restore to holds events other than the backup. Nothing was changed; restore into a new DATA_DIR and an empty log.',
  }),
  disturbed: () => ({
    vi: 'Có chương trình khác ghi vào sổ trong khi khôi phục. Hãy dừng chương trình đó rồi khôi phục lại vào một DATA_DIR mới và một sổ trống.',
    en: 'Another program recorded while the backup was restored. Stop it and restore again, into a new DATA_DIR and an empty log.',
  }),
  unequal: UNEQUAL,
};

/** Why the log could not be made equal to the backup's, in the words of a restore. */
export const faultOfCopy = (fault: CopyFault, file: string): BackupFault =>
  new BackupFault(WORDS[fault.kind](file), { cause: fault, detail: fault.detail });

/** What was copied is not what the backup's own sums say: it was changed while it was read. */
export const unequal = (file: string): BackupFault => new BackupFault(UNEQUAL(file));
