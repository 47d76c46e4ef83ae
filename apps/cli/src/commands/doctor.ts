import { argumentsOf, type Run } from '../command.js';
import { doctor } from '../start/doctor.js';

/** Looks at everything a start depends on. */
export const run: Run = async (args, { env, root, print }) => {
  argumentsOf(args, {});
  return doctor(env, root, print);
};
