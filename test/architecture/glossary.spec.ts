import { readFileSync, writeFileSync } from 'node:fs';
import { ROLES, corrections } from '@soquy/platform';
import { features } from '@soquy/product';
import { requestSchemas } from '../../libs/platform/src/http/schemas.js';
import { COMMAND, glossary } from '../support/glossary.js';
import { terms } from '../support/glossary-terms.js';
import { sourceFiles } from '../support/source-files.js';

const PAGE = 'apps/docs/GLOSSARY.md';
const rows = Object.values(terms).flat();

/** Every value that a command lets people choose from. */
function choices(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as { enum?: string[] }).enum ?? [];
  return [...own, ...Object.values(schema).flatMap(choices)];
}

describe('the glossary', () => {
  it(`is up to date (${COMMAND})`, () => {
    if (process.env.GLOSSARY === 'write') writeFileSync(PAGE, glossary());
    expect(readFileSync(PAGE, 'utf8')).toBe(glossary());
  });

  it('says which command writes it', () => {
    expect(glossary()).toContain(COMMAND);
  });

  it('words every role, figure, event and command', () => {
    const page = glossary();
    const names = features.flatMap(({ events, commands, figures }) => [events, commands, figures].flatMap(Object.keys));
    expect(names.length).toBeGreaterThan(150);
    expect([...names, ...ROLES].filter((name) => !page.includes(`\`${name}\` |`))).toEqual([]);
  });

  it('words every value that people choose from', () => {
    const offered = choices(requestSchemas([...features, corrections]));
    expect(offered.length).toBeGreaterThan(50);
    const page = glossary();
    expect([...new Set(offered)].filter((value) => !page.includes(`\`${value}\` |`))).toEqual([]);
  });

  it('keeps no term that the product does not use', () => {
    const code = sourceFiles(['libs'], /\/src\/(?!.*\.spec\.ts$).*\.ts$/)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const words = new Set(code.match(/[A-Za-z][A-Za-z0-9-]*/g));
    expect(rows.filter(([, , identifier]) => !words.has(identifier))).toEqual([]);
  });

  it('calls one thing by one name within a subject', () => {
    for (const [subject, of] of Object.entries(terms)) {
      const identifiers = of.map(([, , identifier]) => identifier);
      expect([subject, new Set(identifiers).size]).toEqual([subject, identifiers.length]);
    }
  });
});
