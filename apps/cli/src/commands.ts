import type { Words } from '@soquy/kernel';
import type { Run } from './command.js';

/** A command as the help shows it, and where its code is: only the one that was called is loaded. */
export interface Command {
  readonly usage: readonly string[];
  readonly words: Words;
  readonly load: () => Promise<Run>;
}

/** Everything `soquy` can do, but for `help`. */
export const commands: Readonly<Record<string, Command>> = {
  doctor: {
    usage: ['doctor'],
    words: { vi: 'Kiểm tra mọi thứ cần để chạy', en: 'Look at everything the product needs to run' },
    load: async () => (await import('./commands/doctor.js')).run,
  },
  users: {
    usage: [
      'users list [--json]',
      'users add <username> --role <role> [--name <name>] [--agency <agency>|all]... [--password-stdin]',
      'users disable <username>',
      'users enable <username>',
      'users password <username> [--password-stdin]',
      'users key <username> [--label <text>]',
      'users revoke <key-id>',
    ],
    words: { vi: 'Tài khoản, mật khẩu và khoá máy', en: 'Accounts, passwords and keys for machines' },
    load: async () => (await import('./commands/users.js')).run,
  },
  figures: {
    usage: ['figures list', 'figures show <metric> [--agency ...] [--as-of ...]', 'figures evidence <figure-id>'],
    words: { vi: 'Số liệu và căn cứ của chúng', en: 'Figures and what stands behind them' },
    load: async () => (await import('./commands/figures.js')).run,
  },
  loan: {
    usage: ['loan calc --file <file>|- [--json]'],
    words: {
      vi: 'Tính lịch trả nợ, phân bổ và tình hình của một khoản vay từ tệp, không cần dữ liệu',
      en: 'Calculate schedule, allocations and statements of a loan from a file, without any data',
    },
    load: async () => (await import('./commands/loan.js')).run,
  },
  status: {
    usage: ['status [--json]'],
    words: { vi: 'Sổ và bảng số liệu đang đến đâu', en: 'How far log and read tables are' },
    load: async () => (await import('./commands/status.js')).run,
  },
  verify: {
    usage: ['verify [slice] [--json]'],
    words: { vi: 'Tính lại bảng số liệu từ sổ rồi so sánh', en: 'Compute the read tables again from the log and compare' },
    load: async () => (await import('./commands/verify.js')).run,
  },
  rebuild: {
    usage: ['rebuild [slice] [--json]'],
    words: { vi: 'Dựng lại bảng số liệu từ sổ', en: 'Build the read tables anew from the log' },
    load: async () => (await import('./commands/rebuild.js')).run,
  },
  projections: {
    usage: ['projections resume <slice>', 'projections skip <slice> --reason <text>'],
    words: { vi: 'Chạy tiếp bảng số liệu bị dừng', en: 'Go on with read tables that stopped' },
    load: async () => (await import('./commands/projections.js')).run,
  },
  backup: {
    usage: ['backup <file> [--overwrite] [--json]'],
    words: { vi: 'Sao lưu trong khi chạy, rồi đọc lại để kiểm tra', en: 'Back up while running, then read back and check' },
    load: async () => (await import('./commands/backup.js')).run,
  },
  restore: {
    usage: ['restore <file> [--json]'],
    words: { vi: 'Khôi phục vào một thư mục dữ liệu mới', en: 'Restore into a new data folder' },
    load: async () => (await import('./commands/restore.js')).run,
  },
  log: {
    usage: [
      'log copy [--from <address> | --from-file <file>] --to <address> | --to-file <file> [--json]',
      'log use postgres|eventstoredb [--json]',
    ],
    words: { vi: 'Chép sổ sang nơi khác, rồi chuyển dữ liệu sang đó', en: 'Copy the log to another store, then move on to it' },
    load: async () => (await import('./commands/log.js')).run,
  },
};
