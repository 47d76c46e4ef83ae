import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILD = 'dist/apps/web';
/**
 * Kilobytes as sent (gzip): what a first visit loads, wanted and at most; what most pages share beside it and what those that
 * record share, each brought once; what opening a page adds to all of them; styles.
 */
const BUDGET = { initialWanted: 190, initial: 220, shared: 50, fields: 40, lazy: 40, charts: 200, styles: 45 };
/** The chunk of widgets and places that most pages share. */
const SHARED = /^_widgets-/;
/** The chunk of inputs that pages record with. */
const FIELDS = /^_fields-/;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;
type Weigh = (file: string) => number;

const PAGE = /-page\.tsx$/;
const CHART = /recharts|d3-|victory|shared\/charts/;

/** A chunk and all it imports at once. */
function closure(manifest: Manifest, name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of manifest[name]!.imports ?? []) closure(manifest, next, seen);
  return seen;
}

/** What every page that opens a part has brought already; nothing has before a page. */
function thereBefore(manifest: Manifest, name: string): (chunk: string) => boolean {
  const openers = Object.keys(manifest).filter((each) => manifest[each]!.dynamicImports?.includes(name));
  const brought = openers.map((each) => closure(manifest, each));
  return (chunk) => !PAGE.test(name) && brought.length > 0 && brought.every((chunks) => chunks.has(chunk));
}

interface Sizes {
  readonly initial: number;
  readonly shared: number;
  readonly fields: number;
  readonly styles: number;
  /** Page -> what opening it adds; part of pages that comes when it is needed -> what it adds to each of them. */
  readonly lazy: Readonly<Record<string, number>>;
}

export function sizesOf(manifest: Manifest, weigh: Weigh): Sizes {
  const names = Object.keys(manifest);
  const sum = (files: Iterable<string>) => [...new Set(files)].reduce((total, file) => total + weigh(file), 0);
  const scripts = (chunks: Iterable<string>) => sum([...chunks].map((name) => manifest[name]!.file));
  const entry = names.find((name) => manifest[name]!.isEntry)!;
  const first = closure(manifest, entry);
  const brought = (chunk: RegExp, before: ReadonlySet<string>) => {
    const all = names.filter((name) => chunk.test(name)).flatMap((name) => [...closure(manifest, name)]);
    return new Set(all.filter((name) => !before.has(name)));
  };
  const shared = brought(SHARED, first);
  const fields = brought(FIELDS, new Set([...first, ...shared]));
  const once = new Set([...first, ...shared, ...fields]);
  const lazy = names.filter((name) => manifest[name]!.isDynamicEntry);
  return {
    initial: scripts(first),
    shared: scripts(shared),
    fields: scripts(fields),
    // One file for all pages stands in the manifest by itself.
    styles: sum(
      names.flatMap((name) => [...(manifest[name]!.css ?? []), manifest[name]!.file].filter((file) => file.endsWith('.css'))),
    ),
    lazy: Object.fromEntries(
      lazy.map((name) => {
        const there = thereBefore(manifest, name);
        return [name, scripts([...closure(manifest, name)].filter((each) => !once.has(each) && !there(each)))];
      }),
    ),
  };
}

/** What is beyond its budget, a line each. */
export function tooLarge({ initial, shared, fields, styles, lazy }: Sizes): readonly string[] {
  const beyond = (what: string, size: number, most: number) => (size > most ? [`${what}: ${size.toFixed(1)} kB of ${most}`] : []);
  return [
    ...beyond('first visit', initial, BUDGET.initial),
    ...beyond('shared by pages', shared, BUDGET.shared),
    ...beyond('shared by forms', fields, BUDGET.fields),
    ...beyond('styles', styles, BUDGET.styles),
    ...Object.entries(lazy).flatMap(([name, size]) => beyond(name, size, CHART.test(name) ? BUDGET.charts : BUDGET.lazy)),
  ];
}

describe('the built web application', () => {
  const manifest = JSON.parse(readFileSync(join(BUILD, '.vite/manifest.json'), 'utf8')) as Manifest;
  const sizes = sizesOf(manifest, (file) => gzipSync(readFileSync(join(BUILD, file)), { level: 9 }).length / 1_000);

  it('keeps its budgets of size', () => {
    const { initial, shared, fields, styles, lazy } = sizes;
    const [largest] = Object.entries(lazy).sort(([, a], [, b]) => b - a);
    const told = `first visit ${initial.toFixed(1)} kB (wanted: ${BUDGET.initialWanted}), shared ${shared.toFixed(1)} kB, fields ${fields.toFixed(1)} kB, styles ${styles.toFixed(1)} kB`;
    console.log(`web: ${told}, largest page ${largest?.[0]} ${largest?.[1].toFixed(1)} kB`);
    expect([initial > 0, shared > 0, styles > 0]).toEqual([true, true, true]);
    expect(tooLarge(sizes)).toEqual([]);
  });

  it('writes nothing into its page that the content policy would have to allow', () => {
    const page = readFileSync(join(BUILD, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|style=|https?:\/\//);
    expect(page).toContain('__CSP_NONCE__');
  });
});

it('a budget is kept by what comes with a chunk, each file once, and not again by what was there', () => {
  const planted: Manifest = {
    'index.html': { file: 'index.js', isEntry: true, imports: ['_react'], css: ['index.css'] },
    _react: { file: 'react.js' },
    _table: { file: 'table.js', imports: ['_react'] },
    '_widgets-AbC1.js': { file: 'widgets.js', imports: ['_react'] },
    '_fields-Xy2.js': { file: 'fields.js', imports: ['_react', '_widgets-AbC1.js'] },
    'src/features/loans/loans-page.tsx': {
      file: 'loans.js',
      isDynamicEntry: true,
      imports: ['index.html', '_table', '_widgets-AbC1.js', '_fields-Xy2.js'],
      css: ['loans.css'],
    },
    'src/shared/charts/bars.tsx': { file: 'bars.js', isDynamicEntry: true, imports: ['_react'] },
  };
  const weights: Readonly<Record<string, number>> = {
    'index.js': 100,
    'react.js': 121,
    'table.js': 30,
    'widgets.js': 51,
    'fields.js': 41,
    'loans.js': 11,
    'index.css': 40,
    'loans.css': 6,
    'bars.js': 199,
  };
  expect(tooLarge(sizesOf(planted, (file) => weights[file]!))).toEqual([
    'first visit: 221.0 kB of 220',
    'shared by pages: 51.0 kB of 50',
    'shared by forms: 41.0 kB of 40',
    'styles: 46.0 kB of 45',
    'src/features/loans/loans-page.tsx: 41.0 kB of 40',
  ]);
});
