import type { Words } from '@soquy/kernel';

/** Why a backup cannot be made or restored, in a sentence that says what to do. */
export class BackupFault extends Error {
  /** What exactly was found, for whoever looks into it. */
  readonly detail: string | undefined;

  constructor(
    readonly words: Words,
    options?: ErrorOptions & { readonly detail?: string | undefined },
  ) {
    super(`${words.vi}\n${words.en}`, options);
    this.name = 'BackupFault';
    this.detail = options?.detail;
  }
}

/** `why`: what exactly was found, for whoever looks into it. */
export const damaged = (file: string, why: string, cause?: unknown) =>
  new BackupFault(
    {
      vi: `Bản sao lưu ${file} bị hỏng hoặc thiếu (${why}). Chưa thay đổi gì; hãy dùng một bản khác.`,
      en: `The backup ${file} is damaged or incomplete (${why}). Nothing was changed; use another one.`,
    },
    { cause },
  );

const SENTENCES: Readonly<Record<string, Words>> = {
  ENOENT: { vi: 'không có tệp hoặc thư mục này', en: 'there is no such file or folder' },
  EACCES: { vi: 'tài khoản đang chạy không có quyền', en: 'the running account has no right to it' },
  EPERM: { vi: 'tài khoản đang chạy không có quyền', en: 'the running account has no right to it' },
  EROFS: { vi: 'ổ đĩa chỉ đọc', en: 'the disk is read-only' },
  EISDIR: { vi: 'đây là thư mục', en: 'it is a folder' },
  ENOTDIR: { vi: 'đường dẫn đi qua một tệp', en: 'the path leads through a file' },
  ENOSPC: { vi: 'ổ đĩa đã đầy', en: 'the disk is full' },
  EDQUOT: { vi: 'đã hết hạn mức đĩa', en: 'the disk quota is used up' },
};

/** What the file system says, as a sentence; other errors pass as they are. */
export function faultOfFile(error: unknown, file: string): unknown {
  const words = SENTENCES[(error as NodeJS.ErrnoException).code ?? ''];
  if (!words) return error;
  return new BackupFault({ vi: `${file}: ${words.vi}.`, en: `${file}: ${words.en}.` }, { cause: error });
}
