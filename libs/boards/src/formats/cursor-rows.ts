import type { ReadSession } from '@soquy/read-models';

/** Rows held in memory at a time while exporting. */
const BATCH = 1_000;

let cursors = 0;

/** The rows of a query from a database cursor, a batch at a time; the session's transaction keeps them as they were. */
export async function* cursorBatches<Row>(
  session: ReadSession,
  sql: string,
  parameters: readonly unknown[],
): AsyncGenerator<readonly Row[]> {
  const name = `exported_${++cursors}`;
  await session.manager.query(`declare ${name} no scroll cursor for ${sql}`, [...parameters]);
  for (;;) {
    const rows: Row[] = await session.manager.query(`fetch ${BATCH} from ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await session.manager.query(`close ${name}`);
}

/** The same, row by row. */
export async function* cursorRows<Row>(session: ReadSession, sql: string, parameters: readonly unknown[]): AsyncGenerator<Row> {
  for await (const rows of cursorBatches<Row>(session, sql, parameters)) yield* rows;
}

/** Whether a query finds more rows than that; it stops looking there. `from` is all of it from its `from` on. */
export async function findsMore(
  session: ReadSession,
  from: string,
  parameters: readonly unknown[],
  rows: number,
): Promise<boolean> {
  const found: { found: number | string }[] = await session.manager.query(
    `select count(*) as found from (select 1 ${from} limit ${rows + 1}) probe`,
    [...parameters],
  );
  return Number(found[0]!.found) > rows;
}
