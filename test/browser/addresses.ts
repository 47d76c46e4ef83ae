import { readFileSync } from 'node:fs';
import { DEMO_PASSWORD } from '@soquy/platform';
import { sourceFiles } from '../support/source-files.js';
import type { Client, Product } from '../e2e/product.js';

/** Every page, as the features list them: a new one is looked at without a change here. */
export const screenPaths: readonly string[] = sourceFiles(['apps/web/src/features'], /\.screens\.tsx?$/)
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bscreen\(\s*'([^']+)'/g)].map(([, path]) => path!))
  .sort();

/** Whose work a page is: the first that matches. Others may see it too. */
const WHOSE: readonly (readonly [RegExp, string | undefined])[] = [
  [/^\/sign-in$/, undefined],
  [/^\/admin/, 'admin'],
  [/^\/(audit|corrections|evidence)/, 'finance'],
  [/^\/(fund|funds|loans|overdue)(\/|$)/, 'credit-officer'],
  [/^\/$/, 'leader'],
];

export const whoseWork = (path: string): string | undefined =>
  (WHOSE.find(([pattern]) => pattern.test(path)) ?? [/./, 'officer'])[1];

/** What a parameter may be, for the address before it. */
type Samples = (client: Client, before: string) => Promise<readonly string[]>;

const SAMPLES: Readonly<Record<string, Samples>> = {
  $id: async (client, before) => [await richest(client, before.split('/').at(-1)!)],
  $noun: async (client, before) => (before === '/objects' ? await nounsWithoutOwnPage(client) : ['training-classes']),
  $kind: async () => ['training-classes'],
  $eventId: async (client) => [(await client.get('events?limit=1')).body.items[0].eventId as string],
  $figureId: async (client) => [(await client.get('figures/support.total')).body.figureId as string],
};

/** The object of the demo that most has happened to. */
async function richest(client: Client, noun: string): Promise<string> {
  const { status, body } = await client.get(`${noun}?limit=200`);
  if (status !== 200)
    throw new Error(`/api/v1/${noun} answers ${status}: tell test/browser/addresses.ts what to put in the address`);
  const items = body.items as readonly { id: string; revision: number }[];
  const [most] = [...items].sort((a, b) => b.revision - a.revision);
  return most?.id ?? '';
}

async function nounsWithoutOwnPage(client: Client): Promise<readonly string[]> {
  const { body } = await client.get('catalogue');
  const nouns = (body.kinds as readonly { noun: string }[]).map(({ noun }) => noun);
  return nouns.filter((noun) => !screenPaths.includes(`/${noun}/$id`));
}

/** Addresses of a page with objects of the demo; kinds the demo has none of are left out. */
export async function addressesOf(path: string, product: Product): Promise<readonly string[]> {
  const client = await product.as(whoseWork(path) ?? 'leader', DEMO_PASSWORD);
  let addresses: readonly string[] = [''];
  for (const part of path.split('/').slice(1)) {
    const samples = SAMPLES[part];
    if (part.startsWith('$') && !samples) throw new Error(`${path}: test/browser/addresses.ts does not know what ${part} may be`);
    const longer = addresses.map(async (before) =>
      (samples ? await samples(client, before) : [part])
        .filter((each) => each !== '' || part === '')
        .map((each) => `${before}/${each}`),
    );
    addresses = (await Promise.all(longer)).flat();
  }
  if (!addresses.length) throw new Error(`${path}: the demo has nothing to show there`);
  return addresses;
}
