import type { Words } from '@soquy/kernel';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { placesIn } from './placeholders.js';
import type { Environment } from './start/start-settings.js';

export type Language = keyof Words;

/** What a command may use of the world around it. */
export interface Surroundings {
  readonly env: Environment;
  /** The project's folder: relative paths in settings begin there. */
  readonly root: string;
  /** Where the caller stands: relative paths among the arguments begin there. */
  readonly folder: string;
  /** Data, one line a call. */
  readonly print: (line: string) => void;
  /** Messages, kept apart from data. */
  readonly complain: (line: string) => void;
  readonly input: AsyncIterable<Buffer | string>;
  /** Aborted when the caller wants it to end. */
  readonly signal: AbortSignal;
}

/** The surroundings with the language that messages are in. */
export interface Called extends Surroundings {
  readonly language: Language;
  /** A message in that language. */
  readonly say: (words: Words) => void;
}

/** 0: done. 1: not done, or a check failed. 2: asked wrongly. Figures also answer 4: not to be had at the moment. */
export type ExitCode = number;

export type Run = (args: readonly string[], called: Called) => Promise<ExitCode>;

/** The command line says nothing we know; answered with the command's usage. */
export class UsageError extends Error {
  constructor(readonly words: Words) {
    super(`${words.vi}\n${words.en}`);
    this.name = 'UsageError';
  }
}

/** What stands before a command, so that what is printed can be pasted. */
export const CALL = 'npm run -s soquy --';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options every command takes beside its own; the language is read before. */
const COMMON = { json: { type: 'boolean' }, lang: { type: 'string' } } as const;

/** The options given, and exactly as many words as `names` names; a name that ends in `?` may be left out. */
export function argumentsOf<const Own extends Options>(args: readonly string[], own: Own, names: readonly string[] = []) {
  const parsed = parse(args, own);
  const { positionals } = parsed;
  const least = names.filter((name) => !name.endsWith('?')).length;
  if (positionals.length < least) throw missing(names[positionals.length]!);
  if (positionals.length > names.length) throw unknown(positionals[names.length]!);
  return { values: parsed.values, words: positionals };
}

function parse<const Own extends Options>(args: readonly string[], own: Own) {
  try {
    return parseArgs({ args: [...args], options: { ...COMMON, ...own }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(optionFault(error));
  }
}

/** What Node says of options, which it says in English alone. */
export function optionFault(error: unknown): Words {
  const { code, message } = error as NodeJS.ErrnoException;
  const [, option = ''] = /'(-[^' ]*)/.exec(message) ?? [];
  const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
  return { vi: isUnknown ? `Không có tuỳ chọn ${option}.` : `Tuỳ chọn ${option} thiếu hoặc thừa giá trị.`, en: message };
}

export function missing(name: string): UsageError {
  const place = `<${name}>`;
  return new UsageError({ vi: `Thiếu ${placesIn(place, 'vi')}.`, en: `${place} is missing.` });
}

export const unknown = (word: string) => new UsageError({ vi: `Không hiểu "${word}".`, en: `"${word}" means nothing here.` });

/** Options every command takes may stand before it as well: they are put behind it. Without a command it is `help`. */
export function commandFirst(args: readonly string[]): readonly [string, ...string[]] {
  let ahead = 0;
  for (let arg = args[0]; arg !== undefined; arg = args[ahead]) {
    if (arg === '--json' || arg.startsWith('--lang=')) ahead += 1;
    else if (arg === '--lang') ahead += 2;
    else break;
  }
  const [command = 'help', ...rest] = args.slice(ahead);
  return [command, ...rest, ...args.slice(0, ahead)];
}

/** Vietnamese unless English is asked for; the C locale of a server asks for nothing. */
export function languageOf(args: readonly string[], env: Environment): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? env.LC_ALL || env.LANG : (args[at]!.split('=')[1] ?? args[at + 1]);
  return asked?.toLowerCase().startsWith('en') ? 'en' : 'vi';
}
