import { setTimeout as delay } from 'node:timers/promises';
import type { Client, Json } from '../e2e/product.js';
import { RunningProduct } from './running-product.js';

const ROUNDS = 20;
const WORKERS = 8;

/** What a worker knows of one recording: its receipt, or that the answer was lost. */
interface Wish {
  readonly key: string;
  readonly body: Json;
  receipt?: Json;
}

const product = new RunningProduct();
const wishes: Wish[] = [];

beforeAll(() => product.start(), 120_000);
afterAll(() => product.remove(), 60_000);

const post = (client: Client, { key, body }: Wish) => client.post('held-training-classes', body, { 'idempotency-key': key });

/** Records one class after the other until told to stop; a lost answer stays without a receipt. */
async function work(client: Client, worker: string, stop: AbortSignal): Promise<void> {
  for (let number = 0; !stop.aborted; number++) {
    const title = `Lớp thử độ bền ${worker}-${number}`;
    const body = {
      agencyId: 'tra-vinh',
      kind: 'craft',
      title,
      effectiveOn: '2026-03-02',
      learners: { value: 10 },
      costVnd: 1_000,
    };
    const wish: Wish = { key: `durable-${worker}-${number}`, body };
    wishes.push(wish);
    try {
      const answer = await post(client, wish);
      if (answer.status === 201) wish.receipt = answer.body;
      else if (answer.status < 500) throw new Error(`assertion: ${answer.status} ${JSON.stringify(answer.body)}`);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('assertion')) throw error;
      await delay(20);
    }
  }
}

/** Kills the application, its database, or both, while commands run; sometimes at once, sometimes after a while. */
async function round(number: number): Promise<void> {
  const client = await product.officer();
  const stop = new AbortController();
  const workers = Array.from({ length: WORKERS }, (_, index) => work(client, `${number}-${index}`, stop.signal));
  await delay(100 + ((number * 137) % 700));
  const [app, database] = [product.appPid, product.databasePid];
  if (number % 3 !== 1) product.kill(database);
  if (number % 3 !== 0) product.kill(app);
  if (number % 3 === 0) await delay(1_500); // the application brings its database back while commands go on
  stop.abort();
  await Promise.all(workers);
  if (number % 3 !== 0) await product.start();
}

it(`keeps every acknowledged recording, once, over ${ROUNDS} rounds of kill -9`, async () => {
  for (let number = 0; number < ROUNDS; number++) await round(number);

  const officer = await product.officer();
  const lost = wishes.filter(({ receipt }) => !receipt);
  const kept = wishes.filter(({ receipt }) => receipt);
  expect(kept.length).toBeGreaterThan(ROUNDS);
  for (const wish of kept) expect((await post(officer, wish)).body).toEqual(wish.receipt);
  for (const wish of lost) expect((await post(officer, wish)).status).toBe(201);

  const last = await post(officer, wishes.at(-1)!);
  const query = `agency=tra-vinh&period=2026&kind=craft&minPosition=${last.body.position}`;
  const figure = async (metric: string) => (await officer.get(`figures/${metric}?${query}`)).body.value as number;
  const boards = async () => [await figure('training.classes'), await figure('training.learners'), await figure('training.cost')];
  const before = await boards();
  expect(before).toEqual([wishes.length, wishes.length * 10, wishes.length * 1_000]);

  const verified = await product.soquy('verify');
  expect([verified.code, verified.output]).toEqual([0, verified.output]);
  const rebuilt = await product.soquy('rebuild');
  expect([rebuilt.code, rebuilt.output]).toEqual([0, rebuilt.output]);
  expect(await boards()).toEqual(before);
}, 600_000);
