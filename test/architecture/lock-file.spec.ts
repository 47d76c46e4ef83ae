import { readFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const wanted = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const packages = Object.entries(lock.packages).filter(([place]) => place !== '');

/** The newest Node that is still too old for nothing here, as parts: the least one that must do. */
const LEAST_NODE = [20, 19, 0] as const;

describe('the lock file', () => {
  it('names no registry, so it installs from whichever one is configured', () => {
    expect(packages.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
    expect(readFileSync('.npmrc', 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('pins what is in every package', () => {
    expect(packages.filter(([, { integrity, link }]) => !integrity && !link).map(([place]) => place)).toEqual([]);
  });

  it('has an entry for every optional package of every platform, or `npm ci` fails on all of them', () => {
    const present = new Set(packages.map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)));
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !present.has(name))
        .map((name) => `${place}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('agrees with package.json, exactly pinned', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
      for (const [name, version] of Object.entries(wanted[kind]!)) {
        expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
        expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
      }
  });

  it('holds nothing that refuses the oldest Node we promise', () => {
    expect(wanted.engines!.node).toBe(`>=${LEAST_NODE[0]}.${LEAST_NODE[1]}`);
    const refusing = packages
      .filter(([, { engines }]) => engines?.node && !allows(engines.node))
      .map(([place, { engines }]) => `${place}: ${engines!.node}`);
    expect(refusing).toEqual([]);
  });

  it('would see a package that needs a newer Node', () => {
    expect(
      ['>=18', '^18 || >=20.19.0', '18 || 20 || >=22', '>= 14.16.0', '*', '>=12 <21', '20.x', '^20.17.0'].filter(
        (range) => !allows(range),
      ),
    ).toEqual([]);
    expect(['>=22', '^18.12.0', '>=20.20', '^22.13.0 || >=24', '>=12 <20'].filter(allows)).toEqual([]);
  });
});

/** Whether a range of package.json's `engines` contains the least Node; covers the forms that occur there. */
function allows(range: string): boolean {
  return range.split('||').some((part) =>
    part
      .trim()
      .replace(/([<>=^~]+)\s+/g, '$1')
      .split(/\s+/)
      .every((bound) => meets(bound)),
  );
}

function meets(bound: string): boolean {
  if (bound === '' || bound === '*') return true;
  const [, operator, digits] = /^([<>=^~]*)v?([\dx.*]+)/.exec(bound) ?? [];
  if (digits === undefined) throw new Error(`assertion: unknown engines range ${bound}`);
  const parts = digits
    .split('.')
    .map((part) => Number.parseInt(part))
    .filter((part) => !Number.isNaN(part));
  const order = compare(parts);
  if (operator === '>=') return order >= 0;
  if (operator === '>') return order > 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '^') return parts[0] === LEAST_NODE[0] && order >= 0;
  if (operator === '~') return parts[0] === LEAST_NODE[0] && (parts[1] ?? LEAST_NODE[1]) === LEAST_NODE[1] && order >= 0;
  return parts.every((part, index) => part === LEAST_NODE[index]);
}

/** The least Node against a version: above zero when it is newer. Parts that are not given count as zero. */
function compare(parts: readonly number[]): number {
  for (let index = 0; index < LEAST_NODE.length; index++) {
    const difference = LEAST_NODE[index]! - (parts[index] ?? 0);
    if (difference) return difference;
  }
  return 0;
}
