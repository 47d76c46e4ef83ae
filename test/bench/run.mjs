// `npm run bench`: every row of the house in one table, on a PostgreSQL of its own that waits for its disk. Ends by itself.
import './typescript.mjs';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS = ['store', 'read-models', 'http', 'eventstoredb', 'lending', 'loans', 'web'];
/** A part that hangs must not keep the others from being told. */
const PART_LIMIT_MS = 110_000;
/** Recording half a million facts first takes its time, and so does looking at pages on a machine that is slowed down. */
const LIMITS_MS = { loans: 600_000, web: 600_000 };
/** With what drives the browser, typed as that is. */
const ELSEWHERE = { web: '../browser/web.bench.ts' };
const WIDTHS = [44, 40, 40, 12, 34];

const asked = process.argv.slice(2);
const { startEmbeddedPostgres } = await import('../../libs/read-models/src/embedded-postgres/embedded-postgres.ts');
const dataDir = await mkdtemp(join(tmpdir(), 'soquy-bench-'));
const server = await startEmbeddedPostgres({ dataDir });
try {
  printLine(['goal', 'ours', 'peer', 'ratio', 'note']);
  printLine(WIDTHS.map((width) => '-'.repeat(width)));
  for (const part of PARTS.filter((name) => asked.length === 0 || asked.includes(name)))
    for (const { goal, ours, peer, ratio, note } of await rowsOf(part)) printLine([goal, ours, peer, ratio, note]);
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0);

async function rowsOf(part) {
  const file = new URL(ELSEWHERE[part] ?? `./${part}.bench.ts`, import.meta.url);
  if (!existsSync(file)) return [{ goal: part, ours: 'not measured', note: `no ${part}.bench.ts` }];
  const limitMs = LIMITS_MS[part] ?? PART_LIMIT_MS;
  const late = new Promise((resolve) =>
    setTimeout(() => resolve([{ goal: part, ours: 'not measured', note: `more than ${limitMs / 1_000} s` }]), limitMs).unref(),
  );
  try {
    const { rows } = await import(file.href);
    return await Promise.race([rows(server.url), late]);
  } catch (error) {
    return [{ goal: part, ours: 'failed', note: String(error) }];
  }
}

/** Cells are broken between words, so that the table stays readable in a terminal. */
function printLine(cells) {
  const columns = cells.map((text = '', column) => broken(text, WIDTHS[column]));
  const height = Math.max(...columns.map(({ length }) => length));
  for (let line = 0; line < height; line++)
    console.log(
      columns
        .map((lines, column) => (lines[line] ?? '').padEnd(WIDTHS[column]))
        .join(' | ')
        .trimEnd(),
    );
}

function broken(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= width || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
