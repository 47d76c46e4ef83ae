import { argumentsOf, type Run } from '../command.js';
import { doctor } from '../start/doctor.js';

/** Looks at everything a start depends on. */
export const run: Run = async (args, { env, root, print, language }) => {
  argumentsOf(args, {});
  return doctor({ ...env, LC_ALL: language }, root, print);
};
