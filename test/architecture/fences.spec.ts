import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const CONFIG = '.dependency-cruiser.cjs';
const PURE = ['events', 'decider', 'outcomes', 'policy', 'schedule', 'figures', 'summary', 'rules', 'state', 'reserve'];

/** Rule -> a file, and what it imports against the rule. Where a rule guards several kinds of file, each has a line. */
const FORBIDDEN: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['kernel-imports-nothing', 'libs/kernel/src/planted.ts', `import 'node:fs';`],
  ['kernel-imports-nothing', 'libs/kernel/src/planted-too.ts', `import '@soquy/event-store';`],
  ['lending-is-pure', 'libs/lending/src/planted.ts', `import 'typeorm';`],
  ...PURE.flatMap((suffix) => [
    ['domain-core-is-pure', `libs/programmes/src/pure/pure.${suffix}.ts`, `import 'typeorm';`] as const,
    ['domain-core-is-pure', `libs/reference/src/pure/pure.${suffix}.ts`, `import '@nestjs/common';`] as const,
  ]),
  ['domain-core-is-pure', 'libs/programmes/src/pure/clock.decider.ts', `import 'node:crypto';`],
  [
    'domain-core-knows-commands-as-types',
    'libs/programmes/src/fair/value.decider.ts',
    `import { Plan } from './fair.commands.js'; export const plan = Plan;`,
  ],
  ['shared-words-are-pure', 'libs/reference/src/status.ts', `import 'typeorm';`],
  ['shared-words-are-pure', 'libs/programmes/src/activity.ts', `import './fair/fair.decider.js';`],
  ['commands-name-fields', 'libs/programmes/src/planted/planted.commands.ts', `import 'typeorm';`],
  ['views-map-rows', 'libs/programmes/src/planted/planted.view.ts', `import '@nestjs/common';`],
  ['queries-read-views', 'libs/programmes/src/planted/planted.queries.ts', `import 'pg';`],
  [
    'texts-name-what-is-there',
    'libs/programmes/src/planted/planted.texts.ts',
    `import type { Module } from '@nestjs/common'; export type M = Module;`,
  ],
  [
    'texts-know-types-only',
    'libs/programmes/src/fair/value.texts.ts',
    `import { fairEvents } from './fair.events.js'; export const e = fairEvents;`,
  ],
  ['modules-wire-own-slice', 'libs/programmes/src/planted/planted.module.ts', `import '@nestjs/common';`],
  ['slices-meet-at-facts', 'libs/programmes/src/other/other.decider.ts', `import '../fair/fair.decider.js';`],
  ['slices-meet-at-facts', 'libs/reference/src/other/other.decider.ts', `import '../../../programmes/src/fair/fair.decider.js';`],
  [
    'slices-know-no-boards',
    'libs/programmes/src/other/other.texts.ts',
    `import type { board } from '@soquy/boards'; export type B = typeof board;`,
  ],
  ['spec-helpers-stay-with-specs', 'libs/boards/src/planted-scenario.ts', `import '@soquy/kernel/scenario.js';`],
  ['event-store-stands-alone', 'libs/event-store/src/planted.ts', `import '@soquy/platform';`],
  ['read-models-know-no-slice', 'libs/read-models/src/planted.ts', `import '@soquy/platform';`],
  ['platform-knows-no-slice', 'libs/platform/src/planted.ts', `import '../../programmes/src/fair/fair.events.js';`],
  ['boards-read-what-slices-publish', 'libs/boards/src/planted.ts', `import '../../programmes/src/fair/fair.decider.js';`],
  ['boards-read-what-slices-publish', 'libs/boards/src/planted-too.ts', `import '@soquy/event-store';`],
  ['only-apps-put-the-product-together', 'libs/platform/src/planted-product.ts', `import '@soquy/product';`],
  ['libs-never-import-apps', 'libs/platform/src/planted-app.ts', `import '../../../apps/api/src/main.js';`],
  ['apps-never-import-each-other', 'apps/cli/src/planted.ts', `import '../../api/src/main.js';`],
  ['web-recomputes-and-asks', 'apps/web/src/planted.ts', `import '../../../libs/programmes/src/fair/fair.decider.js';`],
  ['web-features-stand-alone', 'apps/web/src/features/fairs/other-page.tsx', `import '../funds/fund-page.js';`],
  ['web-features-stand-alone', 'apps/web/src/features/fairs/shell-page.tsx', `import '../../app/shell.js';`],
  ['web-features-stand-alone', 'apps/web/src/features/fairs/start-page.tsx', `import '../../main.js';`],
  ['web-shared-knows-no-page', 'apps/web/src/shared/ui/planted.tsx', `import '../../features/funds/fund-page.js';`],
  ['web-shared-knows-no-page', 'apps/web/src/shared/ui/planted-app.tsx', `import '../../app/shell.js';`],
  ['web-shell-knows-no-feature', 'apps/web/src/app/planted.tsx', `import '../features/funds/fund-page.js';`],
  ['web-charts-has-its-room', 'apps/web/src/features/fairs/chart.tsx', `import { Bar } from 'recharts'; export const B = Bar;`],
  ['web-paste-has-its-room', 'apps/web/src/shared/forms/grid.tsx', `import 'react-data-grid';`],
  ['web-forms-has-its-room', 'apps/web/src/app/calendar.tsx', `export const load = () => import('@mantine/dates');`],
  ['no-cycles', 'libs/platform/src/circle.ts', `import type { Half } from './half-circle.js'; export type Whole = Half;`],
  ['no-cycles', 'apps/web/src/shared/ui/circle.tsx', `import './half-circle.js';`],
  ['nothing-unresolved', 'apps/web/src/shared/ui/planted-gone.tsx', `import './gone.js';`],
  ['nothing-unresolved', 'libs/platform/src/planted-gone.ts', `import './gone.js';`],
  ['libs-never-import-apps', 'libs/boards/src/planted-web.ts', `import '../../../apps/web/src/recompute.js';`],
  ['product-runs-without-dev-packages', 'apps/web/src/planted-test.tsx', `import 'playwright-core';`],
  ['product-runs-without-dev-packages', 'apps/api/src/planted.ts', `import 'fast-check';`],
];

