import { Connection } from './connection.js';
import { expected, Officer } from './officer.js';
import { clientsAtWork, inTurn, ms, percentile, rate, times, type Round } from './rounds.js';
import type { BenchRow } from './row.js';
import { notDurable, withScratchDatabase } from './scratch-database.js';
import { withServer } from './serving.js';

const CONNECTIONS = 32;
const READERS = 8;
const ROUND_MS = 3_000;
const WARM_UP_MS = 4_000;
/** Objects that recordings on existing ones take turns at. */
const ORGANISATIONS = 640;
const SEEN_TIMES = 300;

const HELD_CLASS = {
  kind: 'craft',
  title: 'Lớp đan lát thủ công mỹ nghệ xã Đại An',
  place: 'TCTK63:84',
  startedOn: '2026-01-05',
  effectiveOn: '2026-01-09',
  learners: { value: 35 },
  women: 20,
  costVnd: 45_000_000,
};

const ORGANISATION = { type: 'cooperative', sector: 'agriculture', place: 'QD19-2025:86', effectiveOn: '2026-01-05' };

/** What offices meet: the product in a process of its own against the barest insert over HTTP in another. */
export async function rows(databaseUrl: string): Promise<BenchRow[]> {
  const lax = await notDurable(databaseUrl);
  const found = await withScratchDatabase(databaseUrl, (ours) =>
    withScratchDatabase(databaseUrl, (theirs) =>
      withServer('product', ours, (product) => withServer('bare-insert', theirs, (bare) => measured(product, bare))),
    ),
  );
  return found.map((row) => (lax ? { ...row, note: [lax, row.note].filter(Boolean).join('; ') } : row));
}

async function measured(product: URL, bare: URL): Promise<BenchRow[]> {
  const officers = await Officer.several(product, CONNECTIONS);
  const peers = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(bare)));
  const insert = (connection: Connection) => async () => {
    expected(201, await connection.ask('POST', '/held-classes', {}, HELD_CLASS));
  };
  const create = (officer: Officer) => () => officer.record('held-training-classes', HELD_CLASS);
  const change = await changesOf(officers);
  const contenders = {
    creations: () => each(officers, ROUND_MS, create),
    bare: () => each(peers, ROUND_MS, insert),
    changes: () => each(officers, ROUND_MS, change),
  };
  await each(officers, WARM_UP_MS, create);
  await each(peers, WARM_UP_MS / 2, insert);
  const rounds = await inTurn(contenders);
  const recorded = [
    recordedRow('creation of held training classes', rounds.creations, rounds.bare),
    recordedRow('recordings on existing objects', rounds.changes, rounds.bare),
  ];
  const [reader] = officers;
  await reader!.read(`training-classes?limit=1&minPosition=${(await create(reader!)()).position}`);
  const others = [await visibleRow(reader!), await readRow(officers, FIGURE), await readRow(officers, LIST)];
  for (const one of [...officers, ...peers]) one.close();
  return [...recorded, ...others];
}

/** Each connection does one thing after another for a time. */
function each<One>(connections: readonly One[], forMs: number, work: (one: One) => () => Promise<unknown>): Promise<Round> {
  const next = connections.values();
  return clientsAtWork(connections.length, forMs, () => work(next.next().value!));
}

/** Registers the organisations and gives what each officer then does: another number of members, at one after the other. */
async function changesOf(officers: readonly Officer[]): Promise<(officer: Officer) => () => Promise<unknown>> {
  const share = ORGANISATIONS / officers.length;
  const owned = new Map<Officer, string[]>();
  const register = async (officer: Officer, at: number) => {
    const ids: string[] = [];
    for (let nth = 0; nth < share; nth++) {
      const organisation = { ...ORGANISATION, name: `HTX Đại An ${at * share + nth}`, members: 10 };
      ids.push((await officer.record('organisations', organisation)).objectId);
    }
    owned.set(officer, ids);
  };
  await Promise.all(officers.map(register));
  let members = 10;
  return (officer) => {
    let turn = 0;
    return () => {
      const id = owned.get(officer)![turn++ % share]!;
      return officer.record(`organisations/${id}/details`, { members: ++members, effectiveOn: '2026-02-02' });
    };
  };
}

function recordedRow(what: string, ours: Round, bare: Round): BenchRow {
  return {
    goal: `HTTP ${what}, durable, ${CONNECTIONS} connections: >= 1.0x a bare Nest + TypeORM insert`,
    ours: told(ours),
    peer: `bare insert: ${told(bare)}`,
    ratio: times(ours.perSecond / bare.perSecond),
    note: 'session, CSRF, validation, decision, two appends with their reasons, projections in the same process',
  };
}

/** From the receipt until a list that must not be older than it has answered. */
async function visibleRow(officer: Officer): Promise<BenchRow> {
  const took: number[] = [];
  for (let time = 0; time < SEEN_TIMES; time++) {
    const { position } = await officer.record('held-training-classes', HELD_CLASS);
    const start = performance.now();
    await officer.read(`figures/training.classes?minPosition=${position}`);
    took.push(performance.now() - start);
  }
  return {
    goal: 'receipt -> counted in a figure that is asked for at once, over HTTP: p95 <= 25 ms',
    ours: `p50 ${ms(percentile(took, 0.5))}, p95 ${ms(percentile(took, 0.95))}`,
    note: 'the question itself included',
  };
}

const FIGURE = { goal: 'single figure', path: 'figures/training.learners?effectiveFrom=2026-01-01&effectiveTo=2026-12-31' };
const LIST = { goal: 'first page of a list (50 rows)', path: 'training-classes?limit=50' };

async function readRow(officers: readonly Officer[], { goal, path }: typeof FIGURE): Promise<BenchRow> {
  const read = await each(officers.slice(0, READERS), ROUND_MS, (officer) => () => officer.read(path));
  return { goal: `${goal}, ${READERS} readers: p99 <= 50 ms`, ours: told(read), note: `GET /api/v1/${path}` };
}

const told = ({ perSecond, times: took }: Round) =>
  `${rate(perSecond)}, p50 ${ms(percentile(took, 0.5))}, p99 ${ms(percentile(took, 0.99))}`;
