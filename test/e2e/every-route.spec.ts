import { setTimeout as sleep } from 'node:timers/promises';
import { kernelEvents } from '@soquy/kernel';
import type { EventStore, StoredEvent } from '@soquy/event-store';
import { features } from '@soquy/product';
import { addMissing, unseen } from '../stored-events/golden.js';
import { abandonReservations } from './every-route-abandoned.js';
import { everyRoute } from './every-route.js';
import { commandIdOfStep, once, People, postAndHangUp, templateOf, walk, type Taken, type Way } from './every-route-walk.js';
import { recordingRoutes } from './open-api-examples.js';
import { startProduct, type Answer, type Json, type Product } from './product.js';

let product: Product;
let store: EventStore;
let people: People;
let document: Json;
let plain: Taken[];
const before = process.env.RESERVATION_PATIENCE_SECONDS;

beforeAll(async () => {
  process.env.RESERVATION_PATIENCE_SECONDS = '5';
  product = await startProduct({ demo: false, accounts: true });
  store = await product.openLog();
  people = new People(product);
  document = (await (await people.as('leader')).get('openapi.json')).body;
});
afterAll(async () => {
  if (before === undefined) delete process.env.RESERVATION_PATIENCE_SECONDS;
  else process.env.RESERVATION_PATIENCE_SECONDS = before;
  await store?.close();
  await product?.stop();
});

async function eventsAfter(after?: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const item of store.feed({ after, follow: false })) if (item.kind === 'events') events.push(...item.events);
  return events;
}

/** The facts of people, in the order of the log. Claims and numbers may be taken by an attempt that came to nothing. */
const kindsAfter = async (after: string | undefined) =>
  (await eventsAfter(after))
    .filter(({ stream, metadata }) => !/^(claim|numbering)-/.test(stream) && metadata.actor.role !== 'system')
    .map(({ type }) => type);

/** Where people's last fact stands; what the product itself adds meanwhile, such as a release, is no answer to a post. */
const headOfPeople = async () => (await eventsAfter()).findLast(({ metadata }) => metadata.actor.role !== 'system')?.position;

const receiptOf = ({ status, headers, body }: Answer) => ({
  status,
  location: headers.get('location'),
  etag: headers.get('etag'),
  ...body,
});

/** Posts to every route again, and proves that nothing was written. */
async function again(change: (taken: Taken) => { body?: Json; headers: Record<string, string> }, among = plain) {
  const head = await headOfPeople();
  const answers: (readonly [Taken, Answer])[] = [];
  for (const taken of among) {
    const { body = taken.body, headers } = change(taken);
    answers.push([taken, await (await people.as(taken.step.as)).post(taken.path, body, headers)]);
  }
  expect(answers.length).toBeGreaterThan(0);
  expect(await headOfPeople()).toBe(head);
  return answers;
}

describe('every recording route', () => {
  let kinds: string[];

  it('is answered with a receipt, and with the same one when asked again at once', async () => {
    const start = await store.head();
    const repeated: Way = async (sent, client) => {
      const answer = await once(sent, client);
      if (answer.status !== 201) return answer;
      const head = await headOfPeople();
      expect([sent.step.name, receiptOf(await once(sent, client))]).toEqual([sent.step.name, receiptOf(answer)]);
      expect([sent.step.name, await headOfPeople()]).toEqual([sent.step.name, head]);
      return answer;
    };
    plain = await walk(people, 'one-way', everyRoute(1), repeated);
    kinds = await kindsAfter(start);
    for (const { step, answer } of plain)
      expect([step.name, answer.body]).toEqual([
        step.name,
        {
          stream: expect.stringMatching(/^[a-zA-Z]+-/),
          revision: expect.any(Number),
          position: expect.any(String),
          objectId: expect.any(String),
          code: expect.any(String),
        },
      ]);
  });

  it('is gone through (a new route owes a step in test/e2e/every-route-support.ts or -funds.ts)', () => {
    const gone = new Set(plain.map(({ path }) => templateOf(path, document)));
    const routes = recordingRoutes(document).map(({ path }) => path);
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter((path) => !gone.has(path))).toEqual([]);
  });

  it('says where the object can be read', async () => {
    for (const { step, answer } of plain) {
      const location = answer.headers.get('location')!;
      const { status, headers } = await (await people.as('leader')).get(`${location}?minPosition=${answer.body.position}`);
      expect([step.name, status, headers.get('etag')]).toEqual([step.name, 200, expect.stringMatching(/^"\d+"$/)]);
    }
  });

  it('gives the first receipt also after all that came later', async () => {
    for (const [{ step, answer }, repeat] of await again(({ key }) => ({ headers: { 'idempotency-key': key } })))
      expect([step.name, receiptOf(repeat)]).toEqual([step.name, receiptOf(answer)]);
  });

  it('refuses another body under a used key', async () => {
    const changed = ({ body, key }: Taken) => ({
      body: { ...body, reason: 'Một lý do khác' },
      headers: { 'idempotency-key': key },
    });
    for (const [{ step }, { status, body }] of await again(changed))
      expect([step.name, status, body.code]).toEqual([step.name, 422, 'IdempotencyKeyReused']);
  });

  it('refuses a stale revision and tells what was recorded since', async () => {
    const ofSubjects = plain.filter(({ path, answer }) => path.includes('/') && answer.body.revision > 0);
    for (const [{ step }, { status, body }] of await again(() => ({ headers: { 'if-match': '"0"' } }), ofSubjects)) {
      expect([step.name, status, body.code]).toEqual([step.name, 412, 'RevisionMoved']);
      const since = (body.events as Json[]).map(({ revision }) => revision as number);
      expect([step.name, since[0], since.length]).toEqual([step.name, 1, Math.min(100, body.facts.revision)]);
    }
  });

  it('books once what is posted twice at the same moment', async () => {
    const start = await store.head();
    const twice: Way = async (sent, client) => {
      const [one, other] = await Promise.all([once(sent, client), once(sent, client)]);
      expect([sent.step.name, receiptOf(other)]).toEqual([sent.step.name, receiptOf(one)]);
      return one;
    };
    await walk(people, 'two-at-once', everyRoute(2), twice);
    expect(await kindsAfter(start)).toEqual(kinds);
  });

  it('books once what is posted again because the answer was lost', async () => {
    const start = await store.head();
    const lost: Way = async (sent, client) => {
      const head = await headOfPeople();
      expect([sent.step.name, await postAndHangUp(product, sent, client)]).toEqual([sent.step.name, 0]);
      const commandId = commandIdOfStep(sent, document);
      const booked = await bookedAs(commandId, head);
      const answer = await once(sent, client);
      expect([sent.step.name, answer.status, answer.body.position]).toEqual([sent.step.name, 201, booked]);
      return answer;
    };
    await walk(people, 'answer-lost', everyRoute(3), lost);
    expect(await kindsAfter(start)).toEqual(kinds);
  });
});

