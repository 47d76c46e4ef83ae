import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { answerTo, type Mistake } from '@soquy/lending';
import { BackupFault, faultOfFile } from '../backup/backup-fault.js';
import type { Called, ExitCode } from '../command.js';
import { calculationLines } from './calculation-lines.js';

interface Asked {
  /** `-`: standard input. */
  readonly file: string;
  readonly json: boolean | undefined;
}

/** No case needs more. */
const MOST_BYTES = 4_000_000;

/** Exit codes: 0 calculated, 1 no such file, 2 what it says is no case. */
export async function runCalculation({ file, json }: Asked, called: Called): Promise<ExitCode> {
  const { print, complain, language } = called;
  const answer = answerTo(parsed(await textOf(file, called)));
  if (answer.mistakes) {
    if (json) complain(JSON.stringify({ errors: answer.mistakes }, undefined, 2));
    else mistakeLines(answer.mistakes, called).forEach(complain);
    return 2;
  }
  if (json) print(JSON.stringify(answer.calculation, undefined, 2));
  else calculationLines(answer.calculation, language).forEach(print);
  return 0;
}

async function textOf(file: string, { folder, input }: Called): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    const source = file === '-' ? input : [await contentOf(resolve(folder, file))];
    for await (const part of source) {
      parts.push(Buffer.from(part));
      bytes += parts.at(-1)!.length;
      if (bytes > MOST_BYTES) throw tooLarge(file);
    }
  } catch (error) {
    throw faultOfFile(error, file);
  }
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

async function contentOf(path: string): Promise<Buffer> {
  if ((await stat(path)).size > MOST_BYTES) throw tooLarge(path);
  return await readFile(path);
}

const tooLarge = (file: string) =>
  new BackupFault({ vi: `${file}: lớn hơn ${MOST_BYTES} byte.`, en: `${file}: larger than ${MOST_BYTES} bytes.` });

/** What is no JSON is no object either, and is said to be that by the reader of cases. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function mistakeLines(mistakes: readonly Mistake[], { language }: Called): readonly string[] {
  const head = { vi: 'Không tính được; hãy sửa:', en: 'Not calculated; to be mended:' };
  return [head[language], ...mistakes.map(({ detail }) => `  ${detail[language]}`)];
}
