import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  argumentsOf,
  commandFirst,
  languageOf,
  unknown,
  UsageError,
  type Called,
  type ExitCode,
  type Surroundings,
} from './command.js';
import { commands, type Command } from './commands.js';
import { overview, usage } from './help.js';

/** Its own help goes further than the usage lines. */
const HELPS_ITSELF = ['figures'];
const HELP = ['help', '--help', '-h'];
/** As shells tell the end by Ctrl-C. */
const STOPPED = 130;
const STOP_LIMIT_MS = 10_000;

/** One call of the command line; answers the exit code. Whatever goes wrong is told in a sentence, our own bugs with a stack. */
export async function soquy(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const language = languageOf(args, around.env);
  const called: Called = { ...around, language, say: (words) => around.complain(words[language]) };
  const [name, ...rest] = commandFirst(args);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (HELP.includes(name)) return help(argumentsOf(rest, {}, ['command?']).words, called);
    if (!command) throw unknown(name);
    if (!HELPS_ITSELF.includes(name) && rest.some((arg) => arg === '--help' || arg === '-h')) return help([name], called);
    return await endedOrStopped((await command.load())(rest, called), called.signal);
  } catch (error) {
    if (around.signal.aborted) return STOPPED;
    return error instanceof UsageError ? askedWrongly(error, command, called) : await failed(error, called);
  }
}

function askedWrongly({ words }: UsageError, command: Command | undefined, { say, language, complain }: Called): ExitCode {
  say(words);
  (command ? usage(command, language) : overview(language)).forEach(complain);
  return 2;
}

/** Telling what happened needs to know half the product; help and slips of the tongue need not wait for that. */
async function failed(error: unknown, { language, complain }: Called): Promise<ExitCode> {
  const { complaintOf } = await import('./complaint.js');
  const { lines, code } = complaintOf(error, language);
  lines.forEach(complain);
  return code;
}

function help([name]: readonly string[], { language, print }: Called): ExitCode {
  if (name === undefined) overview(language).forEach(print);
  else if (Object.hasOwn(commands, name)) usage(commands[name]!, language).forEach(print);
  else throw unknown(name);
  return 0;
}

/** A command that is asked to stop puts its things away; one that does not get there is left behind. */
async function endedOrStopped(running: Promise<ExitCode>, signal: AbortSignal): Promise<ExitCode> {
  const left = new AbortController();
  const stopped = async (): Promise<ExitCode> => {
    if (!signal.aborted) await once(signal, 'abort', { signal: left.signal });
    return await delay(STOP_LIMIT_MS, STOPPED, { signal: left.signal });
  };
  try {
    return await Promise.race([running, stopped()]);
  } finally {
    left.abort();
  }
}
