import { isDemoOpen, whoIsThere, type Settings, type WhoIsThere } from '@soquy/platform';
import type { Words } from '@soquy/kernel';
import { withClient } from './with-client.js';

type Where = Pick<Settings, 'demo' | 'production' | 'databaseUrl'>;

/** Accounts and traces of a demo in a database. */
export const dataFound = (url: string): Promise<WhoIsThere> =>
  withClient(url, (client) =>
    whoIsThere(async <Row extends object>(sql: string, values?: unknown[]) => (await client.query<Row>(sql, values)).rows),
  );

/** What whoever works without a demo should know of data that an earlier start with one has left. */
export function demoLeft(where: Where, { accounts, demoData }: WhoIsThere): readonly Words[] {
  if (isDemoOpen(where)) return [];
  const shut = accounts.filter(({ demo }) => demo).length;
  const place = where.databaseUrl ? 'DATABASE_URL' : 'DATA_DIR';
  return [
    ...(shut === 0
      ? []
      : [
          {
            vi: `${shut} tài khoản mẫu của lần chạy trước đã đóng, không đăng nhập được`,
            en: `${shut} demo accounts of an earlier start are shut, nobody signs in with them`,
          },
        ]),
    ...(demoData
      ? [
          {
            vi: `Sổ này có dữ liệu mẫu, sẽ lẫn vào số liệu thật: để làm việc thật hãy chạy với ${place} khác`,
            en: `This log holds demo data, which would mix with real figures: for real work start with another ${place}`,
          },
        ]
      : []),
  ];
}
