import { setTimeout as sleep } from 'node:timers/promises';
import { StoreFault, type EventStore } from '@soquy/event-store';
import { escaped, type FieldError } from '../http/field-errors.js';
import { sentenceOf } from '../http/field-words.js';
import { Problem } from '../http/problem.js';
import type { LiveFeed } from './live-feed.js';
import type { LivePage } from './recent-facts.js';

const NAME = 'lastEventId';
const PLACE = /^[a-z](?:-\d{1,40}){1,2}$/;

/** Another process may be ahead of this one's look at the log by a moment. */
const AHEAD_MS = 2_000;
const LOOK_MS = 100;

/** How the parameter stands in the OpenAPI document. */
export const lastEventIdQuery = {
  name: NAME,
  required: false,
  schema: { type: 'string' as const },
  description: 'Resumes after this id, as the header Last-Event-ID does; the header counts where both are given',
};

/** A browser that comes back by itself sends the header, beside the address it first used. */
export function lastEventIdOf(query: object, header: string | string[] | undefined): string | undefined {
  const errors = Object.entries(query).flatMap(([name, value]) => {
    if (name !== NAME) return [fieldError(name, 'unknownParameter', sentenceOf('unknownParameter'))];
    return typeof value === 'string' ? [] : [fieldError(NAME, 'repeated', REPEATED)];
  });
  if (errors.length > 0) throw Problem.malformed(errors);
  const given = header ?? (query as { readonly [NAME]?: string })[NAME];
  return (Array.isArray(given) ? given.join() : given) || undefined;
}

/** Where a client goes on, and what follows there: without an id at the end of the log. */
export async function placeAsked(
  store: EventStore,
  feed: LiveFeed,
  asked: string | undefined,
): Promise<{ readonly place: string; readonly first: LivePage }> {
  if (asked === undefined) {
    const place = (await store.head()) ?? '';
    return { place, first: { facts: [], upTo: place, more: true } };
  }
  if (!PLACE.test(asked) || !(await isInLog(store, asked))) throw foreign();
  try {
    return { place: asked, first: await feed.after(asked) };
  } catch (error) {
    throw error instanceof StoreFault && error.kind === 'bad-position' ? foreign() : error;
  }
}

/** Places of one log begin alike and are of one length; none lies behind its end. */
async function isInLog(store: EventStore, asked: string): Promise<boolean> {
  for (const deadline = Date.now() + AHEAD_MS; ; await sleep(LOOK_MS)) {
    const head = await store.head();
    if (head?.length !== asked.length || head.slice(0, 2) !== asked.slice(0, 2)) return false;
    if (asked <= head) return true;
    if (Date.now() > deadline) return false;
  }
}

const fieldError = (name: string, code: string, { vi, en }: { vi: string; en: string }): FieldError => ({
  pointer: `/${escaped(name)}`,
  code,
  detail: { vi: `${name}: ${vi}.`, en: `${name}: ${en}.` },
});

const REPEATED = { vi: 'chỉ được nêu một lần', en: 'may be given only once' };

const foreign = (): Problem =>
  Problem.malformed([fieldError(NAME, 'isForeign', { vi: 'không phải vị trí trong sổ này', en: 'is no position of this log' })]);
