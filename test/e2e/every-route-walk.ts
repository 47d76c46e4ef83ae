import { connect } from 'node:net';
import { demoPersonId, uuidV5 } from '@soquy/platform';
import type { Step } from './every-route-step.js';
import type { Answer, Client, Json, Product } from './product.js';

/** A step as it was sent: its references resolved, under its own key. */
export interface Sent {
  readonly step: Step;
  readonly path: string;
  readonly body: Json;
  readonly key: string;
}

/** A step that was taken, and what it answered. */
export interface Taken extends Sent {
  readonly answer: Answer;
}

/** How a step is sent: once, or with something going wrong on the way. */
export type Way = (sent: Sent, client: Client) => Promise<Answer>;

export const once: Way = ({ path, body, key }, client) => client.post(path, body, { 'idempotency-key': key });

/** Signs everybody in once. */
export class People {
  private readonly clients = new Map<string, Promise<Client>>();

  constructor(private readonly product: Product) {}

  as(username: string): Promise<Client> {
    const known = this.clients.get(username) ?? this.product.as(username);
    this.clients.set(username, known);
    return known;
  }
}

/** Takes the steps one after the other; the first that is not recorded ends the walk and says why. */
export async function walk(people: People, name: string, steps: readonly Step[], way: Way = once): Promise<Taken[]> {
  const taken = new Map<string, Taken>();
  for (const step of steps) {
    const sent = { ...(await resolved(people, step, taken)), step, key: `${name}-${step.name}` };
    const answer = await way(sent, await people.as(step.as));
    if (answer.status !== 201) throw new Error(`${name}, ${step.name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    taken.set(step.name, { ...sent, answer });
  }
  return [...taken.values()];
}

const REFERENCE = /\{(\w+)(\.event)?\}/g;

async function resolved(people: People, { path, body }: Step, taken: ReadonlyMap<string, Taken>) {
  const text = JSON.stringify({ path, body });
  const found = new Map<string, string>();
  for (const [whole, name, event] of text.matchAll(REFERENCE)) {
    const earlier = taken.get(name!);
    if (!earlier) throw new Error(`assertion: ${whole} names no earlier step`);
    found.set(whole, event ? await lastEventOf(people, earlier) : (earlier.answer.body.objectId as string));
  }
  return JSON.parse(text.replaceAll(REFERENCE, (whole) => found.get(whole)!)) as { path: string; body: Json };
}

/** As an officer finds it: on the object's timeline. */
async function lastEventOf(people: People, { answer: { headers, body } }: Taken): Promise<string> {
  const client = await people.as('officer');
  const timeline = await client.get(`${headers.get('location')}/timeline?minPosition=${body.position}`);
  const item = (timeline.body.items as Json[]).find(({ revision }) => revision === body.revision);
  return item!.eventId as string;
}

/** The id under which the step's events stand in the log. */
export function commandIdOfStep({ step, path, key }: Sent, document: Json): string {
  const template = templateOf(path, document)
    .replace('/api/v1/', '')
    .replaceAll(/\{(\w+)\}/g, ':$1');
  return uuidV5(demoPersonId(step.as), `POST ${template}`, key);
}

/** The path of the OpenAPI document that a sent path belongs to; a path with fewer parameters goes first. */
export function templateOf(path: string, document: Json): string {
  const whole = `/api/v1/${path}`;
  const matching = Object.keys(document.paths as Json).filter((template) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(whole),
  );
  const template = matching.sort((a, b) => a.split('{').length - b.split('{').length)[0];
  if (template === undefined) throw new Error(`assertion: ${path} is no path of the document`);
  return template;
}

/** Posts and hangs up before a byte of the answer is read. */
export function postAndHangUp({ url }: Product, { path, body, key }: Sent, { own }: Client): Promise<number> {
  const { hostname, port, host } = new URL(url);
  const text = JSON.stringify(body);
  const headers = { host, ...own, 'content-type': 'application/json', 'idempotency-key': key };
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(text) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const request = [`POST /api/v1/${path} HTTP/1.1`, ...lines, '', text].join('\r\n');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request, () => socket.destroy()));
    socket.on('error', reject);
    socket.on('close', () => resolve(socket.bytesRead));
  });
}
