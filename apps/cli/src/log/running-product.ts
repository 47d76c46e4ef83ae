import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { LogFault } from './log-fault.js';

/** Every process of ours names its connections so, and keeps one open. */
const OURS = `
select distinct application_name as name from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and application_name like 'soquy%' order by name`;

/** A connection just closed is still seen for a moment. */
const PATIENCE_MS = 2_000;
const LOOK_MS = 100;

/** Refused while a process of the product, or a command, works on the database. */
export async function assertStopped(database: Pick<DataSource, 'query'>): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await delay(LOOK_MS)) {
    // Within a transaction PostgreSQL goes on showing what it has shown before.
    await database.query('select pg_stat_clear_snapshot()');
    const found = await database.query<{ name: string }[]>(OURS);
    if (found.length === 0) return;
    if (Date.now() < until) continue;
    throw new LogFault(
      {
        vi: 'Chương trình còn đang chạy trên dữ liệu này. Hãy dừng mọi tiến trình của Sổ Quỹ rồi thử lại. Chưa thay đổi gì.',
        en: 'The product is running on this data. Stop all processes of it and try again. Nothing was changed.',
      },
      found.map(({ name }) => name).join(', '),
    );
  }
}
