import { standIn, standIns } from '../support/stand-in.js';
import { startProduct, type Answer, type Client, type Json, type Product } from './product.js';

/** The only agency there is, known since 2024. */
export const agencyId = 'tra-vinh';

export const MILLION = 1_000_000;

/** The receipt of what must have been recorded. */
export async function recorded(answer: Promise<Answer>): Promise<Json> {
  const { status, body } = await answer;
  expect([status, body.code, body.detail, body.errors]).toEqual([201, body.code, undefined, undefined]);
  return body;
}

/** For the tests of a file: the product without a demo, with one agency, and people of it by their user names. */
export function withPeople<Name extends string>(...names: readonly Name[]) {
  let product: Product;
  let clients: Readonly<Record<Name, Client>>;
  beforeAll(async () => {
    product = await startProduct({ demo: false, accounts: true });
    const signedIn = await Promise.all(names.map(async (name) => [name, await product.as(name)] as const));
    clients = Object.fromEntries(signedIn) as Record<Name, Client>;
    const agency = { agencyId, name: 'Liên minh HTX tỉnh Trà Vinh', kind: 'alliance', place: 'TCTK63:84' };
    await recorded((await product.as('admin')).post('agencies', { ...agency, effectiveOn: '2024-01-01' }));
  }, 120_000);
  afterAll(() => product?.stop());
  return { product: standIn(() => product), ...standIns(names, (name) => clients[name]) };
}
