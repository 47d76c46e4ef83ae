import { readFileSync } from 'node:fs';

interface Locked {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const locked = () => (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages;

/** Places of the packages that `npm ci --omit=dev` installs, of every platform: `node_modules/pg`. */
export function productionPackages(): readonly string[] {
  return Object.entries(locked())
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place]) => place);
}

/** Places of the packages that only tests and checks use. */
export function testPackages(): readonly string[] {
  return Object.entries(locked())
    .filter(([, { dev }]) => dev)
    .map(([place]) => place);
}

/** Places of those that the product still needs without some of its own dependencies; npm leaves these, and perhaps more. */
export function packagesWithout(names: readonly string[]): readonly string[] {
  const packages = locked();
  const found = new Set<string>();
  const visit = (from: string, wanted: readonly string[]): void => {
    for (const name of wanted) {
      const place = placeOf(name, from, packages);
      if (place === undefined || found.has(place)) continue;
      found.add(place);
      visit(place, neededBy(packages[place]!));
    }
  };
  visit(
    '',
    neededBy(packages['']!).filter((name) => !names.includes(name)),
  );
  return [...found];
}

function neededBy({
  dependencies,
  optionalDependencies,
  peerDependencies,
  peerDependenciesMeta = {},
}: Locked): readonly string[] {
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {}), ...peers];
}

/** As Node.js looks for a package: in the nearest `node_modules` from here on upwards. */
function placeOf(name: string, from: string, packages: Readonly<Record<string, Locked>>): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}