/** What stands around them, and may: nothing of this is reported. */
const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ...['kernel', 'lending', 'event-store', 'read-models', 'platform', 'product'].map(
    (lib) => [`libs/${lib}/src/index.ts`, `export const ${lib.replace('-', '')} = 1;`] as const,
  ),
  [
    'libs/boards/src/index.ts',
    `import type { fairFigures } from '../../programmes/src/fair/fair.figures.js'; export type board = typeof fairFigures;`,
  ],
  ['libs/kernel/src/scenario.ts', `export const scenario = 1;`],
  ['libs/platform/src/half-circle.ts', `import type { Whole } from './circle.js'; export type Half = Whole;`],
  ['libs/programmes/src/fair/fair.events.ts', `import '@soquy/kernel'; export const fairEvents = {};`],
  [
    'libs/programmes/src/fair/fair.commands.ts',
    `import 'class-validator'; import '@soquy/platform'; import './fair.events.js'; export class Plan {}`,
  ],
  [
    'libs/programmes/src/fair/fair.decider.ts',
    `import type { Plan } from './fair.commands.js'; import '../line/line.reserve.js'; import '../line/line.events.js'; export type Wish = Plan;`,
  ],
  ['libs/programmes/src/line/line.reserve.ts', `import './line.events.js';`],
  ['libs/programmes/src/line/line.events.ts', `export const lineEvents = {};`],
  ['libs/programmes/src/fair/fair.figures.ts', `export const fairFigures = {};`],
  ['libs/programmes/src/fair/fair.view.ts', `import 'typeorm'; import '@soquy/read-models';`],
  ['libs/programmes/src/fair/fair.queries.ts', `import '@nestjs/cqrs'; import './fair.view.js'; import '@soquy/platform';`],
  ['libs/programmes/src/fair/fair.texts.ts', `import type { Wish } from './fair.decider.js'; export type T = Wish;`],
  ['libs/programmes/src/fair/fair.module.ts', `import '@soquy/platform'; import './fair.commands.js'; import './fair.texts.js';`],
  ['libs/programmes/src/fair/fair.decider.spec.ts', `import 'fast-check'; import '@soquy/kernel/scenario.js';`],
  ['apps/api/src/main.ts', `import '@soquy/platform'; import '@soquy/product'; import '../../../libs/boards/src/index.js';`],
  ['apps/web/src/recompute.ts', `import '@soquy/kernel'; import '../../../libs/programmes/src/fair/fair.figures.js';`],
  ['apps/web/src/main.tsx', `import './app/shell.js';`],
  ['apps/web/src/app/shell.tsx', `import '../shared/ui/page.js'; import './shell.css';`],
  ['apps/web/src/app/shell.css', ''],
  ['apps/web/src/shared/ui/page.tsx', `import '@mantine/core'; import '@mantine/core/styles.css';`],
  ['apps/web/src/shared/ui/half-circle.tsx', `import './circle.js';`],
  ['apps/web/src/shared/charts/bars.tsx', `import 'recharts';`],
  ['apps/web/src/shared/paste/grid.tsx', `import 'react-data-grid'; import 'react-data-grid/lib/styles.css';`],
  ['apps/web/src/shared/forms/day.tsx', `import '@mantine/dates'; import '@mantine/dates/styles.css';`],
  [
    'apps/web/src/features/funds/fund-page.tsx',
    `import '../../shared/ui/page.js'; import './part.js'; import '@soquy/lending'; export const load = () => import('../../shared/charts/bars.js');`,
  ],
  ['apps/web/src/features/funds/part.tsx', `import 'react';`],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let tree: string;
let reported: readonly Violation[];

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'soquy-fences-'));
  for (const file of [CONFIG, 'tsconfig.json', 'package.json']) copyFileSync(file, join(tree, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(tree, 'node_modules'));
  for (const [file, code] of [...ALLOWED, ...FORBIDDEN.map(([, file, code]) => [file, code] as const)]) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${code}\n`);
  }
  reported = cruise();
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

function cruise(): readonly Violation[] {
  const command = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [command, 'apps', 'libs', '--config', CONFIG, '--preserve-symlinks', '--output-type', 'json'];
  // The JSON report exits with 0 whatever it found.
  const report = execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 });
  return (JSON.parse(report) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('import fences', () => {
  it.each(FORBIDDEN)('%s: reported in %s', (rule, file) => {
    expect(reported.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it('report nothing that is allowed', () => {
    const planted = new Set(FORBIDDEN.map(([, file]) => file));
    const isPartOfACircle = ({ from }: Violation) => /\/half-circle\.tsx?$/.test(from);
    expect(reported.filter((violation) => !planted.has(violation.from) && !isPartOfACircle(violation))).toEqual([]);
  });

  it('have a planted import for each rule there is', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the configuration is a CommonJS file of a dot name
    const { forbidden } = require(join(process.cwd(), CONFIG)) as { forbidden: { name: string }[] };
    expect([...new Set(FORBIDDEN.map(([rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
