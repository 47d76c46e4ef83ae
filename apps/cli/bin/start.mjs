// `npm start`: joins the two built parts. The start knows no application, and no application knows how it was started.
import 'reflect-metadata';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const built = (path) => import(new URL(`../../../dist/apps/${path}`, import.meta.url));

const { start } = await built('cli/src/start/start.js');
const startApi = async (settings) => (await built('api/src/start-api.js')).startApi(settings);
process.exit(await start({ env: process.env, root, startApi }));
