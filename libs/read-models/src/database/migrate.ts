import { createHash } from 'node:crypto';
import { SCHEMA } from '../schema.js';
import { transaction, withConnection } from './connect.js';
import { LOCKS } from './locks.js';

/** Brings the read side's tables up to date; safe at every start, by several processes at once. */
export async function migrate(connectionString: string, schema = SCHEMA): Promise<void> {
  const mark = createHash('sha256').update(schema).digest('hex');
  await withConnection(connectionString, (client) =>
    transaction(client, async () => {
      await client.query('select pg_advisory_xact_lock($1)', [LOCKS.migration]);
      const sql = "select obj_description(to_regnamespace('rm'), 'pg_namespace') as mark";
      const { rows } = await client.query<{ mark: string | null }>(sql);
      if (rows[0]?.mark === mark) return;
      await client.query(schema);
      await client.query(`comment on schema rm is '${mark}'`);
    }),
  );
}
