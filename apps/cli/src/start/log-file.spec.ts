import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from './log-file.js';

const folder = mkdtempSync(join(tmpdir(), 'soquy-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps lines for its owner alone, the newest in one file and those before them in another', () => {
  const file = join(folder, 'deep/so-quy.log');
  const log = LogFile.open(file, () => undefined, 100)!;
  for (let line = 0; line < 40; line++) log.write(`{"level":40,"line":${line}}\n`);
  expect(readFileSync(file, 'utf8')).toMatch(/"line":39\}\n$/);
  expect(statSync(`${file}.1`).size + statSync(file).size).toBeLessThan(300);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const size = statSync(file).size;
  LogFile.open(file, () => undefined)!.write('again\n');
  expect(statSync(file).size).toBe(size + 6);
});

it('tells of errors, not of warnings', () => {
  let errors = 0;
  const log = LogFile.open(join(folder, 'errors.log'), () => errors++)!;
  for (const level of [30, 40, 50, 60]) log.write(`{"level":${level},"msg":"\\"level\\":50"}\n`);
  expect(errors).toBe(2);
});

it('is none where nothing can be written, and stops nobody when that is so later', () => {
  expect(LogFile.open('/dev/null/so-quy.log', () => undefined)).toBeUndefined();
  const lost = join(folder, 'lost');
  const log = LogFile.open(join(lost, 'so-quy.log'), () => undefined)!;
  rmSync(lost, { recursive: true });
  expect(() => log.write('{"level":40}\n')).not.toThrow();
});
