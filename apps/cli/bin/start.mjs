// `npm start`: joins the two built parts. The start knows no application, and no application knows how it was started.
import 'reflect-metadata';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const built = (path) => import(new URL(`../../../dist/apps/${path}`, import.meta.url));

const { start } = await built('cli/src/start/start.js');
// The terminal of a person: warnings, and how far the sample data are.
process.env.LOG_LEVEL ||= 'warn';
const STEPS = 100;
const onProgress = (done, all) => {
  if (done % STEPS === 0 || done === all) console.log(`Dữ liệu mẫu / sample data: ${done}/${all}`);
};
const startApi = async (settings) => (await built('api/src/start-api.js')).startApi({ ...settings, onProgress });
process.exit(await start({ env: process.env, root, startApi, isTerminal: Boolean(process.stdout.isTTY) }));
