import { openEventStore, type LogAddress } from '@soquy/event-store';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { event, replay } from '../contract/samples.js';
import { fill } from '../support/backup-target.js';
import { commandLine, type CommandLine } from '../support/command-line.js';
import { ask } from '../support/postgres.js';
import { logPlace, withoutPositions, type LogPlace } from '../support/log-place.js';

let folder: string;
const places: LogPlace[] = [];

const place = async (...asked: Parameters<typeof logPlace>): Promise<LogPlace> => {
  const made = await logPlace(...asked);
  places.push(made);
  return made;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-log-'));
});
afterEach(async () => {
  for (const { stop } of places.splice(0)) await stop();
  rmSync(folder, { recursive: true, force: true });
});

const soquy = (env: Record<string, string>): CommandLine => commandLine({ env: { LANG: 'en', ...env }, folder });

async function inLog<T>(
  address: LogAddress,
  work: (store: Awaited<ReturnType<typeof openEventStore>>) => Promise<T>,
): Promise<T> {
  const store = await openEventStore(address);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const contents = (address: LogAddress) => inLog(address, async (store) => withoutPositions(await replay(store)));

const query = ({ address }: LogPlace, sql: string) => ask<Record<string, unknown>>(address.connectionString, sql);

describe('soquy log copy', () => {
  it('copies between two addresses, each given or in a file, and shows no password', async () => {
    const [from, to] = [await place('postgres'), await place('postgres')];
    await inLog(from.address, fill);
    const secret = from.address.connectionString.replace('postgres@', 'postgres:hidden@');
    writeFileSync(join(folder, 'to'), `${to.address.connectionString}\n`);
    const call = soquy({ DATA_DIR: join(folder, 'never-made') });
    const copied = await call('log', 'copy', '--from', secret, '--to-file', 'to');
    expect([copied.code, copied.err]).toEqual([0, '']);
    expect(copied.out).toMatch(
      /^Copied 19 events \(0 were there\) from postgres:\/\/postgres:\*\*\*@\S+ to \S+; read back, both logs are equal\.\nsource: 19, sha256 ([0-9a-f]{64})\ntarget: 19, sha256 \1$/,
    );
    expect(await contents(to.address)).toEqual(await contents(from.address));
    const told = JSON.parse((await call('log', 'copy', '--from', secret, '--to-file', 'to', '--json')).out);
    expect(told).toMatchObject({ there: 19, copied: 0, since: 0, source: { events: 19 } });
    expect([told.target, JSON.stringify(told).includes('hidden')]).toEqual([told.source, false]);
  });

  it('takes the log of the settings, and a word for the store that the settings name', async () => {
    const [database, cluster] = [await place('postgres'), await place('eventstoredb')];
    await inLog(database.address, fill);
    writeFileSync(join(folder, 'url'), cluster.address.connectionString);
    const call = soquy({ DATABASE_URL: database.address.connectionString, EVENTSTORE_URL_FILE: join(folder, 'url') });
    const copied = await call('log', 'copy', '--to', 'eventstoredb');
    expect([copied.code, copied.err]).toEqual([0, '']);
    expect(await contents(cluster.address)).toEqual(await contents(database.address));
  });

  it('tells what differs and leaves the target as it is', async () => {
    const [from, to] = [await place('postgres'), await place('postgres')];
    await inLog(from.address, fill);
    await inLog(to.address, (store) => store.append('loan-9', 'no-stream', [event()]));
    const ends = ['--from', from.address.connectionString, '--to', to.address.connectionString];
    const refused = await soquy({})('log', 'copy', ...ends);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/holds events other than the source, first at event 1 .*\n1: fund-tra-vinh @0 .*\n1: loan-9 @0 /);
    expect(await contents(to.address)).toHaveLength(1);
  });

  it('names the log that does not answer', async () => {
    const [from, to] = [await place('postgres'), 'postgres://soquy:hidden@127.0.0.1:1/none'];
    const failed = await soquy({})('log', 'copy', '--from', from.address.connectionString, '--to', to);
    expect([failed.code, failed.err]).toEqual([
      1,
      expect.stringMatching(/^The log at postgres:\/\/soquy:\*\*\*@127\.0\.0\.1:1\/none cannot be opened\.\n/),
    ]);
  });

  it.each<[string[], RegExp]>([
    [['copy'], /<--to> is missing/],
    [['copy', '--from', 'esdb://a:hidden@b', '--to', 'http://a:hidden@b'], /is postgres:\/\/\.\.\. or esdb:\/\/\.\.\./],
    [['copy', '--from', 'esdb://a', '--to', 'esdb://a'], /are the same log/],
    [['copy', '--to', 'esdb://a', '--to-file', 'to'], /either --to or --to-file/],
    [['copy', '--to-file', 'none'], /--to-file: ENOENT/],
    [['use', 'paper'], /There are: postgres, eventstoredb/],
    [['use'], /<postgres\|eventstoredb> is missing/],
    [['move'], /"move" means nothing here/],
  ])('log %j is asked wrongly', async (args, told) => {
    const answer = await soquy({ DATA_DIR: join(folder, 'never-made') })('log', ...args);
    expect([answer.code, answer.err]).toEqual([2, expect.stringMatching(told)]);
    expect(answer.err).not.toContain('hidden');
  });
});

