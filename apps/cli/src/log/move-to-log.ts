import type { EventStoreName, Position } from '@soquy/event-store';
import { ensureAppSchema, firstEventOf, logInUse, moveToLog, type Settings } from '@soquy/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { logUpTo } from './copy-log.js';
import { LogCopy } from './log-copy.js';
import { addressOf, openEnd, type LogEnd } from './log-ends.js';
import { LogFault } from './log-fault.js';
import type { LogSum } from './log-sum.js';
import { assertStopped } from './running-product.js';

export interface MoveParts {
  readonly settings: Settings & { readonly databaseUrl: string };
  readonly to: EventStoreName;
  readonly told?: (events: number) => void;
  readonly signal?: AbortSignal;
}

/** What a slice had passed over by hand; told, since its rows go and it stops there again. */
export interface PassedOver {
  readonly slice: string;
  readonly events: readonly { readonly type: string; readonly stream: string; readonly reason: string }[];
}

export interface Moved {
  readonly from: EventStoreName;
  /** What both logs amount to; undefined: the log in use was empty, so any may follow it. */
  readonly sum: LogSum | undefined;
  readonly passedOver: readonly PassedOver[];
}

/**
 * Moves a database on to the copy of its log in another store; answers undefined where it belongs to that store already. The
 * change is one transaction, made while nothing of ours works on the database and after both logs were found equal. Read rows
 * are derived and name positions of the old log: their schema goes as a whole, the next start makes it and fills it anew.
 */
export async function moveDatabase({ settings, to, told, signal }: MoveParts): Promise<Moved | undefined> {
  const database = await openDataSource(settings.databaseUrl);
  try {
    await ensureAppSchema(database);
    const from = (await logInUse(database)) ?? 'postgres';
    if (from === to) return undefined;
    await assertStopped(database);
    const ends = [await openEnd(addressOf(from, settings))];
    try {
      ends.push(await openEnd(addressOf(to, settings)));
      const [old, next] = ends as [LogEnd, LogEnd];
      const heads = await headsOf(ends);
      const sum = await equalSum(old, heads[0], next, { told, signal });
      const first = await firstEventOf(next.store);
      const passedOver = await database.transaction(async (manager) => {
        // A start asks for the log in use and waits here; one that has asked before has its connections and is seen below.
        await manager.query(`set local lock_timeout = '10s'`);
        await manager.query('lock table app.log_in_use in exclusive mode');
        const now = await headsOf(ends);
        if (now.some((head, index) => head !== heads[index])) throw movedOn();
        await closeAll(ends);
        await assertStopped(manager);
        return await change(manager, to, first);
      });
      return { from, sum, passedOver };
    } finally {
      await closeAll(ends);
    }
  } finally {
    await database.destroy();
  }
}

const openDataSource = (url: string): Promise<DataSource> =>
  new DataSource({ type: 'postgres', url, applicationName: 'soquy log use', poolSize: 1 }).initialize();

const headsOf = (ends: readonly LogEnd[]): Promise<(Position | undefined)[]> =>
  Promise.all(ends.map(({ store }) => store.head()));

const closeAll = async (ends: readonly LogEnd[]): Promise<void> => {
  for (const { close } of ends) await close();
};

/** Undefined where the log in use is empty: then nothing is lost, whatever the other holds. */
async function equalSum(
  old: LogEnd,
  head: Position | undefined,
  { store }: LogEnd,
  { told, signal }: Pick<MoveParts, 'told' | 'signal'>,
): Promise<LogSum | undefined> {
  if (head === undefined) return undefined;
  const lines = logUpTo(old.store, head, signal);
  try {
    const copy = new LogCopy({ lines, store, told, signal });
    const there = await copy.passOver();
    if (!copy.isComplete) throw lacking(there);
    return copy.sums.target;
  } finally {
    await lines.return();
  }
}

async function change(manager: EntityManager, to: EventStoreName, first: string | undefined): Promise<PassedOver[]> {
  const [rows] = await manager.query<{ found: boolean }[]>(`select to_regclass('rm.projection') is not null as found`);
  const passedOver = rows!.found
    ? await manager.query<PassedOver[]>(
        'select slice, skipped as events from rm.projection where json_array_length(skipped) > 0 order by slice',
      )
    : [];
  await moveToLog(manager, to, first);
  await manager.query('drop schema if exists rm cascade');
  return passedOver;
}

const lacking = (there: number) =>
  new LogFault({
    vi: `Sổ đích mới có ${there} sự kiện, còn thiếu so với sổ đang dùng. Hãy chạy soquy log copy trước. Chưa thay đổi gì.`,
    en: `The target holds ${there} events and lacks others of the log in use. Call soquy log copy first. Nothing was changed.`,
  });

const movedOn = () =>
  new LogFault({
    vi: 'Có chương trình ghi vào sổ trong khi so sánh. Hãy dừng chương trình đó rồi thử lại. Chưa thay đổi gì.',
    en: 'A program recorded while the logs were compared. Stop it and try again. Nothing was changed.',
  });
