import { doctor } from '../../apps/cli/src/start/doctor.js';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { EventStoreDbServer } from '../eventstoredb/server.js';
import { commandLine } from '../support/command-line.js';
import { leaveDemo } from '../support/people.js';
import { testDatabase } from '../support/postgres.js';

const DATABASE_URL = process.env.TEST_DATABASE_URL!;

async function examined(env: Record<string, string>): Promise<{ code: number; lines: string[]; line: (name: string) => string }> {
  const lines: string[] = [];
  const code = await doctor({ LANG: 'en_US.UTF-8', DATABASE_URL, DATA_DIR: tmpdir(), ...env }, process.cwd(), (line) =>
    lines.push(line),
  );
  return { code, lines, line: (name) => lines.find((line) => line.slice(6).startsWith(name)) ?? `no line ${name}` };
}

async function inDatabase(work: (url: string, query: (sql: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const { url, drop } = await testDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(url, (sql) => client.query(sql));
  } finally {
    await client.end();
    await drop();
  }
}

describe('the doctor', () => {
  it('finds a machine well, and shows settings without their secrets', async () => {
    const { code, lines, line } = await examined({ DATABASE_URL: withPassword(DATABASE_URL, 'very-secret') });
    expect(lines.join('\n')).not.toContain('very-secret');
    expect(line('DATABASE_URL')).toContain('***');
    const well = await examined({});
    expect(well.lines.filter((found) => found.startsWith('FAIL'))).toEqual([]);
    expect(well.line('Database:')).toMatch(/^ok {4}Database: PostgreSQL \d+/);
    expect(well.line('Notices')).toMatch(/^ok/);
    expect(well.code).toBe(0);
    expect([0, 1]).toContain(code);
  });

  it('says which port is taken, and that without PORT the next one serves', async () => {
    const holder = createServer();
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
    const { port } = holder.address() as AddressInfo;
    const { code, line } = await examined({ PORT: String(port) });
    holder.close();
    expect(line('Port:')).toMatch(/^FAIL.*taken/);
    expect(code).toBe(1);
    expect((await examined({})).line('Port:')).toMatch(/^ok/);
  });

  it('asks a log that is not in the database, and says which one the data belong to', async () => {
    const server = await EventStoreDbServer.start();
    const environment = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: server.url };
    await inDatabase(async (url, query) => {
      expect((await examined({ ...environment, DATABASE_URL: url })).line('Event log')).toMatch(/^ok.*takes appends/);
      await query(
        "create schema app; create table app.log_in_use (id int, store text); insert into app.log_in_use values (1, 'postgres')",
      );
      const other = await examined({ ...environment, DATABASE_URL: url });
      expect([other.line('Event log'), other.code]).toEqual([expect.stringMatching(/^FAIL.*belongs to a log in postgres/), 1]);
      await server.stop();
      await query("update app.log_in_use set store = 'eventstoredb'");
      expect((await examined({ ...environment, DATABASE_URL: url })).line('Event log')).toMatch(/^FAIL.*eventstoredb: /);
    });
  });

  it('says that a database cannot be reached', async () => {
    const { code, line } = await examined({ DATABASE_URL: 'postgres://nobody:pw@127.0.0.1:1/none' });
    expect(line('Database:')).toMatch(/^FAIL.*ECONNREFUSED/);
    expect(code).toBe(1);
  });

  it('names read tables that have stopped', async () => {
    await inDatabase(async (url, query) => {
      expect((await examined({ DATABASE_URL: url })).line('Read tables')).toMatch(/^ok .*none has stopped$/);
      await query('create schema rm; create table rm.projection (slice text, state text)');
      await query(`insert into rm.projection values ('funds', 'running'), ('loans', 'stopped')`);
      const { code, line } = await examined({ DATABASE_URL: url });
      expect([code, line('Read tables')]).toEqual([1, 'FAIL  Read tables: stopped: loans; see soquy status']);
    });
  });

  it('finds what a demo has left where none is wanted, in tables of an earlier release too', async () => {
    await inDatabase(async (url, query) => {
      const office = () => examined({ DATABASE_URL: url, DEMO: 'off' });
      expect((await office()).line('Demo data')).toBe('ok    Demo data: none');
      await leaveDemo(url);
      await query('alter table app.account drop column owned_since');
      const { code, line } = await office();
      expect(line('Demo data')).toMatch(/^FAIL .*7 demo accounts .* shut.*holds demo data.*another DATABASE_URL$/);
      expect(code).toBe(1);
      expect((await examined({ DATABASE_URL: url, DEMO: 'on' })).line('Demo data')).toBe('ok    Demo data: there');
      await query('delete from app.demo_progress');
      expect((await office()).line('Demo data')).toMatch(/^ok .*demo accounts .* shut/);
    });
  });

  it('speaks Vietnamese unless asked for English', async () => {
    expect((await examined({ LANG: 'C.UTF-8' })).line('Cơ sở dữ liệu')).toMatch(/^ok/);
    const inEnglish = commandLine({ env: { LANG: 'en_US.UTF-8', DATABASE_URL, DATA_DIR: tmpdir() } });
    expect((await inEnglish('doctor')).out).toContain('Database: PostgreSQL');
    expect((await inEnglish('doctor', '--lang', 'vi')).out).toContain('Cơ sở dữ liệu: PostgreSQL');
  });
});

function withPassword(url: string, password: string): string {
  const changed = new URL(url);
  changed.password = password;
  return changed.toString();
}
