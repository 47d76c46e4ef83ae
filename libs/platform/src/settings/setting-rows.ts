import type { Words } from '@soquy/kernel';
import type { Settings } from './settings.js';

interface Row {
  readonly variable: string;
  /** What the text means; undefined for one that means nothing. */
  readonly read: (text: string) => unknown;
  readonly fallback: (environment: Readonly<Record<string, string | undefined>>) => unknown;
  readonly words: Words;
}

const SWITCH: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  1: true,
  yes: true,
  off: false,
  false: false,
  0: false,
  no: false,
};

const text = (value: string) => value;
const whole = (value: string) => (/^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN);
const flag = (value: string) => SWITCH[value.toLowerCase()];
const always = (value: unknown) => () => value;
const isProduction = (environment: Readonly<Record<string, string | undefined>>) => environment.NODE_ENV === 'production';

/** A field of the settings, its environment variable, and what happens without it. */
export const settingRows: { readonly [Name in keyof Required<Settings>]: Row } = {
  port: {
    variable: 'PORT',
    read: whole,
    fallback: always(undefined),
    words: { vi: 'Cổng HTTP; để trống: cổng trống đầu tiên từ 3000', en: 'HTTP port; without it the first free one from 3000' },
  },
  host: {
    variable: 'HOST',
    read: text,
    fallback: always('127.0.0.1'),
    words: { vi: 'Địa chỉ lắng nghe', en: 'Address to listen on' },
  },
  dataDir: { variable: 'DATA_DIR', read: text, fallback: always('.data'), words: { vi: 'Thư mục dữ liệu', en: 'Data folder' } },
  databaseUrl: {
    variable: 'DATABASE_URL',
    read: text,
    fallback: always(undefined),
    words: {
      vi: 'PostgreSQL có sẵn; để trống: bản đi kèm',
      en: 'An existing PostgreSQL; without it the one that comes with the product',
    },
  },
  eventStore: {
    variable: 'EVENT_STORE',
    read: text,
    fallback: always('postgres'),
    words: { vi: 'Sổ sự kiện ở đâu: postgres hoặc eventstoredb', en: 'Where the log is kept: postgres or eventstoredb' },
  },
  eventStoreUrl: {
    variable: 'EVENTSTORE_URL',
    read: text,
    fallback: always(undefined),
    words: {
      vi: 'Địa chỉ EventStoreDB/KurrentDB, khi EVENT_STORE=eventstoredb',
      en: 'Address of EventStoreDB/KurrentDB, where EVENT_STORE=eventstoredb',
    },
  },
  projector: {
    variable: 'PROJECTOR',
    read: flag,
    fallback: always(true),
    words: {
      vi: 'Tiến trình này cập nhật bảng đọc; off khi có tiến trình projector riêng',
      en: 'This process keeps the read tables level; off where projectors of their own do',
    },
  },
  production: {
    variable: 'NODE_ENV',
    read: (value) => value === 'production',
    fallback: always(false),
    words: { vi: 'Chạy thật', en: 'Production' },
  },
  demo: {
    variable: 'DEMO',
    read: flag,
    fallback: (environment) => !isProduction(environment),
    words: { vi: 'Tài khoản và dữ liệu mẫu', en: 'Sample accounts and data' },
  },
  publicBoards: {
    variable: 'PUBLIC_BOARDS',
    read: flag,
    fallback: (environment) => (environment.DEMO ? flag(environment.DEMO) : !isProduction(environment)),
    words: { vi: 'Xem bảng số liệu không cần đăng nhập', en: 'Boards without signing in' },
  },
  logLevel: { variable: 'LOG_LEVEL', read: text, fallback: always('info'), words: { vi: 'Mức nhật ký', en: 'Log level' } },
  trustProxy: {
    variable: 'TRUST_PROXY',
    read: flag,
    fallback: always(false),
    words: { vi: 'Đứng sau proxy', en: 'Behind a proxy' },
  },
  bodyLimitKiB: {
    variable: 'BODY_LIMIT_KIB',
    read: whole,
    fallback: always(256),
    words: { vi: 'Cỡ tối đa của nội dung gửi lên (KiB)', en: 'Largest request body (KiB)' },
  },
  sessionIdleMinutes: {
    variable: 'SESSION_IDLE_MINUTES',
    read: whole,
    fallback: always(60),
    words: { vi: 'Phiên hết hạn sau số phút không dùng', en: 'Minutes of silence that end a session' },
  },
  sessionMaxHours: {
    variable: 'SESSION_MAX_HOURS',
    read: whole,
    fallback: always(12),
    words: { vi: 'Phiên dài nhất (giờ)', en: 'Longest session (hours)' },
  },
  signInAttempts: {
    variable: 'SIGN_IN_ATTEMPTS',
    read: whole,
    fallback: always(5),
    words: { vi: 'Số lần đăng nhập sai được phép', en: 'Failed sign-ins allowed' },
  },
  signInWindowMinutes: {
    variable: 'SIGN_IN_WINDOW_MINUTES',
    read: whole,
    fallback: always(15),
    words: { vi: 'Khoảng đếm đăng nhập sai (phút)', en: 'Minutes failed sign-ins are counted over' },
  },
  readWaitMs: {
    variable: 'READ_WAIT_MS',
    read: whole,
    fallback: always(2_000),
    words: {
      vi: 'Thời gian một câu hỏi chờ bảng số liệu theo kịp sổ (mili giây)',
      en: 'Milliseconds a question waits for the read rows to catch up with the log',
    },
  },
  reservationPatienceSeconds: {
    variable: 'RESERVATION_PATIENCE_SECONDS',
    read: whole,
    fallback: always(30),
    words: { vi: 'Thời gian giữ chỗ chờ ghi nhận (giây)', en: 'Seconds a reservation waits for its object' },
  },
  exportRows: {
    variable: 'EXPORT_ROWS',
    read: whole,
    fallback: always(50_000),
    words: { vi: 'Số dòng mà vượt quá thì tệp được tạo ở chế độ nền', en: 'Rows above which a file is made in the background' },
  },
  exportJobs: {
    variable: 'EXPORT_JOBS',
    read: whole,
    fallback: always(2),
    words: { vi: 'Số tệp một tiến trình tạo cùng lúc', en: 'Files one process makes at a time in the background' },
  },
  exportHours: {
    variable: 'EXPORT_HOURS',
    read: whole,
    fallback: always(24),
    words: { vi: 'Số giờ giữ tệp đã tạo ở chế độ nền', en: 'Hours that files made in the background are kept' },
  },
  streamClients: {
    variable: 'STREAM_CLIENTS',
    read: whole,
    fallback: always(1_000),
    words: {
      vi: 'Số người theo dõi trực tiếp cùng lúc trong một tiến trình',
      en: 'Clients that may follow the stream of changes in one process',
    },
  },
};
