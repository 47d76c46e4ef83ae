// `npm run new:activity -- <name>`: a new kind of support that is planned, then held or cancelled, with people and cost, as one
// folder in libs/programmes and one line in its index. The templates lie in the folder new-activity.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../../..');
const SLICES = join(ROOT, 'libs/programmes/src');
const TEMPLATES = join(HERE, 'new-activity');

const USAGE = `npm run new:activity -- <name> [--vi <tên tiếng Việt>] [--en <English name>] [--code <PREFIX>]
  <name>: one of it, in English, in small letters with dashes, e.g. advice-session
  e.g. npm run new:activity -- advice-session --vi "Buổi tư vấn" --code TV`;

const { values, positionals } = parse();
const [name] = positionals;
if (positionals.length !== 1 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) giveUp(USAGE);
const folder = join(SLICES, name);
if (existsSync(folder)) giveUp(`${folder} is there already.`);

const words = wordsOf(name);
const index = join(SLICES, 'index.ts');
const files = await Promise.all([
  ...readdirSync(TEMPLATES).map((template) => {
    const text = filled(readFileSync(join(TEMPLATES, template), 'utf8'), words);
    return formatted(text, join(folder, `${name}.${template.replace(/\.txt$/, '')}`));
  }),
  formatted(listed(readFileSync(index, 'utf8'), words), index),
]);
mkdirSync(folder);
for (const { file, text } of files) writeFileSync(file, text);

console.log(`libs/programmes/src/${name}: events, commands, decider, outcomes, figures, summary, texts, module and two specs.
Next:
  1. Read ${name}.events.ts: its names and fields are stored for ever. Change them now, not after the first release.
  2. Say it in the office's words in ${name}.texts.ts and ${name}.figures.ts, in both languages.
  3. Money support also counts in support.total: add '${words.camelName}.cost' in libs/programmes/src/support/support.figures.ts.
  4. npm test -- --only unit ${name}
  5. Add its routes to test/e2e/every-route-support.ts, then
     STORED_EVENTS=add npx jest test/e2e/every-route
     GLOSSARY=write npx jest test/architecture/glossary.spec.ts`);

function parse() {
  const options = { vi: { type: 'string' }, en: { type: 'string' }, code: { type: 'string' } };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return giveUp(`${error.message}\n${USAGE}`);
  }
}

/** Everything a template calls by its place name. */
function wordsOf(kebabName) {
  const parts = kebabName.split('-');
  const PascalName = parts.map((part) => part[0].toUpperCase() + part.slice(1)).join('');
  const en = values.en ?? [parts[0][0].toUpperCase() + parts[0].slice(1), ...parts.slice(1)].join(' ');
  return {
    PascalName,
    camelName: PascalName[0].toLowerCase() + PascalName.slice(1),
    'kebab-name': kebabName,
    'kebab-plural': plural(kebabName),
    '{en}': quoted(en),
    '{enPlural}': quoted(plural(en)),
    '{vi}': quoted(values.vi ?? en),
    '{code}': values.code ? checkedCode(values.code) : freeCode(parts),
  };
}

function plural(word) {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Stands between single quotes in the code. */
function quoted(text) {
  if (/[\n\r]/.test(text)) giveUp('A name is one line.');
  return text.replace(/[\\']/g, '\\$&');
}

function usedCodes() {
  return readdirSync(SLICES, { recursive: true })
    .filter((file) => file.endsWith('.module.ts'))
    .flatMap((file) => /codePrefix: '([A-Z]+)'/.exec(readFileSync(join(SLICES, file), 'utf8'))?.[1] ?? []);
}

function checkedCode(code) {
  if (!/^[A-Z]{1,5}$/.test(code)) giveUp('A code prefix is 1 to 5 capital letters.');
  if (usedCodes().includes(code)) giveUp(`Another slice numbers its objects ${code}-2026-0001; choose another prefix.`);
  return code;
}

/** Initials, or more letters of the name while another slice has those. */
function freeCode(parts) {
  const used = usedCodes();
  const initials = parts.map((part) => part[0]).join('');
  const rest = parts.join('').slice(1);
  const candidates = [
    initials,
    ...[...rest].map((letter) => initials + letter),
    ...[...rest].map((letter) => `${initials}${letter}X`),
  ];
  const free = candidates.map((code) => code.replace(/[^a-z]/g, '').toUpperCase()).find((code) => code && !used.includes(code));
  return free ?? giveUp('Give a code prefix that is free: --code <PREFIX>');
}

function filled(template, words) {
  const places = new RegExp(Object.keys(words).join('|').replace(/[{}]/g, '\\$&'), 'g');
  return template.replace(places, (place) => words[place]);
}

/** The index with one more import and one more line in the list. */
function listed(text, { PascalName, 'kebab-name': kebabName }) {
  const added = `import { ${PascalName}Module } from './${kebabName}/${kebabName}.module.js';\n`;
  const lastModule = text.lastIndexOf('.module.js');
  const afterImports = text.indexOf('\n', lastModule) + 1;
  const withImport = text.slice(0, afterImports) + added + text.slice(afterImports);
  if (lastModule < 0 || !/export const programmes = \[[^\]]*\]/.test(withImport)) giveUp(`${text}\nhas no list of programmes.`);
  return withImport.replace(/(export const programmes = \[[^\]]*?),?\s*\]/, `$1, ${PascalName}Module]`);
}

async function formatted(text, file) {
  const { format, resolveConfig } = await import('prettier');
  return { file, text: await format(text, { ...(await resolveConfig(file)), filepath: file }) };
}

function giveUp(reason) {
  console.error(reason);
  process.exit(1);
}
