import type { Words } from '@soquy/kernel';

export type PostgresFaultKind =
  | 'disk-full'
  | 'not-writable'
  | 'port-taken'
  | 'no-binaries'
  | 'other-version'
  | 'password-lost'
  | 'out-of-reach'
  | 'busy'
  | 'failed';

/** Why the embedded PostgreSQL cannot run, in a sentence that says what to do. `detail`: what PostgreSQL itself wrote. */
export class PostgresFault extends Error {
  constructor(
    readonly kind: PostgresFaultKind,
    readonly words: Words,
    readonly detail = '',
  ) {
    super([words.vi, words.en, detail].filter(Boolean).join('\n'));
    this.name = 'PostgresFault';
  }
}

/** How the causes that have a remedy look in the words of initdb and postgres. */
const CAUSES: readonly (readonly [RegExp, PostgresFaultKind])[] = [
  [/No space left on device|Disk quota exceeded|Check free disk space/i, 'disk-full'],
  [/could not bind|Address already in use/i, 'port-taken'],
  [/pre-existing shared memory block|lock file "postmaster.pid" already exists/i, 'busy'],
  [/Permission denied|Read-only file system|Operation not permitted|has wrong ownership/i, 'not-writable'],
];

/** The fault behind what initdb or postgres wrote before giving up. */
export function faultOf(output: string, place: string): PostgresFault {
  const kind = CAUSES.find(([pattern]) => pattern.test(output))?.[1] ?? 'failed';
  return new PostgresFault(kind, sentence(kind, place), output.trim().split('\n').slice(-8).join('\n'));
}

/** The fault behind an error of the file system; other errors pass as they are. */
export function faultOfFiles(error: unknown, place: string): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new PostgresFault('disk-full', sentence('disk-full', place));
  const noFolder = code === 'ENOENT' && syscall === 'mkdir';
  if (noFolder || ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code))
    return new PostgresFault('not-writable', sentence('not-writable', place));
  return error;
}

const OWN_SERVER = {
  vi: 'hoặc đặt DATABASE_URL trỏ tới một PostgreSQL có sẵn',
  en: 'or set DATABASE_URL to a PostgreSQL of your own',
};

function sentence(kind: PostgresFaultKind, place: string): Words {
  switch (kind) {
    case 'disk-full':
      return {
        vi: `Ổ đĩa chứa ${place} đã đầy. Hãy giải phóng dung lượng rồi chạy lại, hoặc đặt DATA_DIR sang ổ khác.`,
        en: `The disk that holds ${place} is full. Free some space and start again, or set DATA_DIR to another disk.`,
      };
    case 'not-writable':
      return {
        vi: `Không ghi được vào ${place} với tài khoản đang chạy. Hãy cấp quyền, đặt DATA_DIR sang thư mục khác, ${OWN_SERVER.vi}.`,
        en: `${place} cannot be written by the running account. Give it the right, set DATA_DIR to another folder, ${OWN_SERVER.en}.`,
      };
    case 'port-taken':
      return {
        vi: 'Cổng dành cho PostgreSQL đã có chương trình khác dùng.',
        en: 'The port meant for PostgreSQL is taken by another program.',
      };
    case 'busy':
      return {
        vi: `Một PostgreSQL khác đang giữ ${place} và không trả lời. Hãy dừng nó rồi chạy lại.`,
        en: `Another PostgreSQL holds ${place} and does not answer. Stop it and start again.`,
      };
    default:
      return {
        vi: `PostgreSQL đi kèm không khởi động được trong ${place}. Xem lý do bên dưới, ${OWN_SERVER.vi}.`,
        en: `The embedded PostgreSQL could not start in ${place}. See the reason below, ${OWN_SERVER.en}.`,
      };
  }
}

export const busy = (place: string) => new PostgresFault('busy', sentence('busy', place));

export const noBinaries = (detail: string) =>
  new PostgresFault(
    'no-binaries',
    {
      vi: 'Máy này không chạy được PostgreSQL đi kèm và cũng không có PostgreSQL cài sẵn. Hãy cài PostgreSQL 15 trở lên, hoặc đặt DATABASE_URL.',
      en: 'Neither the bundled PostgreSQL nor an installed one runs on this machine. Install PostgreSQL 15 or newer, or set DATABASE_URL.',
    },
    detail,
  );

export const otherVersion = (place: string, found: number, offered: readonly number[]) =>
  new PostgresFault('other-version', {
    vi: `Dữ liệu trong ${place} do PostgreSQL ${found} ghi, còn ở đây chỉ có PostgreSQL ${offered.join(', ')}. Hãy sao lưu bằng bản cũ (soquy backup) rồi khôi phục vào một DATA_DIR mới.`,
    en: `The data in ${place} were written by PostgreSQL ${found}, but here is only PostgreSQL ${offered.join(', ')}. Back them up with the old release (soquy backup) and restore into a new DATA_DIR.`,
  });

export const passwordLost = (place: string) =>
  new PostgresFault('password-lost', {
    vi: `Thiếu tệp mật khẩu ${place} của cơ sở dữ liệu. Hãy trả lại tệp đó từ bản sao lưu thư mục.`,
    en: `The database's password file ${place} is missing. Put it back from a copy of the folder.`,
  });

export const outOfReach = (place: string) =>
  new PostgresFault('out-of-reach', {
    vi: `Dữ liệu nằm trong ${place}, nơi tài khoản chạy PostgreSQL không vào được. Hãy chuyển thư mục ra ngoài /root hoặc đặt DATA_DIR, ${OWN_SERVER.vi}.`,
    en: `The data lie in ${place}, which the account that runs PostgreSQL cannot reach. Move the folder out of /root or set DATA_DIR, ${OWN_SERVER.en}.`,
  });
