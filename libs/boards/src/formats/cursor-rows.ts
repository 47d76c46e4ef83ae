import type { ReadSession } from '@soquy/read-models';

/** Rows held in memory at a time while exporting. */
const BATCH = 1_000;

/** The rows of a query from a database cursor; the session's transaction keeps them as they were. */
export async function* cursorRows<Row>(session: ReadSession, sql: string, parameters: readonly unknown[]): AsyncGenerator<Row> {
  await session.manager.query(`declare exported no scroll cursor for ${sql}`, [...parameters]);
  for (;;) {
    const rows: Row[] = await session.manager.query(`fetch ${BATCH} from exported`);
    yield* rows;
    if (rows.length < BATCH) break;
  }
  await session.manager.query('close exported');
}