/** Waits until a command's own facts are in the log; gives the position of the last. */
async function bookedAs(commandId: string, after: string | undefined): Promise<string> {
  for (let tries = 0; tries < 3_000; tries++) {
    const own = (await eventsAfter(after)).filter(
      ({ stream, metadata }) =>
        metadata.commandId === commandId && metadata.reservedFor === undefined && !/^(claim|numbering)-/.test(stream),
    );
    if (own.length > 0) return own.at(-1)!.position;
    await sleep(10);
  }
  throw new Error('the request whose answer was lost was never recorded');
}

describe('nobody decides on what he has prepared', () => {
  const bodyOf = (name: string) => plain.find(({ step }) => step.name === name)!.body;
  const post = async (as: string, path: string, body: Json) => (await people.as(as)).post(path, body);
  const refused = async (as: string, path: string, body: Json) => {
    const head = await headOfPeople();
    const answer = await post(as, path, body);
    expect([path, answer.status, answer.body.code, await headOfPeople()]).toEqual([path, 409, 'SamePerson', head]);
  };

  it('on a loan', async () => {
    const { objectId } = (await post('credit-officer', 'loans', bodyOf('loan'))).body;
    await post('fund-manager', `loans/${objectId}/appraisals`, bodyOf('loanAppraised'));
    await refused('fund-manager', `loans/${objectId}/approvals`, bodyOf('loanApproved'));
  });

  it('on a grant', async () => {
    const { objectId } = (await post('officer', 'machinery-grants', bodyOf('grant'))).body;
    await post('leader', `machinery-grants/${objectId}/appraisals`, bodyOf('grantAppraised'));
    await refused('leader', `machinery-grants/${objectId}/approvals`, bodyOf('grantApproved'));
  });

  it('on a correction', async () => {
    const asked = await post('finance', 'corrections', bodyOf('otherCorrection'));
    expect(asked.status).toBe(201);
    for (const verdict of ['approvals', 'rejections'])
      await refused('finance', `corrections/${asked.body.objectId}/${verdict}`, {});
  });
});

describe('the log', () => {
  it('has seen every kind of event there is (STORED_EVENTS=add npx jest test/e2e/every-route keeps examples of new ones)', async () => {
    await abandonReservations(store, plain);
    const known = [...features.flatMap(({ events }) => Object.keys(events)), ...Object.keys(kernelEvents)];
    let events: StoredEvent[] = [];
    const missing = () => known.filter((type) => !events.some((event) => event.type === type));
    for (let tries = 0; tries < 200; tries++) {
      events = await eventsAfter();
      if (missing().length === 0) break;
      await sleep(100);
    }
    expect(missing()).toEqual([]);
    // Run with STORED_EVENTS=add after a new kind of event: its example then stands in test/stored-events for ever.
    if (process.env.STORED_EVENTS === 'add') addMissing(events);
    expect(unseen(events)).toEqual([]);
  });
});
