import { missing, unknown, type Run } from '../command.js';
import { copy } from '../log/run-copy.js';
import { use } from '../log/run-use.js';

const VERBS: Readonly<Record<string, Run>> = { copy, use };

/** Moving the log between stores. */
export const run: Run = async ([verb, ...args], called) => {
  if (verb === undefined) throw missing('copy|use');
  if (!Object.hasOwn(VERBS, verb)) throw unknown(verb);
  return await VERBS[verb]!(args, called);
};
