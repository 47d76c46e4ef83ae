const { rmSync } = require('node:fs');
const pg = require('pg');

module.exports = async () => {
  const { server, dataDir } = globalThis.testServer ?? {};
  if (!server) await dropShared();
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
};

/** What the specs of this run shared goes with a server of the run's own; from another one it is removed. */
async function dropShared() {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
    `t_${process.env.TEST_RUN}_`,
  ]);
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  await client.end();
}
