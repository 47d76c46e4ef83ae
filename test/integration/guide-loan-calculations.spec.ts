import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerTo, caseFields } from '@soquy/lending';
import { CALL } from '../../apps/cli/src/command.js';
import { commandLine } from '../support/command-line.js';
import { blocksOf, laidOver, type Block } from '../support/pages.js';

const PAGE = 'apps/docs/guide/loan-calculations.md';

/** A case of the page, the call that calculates it, and what the page says it prints. */
interface Example {
  readonly file: string;
  readonly case: string;
  readonly args: readonly string[];
  readonly answer: Block;
}

const examples: readonly Example[] = blocksOf(PAGE).flatMap(({ language, text }, index, blocks) => {
  if (language !== 'sh') return [];
  const [, words] = new RegExp(`^${CALL} (loan calc .*)$`).exec(text.trim())!;
  const args = words!.split(' ');
  return [{ file: args[args.indexOf('--file') + 1]!, case: blocks[index - 1]!.text, args, answer: blocks[index + 1]! }];
});

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'soquy-guide-loan-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const read = ({ language }: Block, text: string): unknown => (language === 'json' ? JSON.parse(text) : text.trim().split('\n'));

it('has three worked examples, and one of mistakes', () => {
  expect(examples.map(({ file }) => file)).toEqual(['days-off.json', 'late.json', 'extended.json', 'wrong.json']);
  for (const { file } of examples) expect(readFileSync(PAGE, 'utf8')).toContain(`Save this as \`${file}\``);
});

it.each(examples)('$file: the product prints what the page shows', async ({ file, case: given, args, answer }) => {
  writeFileSync(join(folder, file), given);
  const { code, out, err } = await commandLine({ env: {}, folder })(...args);
  const shown = read(answer, answer.text);
  expect(laidOver(shown, read(answer, out + err))).toEqual(shown);
  expect([code, out === '', err === '']).toEqual(file === 'wrong.json' ? [2, true, false] : [0, false, true]);
});

/** Names of fields, and the values to choose from, all the way down. */
function namesIn(schema: any): string[] {
  if (schema.enum) return (schema.enum as unknown[]).filter((value) => typeof value === 'string');
  const deeper = [...Object.values(schema.properties ?? {}), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [...Object.keys(schema.properties ?? {}), ...deeper.flatMap(namesIn)];
}

const keysIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value as object).flatMap(keysIn)];

it('names every field and value a case may have, and every field of an answer', () => {
  const prose = readFileSync(PAGE, 'utf8').replaceAll(/^```\w*\n[^]*?^```$/gm, '');
  const told = new Set([...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code!.match(/[\w/]+/g) ?? []));
  const answers = examples.map((example) => answerTo(JSON.parse(example.case)));
  const names = new Set([
    ...namesIn(caseFields.schema),
    ...keysIn(answers.map((answer) => answer.mistakes ?? answer.calculation)),
  ]);
  const ofMistakes = ['pointer', 'code', 'detail', 'vi', 'en'];
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => !told.has(name) && !/^\d+$/.test(name) && !ofMistakes.includes(name))).toEqual([]);
});
