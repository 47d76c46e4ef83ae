import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FileAnswers } from '@soquy/boards';
import { DEMO_PASSWORD } from '@soquy/platform';
import { withBoards } from './boards/app.js';
import { idOf } from './boards/book.js';
import { until } from './boards/processes.js';
import { smallWorld } from './boards/world.js';

const api = '/api/v1';
const { book, served, leader } = withBoards(smallWorld);
let port: number;
let cookie: string;

beforeAll(async () => {
  await served.app.listen(0, '127.0.0.1');
  ({ port } = served.app.getHttpServer().address() as AddressInfo);
  const payload = { username: 'leader', password: DEMO_PASSWORD };
  const session = await served.app.inject({ method: 'POST', url: `${api}/sessions`, payload });
  cookie = String(session.headers['set-cookie']).split(';')[0]!;
});

const idIn = ({ headers }: IncomingMessage) => /exports\/([\w-]+)>/.exec(String(headers.link))![1]!;
const manifestOf = async (answer: IncomingMessage) => (await leader(`${api}/exports/${idIn(answer)}`)).json();

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, headers: { cookie, ...headers }, agent: false };
    httpRequest(options, resolve).once('error', reject).end();
  });
const bytesOf = async (answer: IncomingMessage) => Buffer.concat((await answer.toArray()) as Buffer[]);

it('who reads trailers gets the hash with the file', async () => {
  const answer = await ask(`${api}/courses.xlsx`, { te: 'trailers' });
  const bytes = await bytesOf(answer);
  expect(answer.headers.trailer).toBe('repr-digest');
  expect(answer.trailers['repr-digest']).toBe(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
  const without = await ask(`${api}/courses.xlsx`);
  await bytesOf(without);
  expect([without.headers.trailer, without.trailers]).toEqual([undefined, {}]);
});

/** Entries no fact stands behind; the last one's value is beyond what JSON can tell. */
const withBrokenEntry = async (sound: number, work: (address: string) => Promise<void>) => {
  await book.database.query(
    `insert into rm.entries (build, event_id, entry_no, position, metric, value, category, object_id, agency_id, effective_on, budget_year, posting_period)
     select 1, gen_random_uuid(), 0, 't-00000021', 'course.learners', case when n > $1 then 9007199254740993 else 1 end, 'course', 'x' || n, 'tra-vinh',
       case when n > $1 then date '2024-01-01' else date '2023-01-01' end, 2024, '2024-01' from generate_series(1, $1::int + 1) n`,
    [sound],
  );
  const forged = Buffer.from(JSON.stringify(['course.learners', 0, '2026-06-30', 't-00000021', [], 0])).toString('base64url');
  await work(`${api}/figures/${forged}/evidence.csv`).finally(() =>
    book.database.query(`delete from rm.entries where object_id like 'x%'`),
  );
};

it('a file that breaks while it is made is cut, and its manifest says so', () =>
  withBrokenEntry(20_000, async (address) => {
    const answer = await ask(address);
    expect(answer.statusCode).toBe(200);
    await expect(bytesOf(answer)).rejects.toThrow('aborted');
    await until(async () => (await manifestOf(answer)).state === 'failed');
    expect(await manifestOf(answer)).toMatchObject({ sha256: null, failure: { code: 'Interrupted' } });
  }));

it('one that breaks before anything has left is a problem, and no file', () =>
  withBrokenEntry(1, async (address) => {
    const answer = await ask(address, { te: 'trailers' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8']);
    expect(answer.headers).not.toHaveProperty('content-disposition');
    expect(JSON.parse(String(await bytesOf(answer)))).toMatchObject({ code: 'Unexpected' });
    expect(answer.trailers).toEqual({});
  }));

it('a reader who goes away, and one who takes nothing, hold nothing up', async () => {
  await book.database.query(
    `insert into rm.objects select build, category, 'x' || n, 'X-' || n, agency_id, repeat('x', 900), search, status, programme_id, budget_line_id, fund_id,
    organisation_id, organisation_type, sector, place, source, 'extra', budget_year, origin, "row", revision, created_position, effective_from, effective_to, known_from, known_to
    from rm.objects, generate_series(1, 20000) n where object_id = $1 and known_to is null and effective_to = 'infinity'`,
    [idOf('mot')],
  );
  const gone = await ask(`${api}/courses.ndjson?kind=extra`);
  gone.once('data', () => gone.destroy());
  await until(async () => (await manifestOf(gone)).state === 'failed');
  served.app.get(FileAnswers).patienceMs = 100;
  const idle = await ask(`${api}/courses.ndjson?kind=extra`);
  await until(async () => (await manifestOf(idle)).state === 'failed');
  await expect(bytesOf(idle)).rejects.toThrow('aborted');
  await book.database.query(`delete from rm.objects where object_id like 'x%'`);
});
