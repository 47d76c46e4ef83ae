// The web application is typed by the API's own document. The types are made from it when they are missing or older; they are
// not part of the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DOCUMENT = 'apps/docs/openapi.json';
const TYPES = 'apps/web/src/shared/api/schema.gen.d.ts';
const MADE_FROM = [DOCUMENT, 'test/api-types.mjs'];
const TOOL = 'node_modules/openapi-typescript/bin/cli.js';

const changedAt = (file) => statSync(join(ROOT, file)).mtimeMs;

export function apiTypes() {
  if (existsSync(join(ROOT, TYPES)) && MADE_FROM.every((file) => changedAt(TYPES) >= changedAt(file))) return;
  const { status, stderr } = spawnSync(process.execPath, [TOOL, DOCUMENT, '--immutable', '-o', TYPES], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the types of the API cannot be made: ${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) apiTypes();
