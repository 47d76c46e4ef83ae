import pg from 'pg';
import type { Called } from './command.js';
import { features, type House } from './house.js';

/** How long a projector that runs elsewhere is waited for. */
const PATIENCE_MS = 2_000;
const LOOK_MS = 1_000;

/**
 * Brings the read rows to the head of the log. Where a running product projects, it is waited for a moment and what it has
 * not reached then is told; where none does, the rows are caught up here.
 */
export async function level(house: House, called: Called): Promise<void> {
  const { store, readSide } = house;
  const head = await store.head();
  const isLevel = head === undefined || (await readSide.models.waitFor(head, 0));
  if (isLevel && (await isBuilt(house))) return await tellStopped(house, called);
  if (await isProjected(house.databaseUrl)) {
    if (head !== undefined && !(await readSide.models.waitFor(head, PATIENCE_MS)))
      called.say({
        vi: 'Lưu ý: bảng số liệu chưa theo kịp sổ; số dưới đây là của một lúc trước.',
        en: 'Note: the read rows have not caught up with the log; the figures are those of a moment ago.',
      });
  } else await catchUp(house, called);
  await tellStopped(house, called);
}

/** Projects in this process until the rows are where the log ends now. */
export async function catchUp({ store, readSide }: House, { signal }: Called): Promise<void> {
  const head = await store.head();
  readSide.runner.start();
  try {
    while (head !== undefined && !(await readSide.models.waitFor(head, LOOK_MS))) signal.throwIfAborted();
  } finally {
    await readSide.runner.stop();
  }
}

/** Every slice has rows of its own, be they of an older code. */
async function isBuilt({ readSide }: House): Promise<boolean> {
  return (await readSide.status()).length === features.length;
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

/** Whether some process keeps the read rows level. */
export async function isProjected(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const sql = `select from pg_stat_activity where datname = current_database() and application_name = 'soquy-projector' limit 1`;
    return (await client.query(sql)).rowCount === 1;
  } finally {
    await client.end();
  }
}
