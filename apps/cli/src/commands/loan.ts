import { argumentsOf, missing, unknown, type Run } from '../command.js';
import { runCalculation } from '../loan/run-calculation.js';

/** What a loan comes to, from a file alone: neither a server nor a database is asked. */
export const run: Run = async ([verb, ...args], called) => {
  if (verb === undefined) throw missing('calc');
  if (verb !== 'calc') throw unknown(verb);
  const { values } = argumentsOf(args, { file: { type: 'string' } });
  if (!values.file) throw missing('--file');
  return await runCalculation({ file: values.file, json: values.json }, called);
};
