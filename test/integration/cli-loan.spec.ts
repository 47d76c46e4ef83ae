import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../support/command-line.js';

const CASE = {
  contract: {
    principal: 500_000_000,
    annualRateBasisPoints: 600,
    overdueRatePercent: 150,
    repayment: { method: 'bullet' },
    grid: { termMonths: 12, interestEveryMonths: 1, paymentDay: 25 },
  },
  calendar: { holidays: [{ day: '2026-04-27', name: 'Nghỉ bù Giỗ Tổ' }] },
  facts: [
    { on: '2026-03-05', kind: 'disbursed', amount: 500_000_000 },
    { on: '2026-03-25', kind: 'repaid', amount: 1_643_836, id: 'PT-01' },
  ],
  dates: ['2026-05-31'],
  classification: { lender: 'microfinance' },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-loan-'));
  writeFileSync(join(folder, 'case.json'), `\uFEFF${JSON.stringify(CASE)}`);
  writeFileSync(join(folder, 'broken.json'), '{"contract":');
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...CASE, dates: ['2026-02-30'], colour: 1 }));
  writeFileSync(join(folder, 'huge.json'), ' '.repeat(4_000_001));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** No address of a database is any good: nothing may ask for one. */
const env = { LANG: 'en', DATABASE_URL: 'postgres://x@127.0.0.1:1/x', DATA_DIR: '/dev/null/data' };
const calc = (...args: readonly string[]) => commandLine({ env, folder })('loan', 'calc', ...args);

describe('loan calc', () => {
  it('prints schedule, allocations and statements as JSON', async () => {
    const { code, out, err } = await calc('--file', 'case.json', '--json');
    expect([code, err]).toEqual([0, '']);
    const { contract, schedule, allocations, statements } = JSON.parse(out);
    expect(contract).toMatchObject({ dayCount: 'actual/365', grid: { nonWorkingDays: 'nextWorkingDay' } });
    expect(schedule[1]).toMatchObject({ nominalOn: '2026-04-25', dueOn: '2026-04-28', interest: 2_794_521 });
    expect(allocations).toMatchObject([{ factId: 'PT-01', interest: 1_643_836 }]);
    expect(statements).toMatchObject([
      { on: '2026-05-31', daysPastDue: 33, debtClass: { group: 3, specificProvision: 125_000_000 } },
    ]);
  });

  it('reads standard input', async () => {
    const line = commandLine({ env, folder, input: JSON.stringify(CASE) });
    const piped = await line('loan', 'calc', '--file', '-', '--json');
    expect(piped).toEqual(await calc('--file', 'case.json', '--json'));
  });

  it('prints tables for people, in both languages', async () => {
    const en = await calc('--file', 'case.json');
    expect([en.code, en.err]).toEqual([0, '']);
    expect(en.out).toMatch(/^ +2 +28\/04\/2026 +25\/04\/2026 +0 +2,794,521 +2,794,521$/m);
    expect(en.out).toMatch(/^25\/03\/2026 +PT-01 +0 +1,643,836 +0 +0 +0$/m);
    expect(en.out).toMatch(/^Debt group +3: by days past due, TT 14\/2024\/TT-NHNN$/m);
    expect(en.out).toMatch(/^Specific provision +125,000,000 \(not compared with the legal text\)$/m);
    expect(en.out).not.toMatch(/[ạ-ỹđ]/);
    const vi = await calc('--file', 'case.json', '--lang', 'vi');
    expect(vi.out).toMatch(/^Dự phòng cụ thể +125\.000\.000 \(chưa đối chiếu văn bản\)$/m);
    expect(vi.out).toMatch(/^Dư nợ gốc +500\.000\.000$/m);
  });

  it('shows decimals of a currency that has them', async () => {
    const input = JSON.stringify({ ...CASE, contract: { ...CASE.contract, currency: { code: 'USD', decimals: 2 } } });
    const { out } = await commandLine({ env, folder, input })('loan', 'calc', '--file', '-');
    expect(out).toMatch(/^Principal outstanding +5,000,000\.00$/m);
  });

  it('says everything that is wrong, and nothing on stdout', async () => {
    const { code, out, err } = await calc('--file', 'wrong.json');
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([
      'Not calculated; to be mended:',
      '  colour: is no field here.',
      '  dates/0: must be a day that exists, YYYY-MM-DD, from 1900 to 2199.',
    ]);
    const json = await calc('--file', 'wrong.json', '--json');
    expect([json.code, json.out]).toEqual([2, '']);
    expect(JSON.parse(json.err).errors).toMatchObject([
      { pointer: '/colour', code: 'unknownField', detail: { vi: 'colour: không phải là một trường ở đây.' } },
      { pointer: '/dates/0', code: 'isDay' },
    ]);
  });

  it.each<[string[], number, string]>([
    [['--file', 'broken.json'], 2, 'JSON: must be a JSON object'],
    [['--file', 'none.json'], 1, 'none.json: there is no such file or folder'],
    [['--file', '.'], 1, '.: it is a folder'],
    [['--file', 'huge.json'], 1, 'larger than 4000000 bytes'],
    [[], 2, '<--file> is missing'],
    [['--file', 'case.json', 'more'], 2, '"more" means nothing here'],
    [['--loud'], 2, "Unknown option '--loud'"],
  ])('%j: exit code %i', async (args, exit, sentence) => {
    const { code, out, err } = await calc(...args);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
  });

  it.each([[[]], [['sell']]])('loan %j: told with the usage', async (args) => {
    const { code, err } = await commandLine({ env })('loan', ...args);
    expect(code).toBe(2);
    expect(err).toContain('soquy -- loan calc --file <file>|- [--json]');
  });
});
