import { doctor } from '../../apps/cli/src/start/doctor.js';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { commandLine } from '../support/command-line.js';

const DATABASE_URL = process.env.TEST_DATABASE_URL!;

async function examined(env: Record<string, string>): Promise<{ code: number; lines: string[]; line: (name: string) => string }> {
  const lines: string[] = [];
  const code = await doctor({ LANG: 'en_US.UTF-8', DATABASE_URL, DATA_DIR: tmpdir(), ...env }, process.cwd(), (line) =>
    lines.push(line),
  );
  return { code, lines, line: (name) => lines.find((line) => line.slice(6).startsWith(name)) ?? `no line ${name}` };
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

  it('says that a database cannot be reached', async () => {
    const { code, line } = await examined({ DATABASE_URL: 'postgres://nobody:pw@127.0.0.1:1/none' });
    expect(line('Database:')).toMatch(/^FAIL.*ECONNREFUSED/);
    expect(code).toBe(1);
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