describe('soquy log use', () => {
  let database: LogPlace;
  let cluster: LogPlace;
  const env = () => ({ DATABASE_URL: database.address.connectionString, EVENTSTORE_URL: cluster.address.connectionString });
  const inUse = async () => (await query(database, 'select store, first_event from app.log_in_use'))[0];
  beforeEach(async () => {
    [database, cluster] = [await place('postgres'), await place('eventstoredb')];
    await inLog(database.address, fill);
    expect((await soquy(env())('status')).code).toBe(0);
  });

  it('moves on to an equal log only, and says what comes next', async () => {
    const call = soquy(env());
    const empty = await call('log', 'use', 'eventstoredb');
    expect([empty.code, empty.err]).toEqual([1, expect.stringMatching(/holds 0 events and lacks others.*soquy log copy first/)]);
    await call('log', 'copy', '--to', 'eventstoredb');
    await inLog(database.address, (store) => store.append('loan-9', 'no-stream', [event()]));
    const behind = await call('log', 'use', 'eventstoredb');
    expect([behind.code, behind.err]).toEqual([1, expect.stringContaining('holds 19 events and lacks others')]);
    expect(await inUse()).toMatchObject({ store: 'postgres' });

    await call('log', 'copy', '--to', 'eventstoredb');
    const used = await call('log', 'use', 'eventstoredb');
    expect([used.code, used.out]).toEqual([
      0,
      expect.stringMatching(/equals that in postgres: 20 events\.\nlog sha256 [0-9a-f]{64}$/),
    ]);
    expect(used.err).toMatch(/From now on start with EVENT_STORE=eventstoredb EVENTSTORE_URL=/);
    const [{ id }] = (await contents(database.address)) as [{ id: string }];
    expect(await inUse()).toEqual({ store: 'eventstoredb', first_event: id });
    const again = await call('log', 'use', 'eventstoredb');
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('belongs to the log in eventstoredb already')]);

    const wrong = await call('status');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('soquy log copy, then soquy log use')]);
    expect((await soquy({ ...env(), EVENT_STORE: 'eventstoredb' })('status')).out).toMatch(/Log up to: e-/);
  });

  it('refuses while anything of ours works on the database, and changes nothing', async () => {
    const call = soquy(env());
    await call('log', 'copy', '--to', 'eventstoredb');
    const client = new pg.Client({ connectionString: database.address.connectionString, application_name: 'soquy-projector' });
    await client.connect();
    const refused = await call('log', 'use', 'eventstoredb');
    await client.end();
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/running on this data.*\nsoquy-projector$/)]);
    expect(await inUse()).toMatchObject({ store: 'postgres' });
    const used = await call('log', 'use', 'eventstoredb');
    expect([used.code, used.err]).toEqual([0, expect.stringMatching(/^From now on/)]);
  });

  it('tells which events had been passed over, for the rows stop there again', async () => {
    const call = soquy(env());
    const passed = JSON.stringify([{ eventId: 'x', type: 'LoanBlessed', stream: 'loan-1', reason: 'ghi nhầm' }]);
    await query(database, `insert into rm.projection (slice, version, build, skipped) values ('loans', 1, 1, '${passed}')`);
    await call('log', 'copy', '--to', 'eventstoredb');
    const { err } = await call('log', 'use', 'eventstoredb');
    expect(err).toMatch(/loans had passed over LoanBlessed loan-1 \(ghi nhầm\).*projections skip loans/);
  });

  it('files that are still to be made fail, since they were asked for at a place of the old log', async () => {
    const call = soquy(env());
    const states = ['waiting', 'running', 'done'];
    for (const state of states)
      await query(
        database,
        `insert into app.export (id, kind, state, agency_ids, origin, form, basis)
         values (gen_random_uuid(), 'job', '${state}', '"all"', '', '{}', '{}')`,
      );
    await call('log', 'copy', '--to', 'eventstoredb');
    expect((await call('log', 'use', 'eventstoredb')).code).toBe(0);
    const found = await query(database, `select state, failure ->> 'code' as code from app.export order by state`);
    const failed = { state: 'failed', code: 'LogMoved' };
    expect(found).toEqual([{ state: 'done', code: null }, failed, failed]);
  });

  it('a database without events may take to a log that holds some', async () => {
    const fresh = await place('postgres');
    await soquy(env())('log', 'copy', '--to', 'eventstoredb');
    const call = soquy({ ...env(), DATABASE_URL: fresh.address.connectionString });
    expect((await call('log', 'use', 'eventstoredb', '--json')).out).toBe(
      JSON.stringify({ to: 'eventstoredb', moved: true, from: 'postgres', passedOver: [] }, undefined, 2),
    );
  });

  it('a start on another log of the same store is refused, be it empty or not', async () => {
    const call = soquy(env());
    await call('log', 'copy', '--to', 'eventstoredb');
    await call('log', 'use', 'eventstoredb');
    const other = await place('eventstoredb');
    const elsewhere = soquy({ ...env(), EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: other.address.connectionString });
    const empty = await elsewhere('status');
    expect([empty.code, empty.err]).toEqual([
      1,
      expect.stringMatching(/belongs to another log: .*the one found is empty\. Look at EVENTSTORE_URL/),
    ]);
    await inLog(other.address, (store) => store.append('loan-9', 'no-stream', [event()]));
    const foreign = await elsewhere('status');
    expect([foreign.code, foreign.err]).toEqual([
      1,
      expect.stringMatching(/belongs to another log: .*the one found with [0-9a-f-]{36}\./),
    ]);
  });
});
