// The rows of the event log alone: node test/bench/store.mjs postgres://user@host:port/database
import './typescript.mjs';

const { rows } = await import('./store.bench.ts');
const url = process.argv[2] ?? process.env.DATABASE_URL;
if (!url) throw new Error('Give the URL of a PostgreSQL server on which databases may be made.');
for (const row of await rows(url)) console.log(JSON.stringify(row, undefined, 1));
