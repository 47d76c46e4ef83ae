import type { Position } from '@soquy/event-store';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Called } from './command.js';
import { features } from '@soquy/product';
import { type House } from './house.js';

const LOOK_MS = 200;

/**
 * Brings the read rows to the head of the log. Where a running product projects, it is waited for a moment and what it has
 * not reached then is told; where none does, the rows are caught up here.
 */
export async function level(house: House, called: Called): Promise<void> {
  const head = await house.store.head();
  if (!(await isLevel(house, head, 0))) {
    if (await isProjected(house.databaseUrl)) await waitAMoment(house, head, called);
    else await catchUp(house, head, called);
  }
  await tellStopped(house, called);
}

async function waitAMoment(house: House, head: Position | undefined, { say }: Called): Promise<void> {
  for (const until = Date.now() + house.readWaitMs; Date.now() < until;) if (await isLevel(house, head, LOOK_MS)) return;
  say({
    vi: 'Lưu ý: bảng số liệu chưa theo kịp sổ; số dưới đây là của một lúc trước.',
    en: 'Note: the read rows have not caught up with the log; the figures are those of a moment ago.',
  });
}

async function catchUp(house: House, head: Position | undefined, { signal }: Called): Promise<void> {
  const { runner } = house.readSide;
  runner.start();
  try {
    while (!(await isLevel(house, head, LOOK_MS))) signal.throwIfAborted();
  } finally {
    await runner.stop();
  }
}

/** Every slice has rows of its own, and those of all that have not stopped reach up to the head. */
async function isLevel({ readSide }: House, head: Position | undefined, withinMs: number): Promise<boolean> {
  const isBuilt = (await readSide.status()).length === features.length;
  if (!isBuilt) await delay(withinMs);
  return isBuilt && (head === undefined || (await readSide.models.waitFor(head, withinMs)));
}

/** A slice that stands still does not hold back the others, but its figures are old. */
async function tellStopped({ readSide }: House, { say }: Called): Promise<void> {
  for (const { slice, state, position } of await readSide.status())
    if (state === 'stopped')
      say({
        vi: `Lưu ý: bảng ${slice} đang dừng tại ${position ?? '-'}; xem soquy status.`,
        en: `Note: the rows of ${slice} have stopped at ${position ?? '-'}; see soquy status.`,
      });
}

const PROJECTING = `
select pid from pg_stat_activity
where datname = current_database() and application_name = 'soquy-projector'`;

/** Whether some process keeps the read rows level: one that is still there after a moment, unlike a connection just closed. */
export async function isProjected(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const projecting = async () => (await client.query<{ pid: number }>(PROJECTING)).rows.map(({ pid }) => pid);
    const first = await projecting();
    if (first.length === 0) return false;
    await delay(LOOK_MS);
    return (await projecting()).some((pid) => first.includes(pid));
  } finally {
    await client.end();
  }
}
