import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../words/language.js';
import { offline, problemOf } from './problem.js';
import { csrfToken, sessionEnded } from './session-store.js';
import type { paths } from './schema.gen.js';

const SAFE = new Set(['GET', 'HEAD']);

const ours: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    const token = csrfToken();
    if (!SAFE.has(request.method) && token) request.headers.set('x-csrf-token', token);
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) return response;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (response.status === 401 && !request.url.endsWith('/sessions')) sessionEnded();
    throw problemOf(response.status, body, response.headers.get('retry-after'));
  },
  onError() {
    return offline();
  },
};

/** The API, typed by its own document. Answers that say no are thrown as `ApiProblem`. */
export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(ours);

/** What may stand in a query; what is undefined is left out. */
export type QueryOf = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

type Untyped = (path: string, init: object) => Promise<{ data?: unknown; response: Response }>;
const untyped = api as unknown as Readonly<Record<'GET' | 'POST' | 'DELETE', Untyped>>;

/** Reads a route whose address is only known while running: kinds of support come and go without a change here. */
export async function get<Answer>(path: string, query: QueryOf = {}, signal?: AbortSignal): Promise<Answer> {
  const { data } = await untyped.GET(path, { params: { query }, ...(signal && { signal }) });
  return data as Answer;
}

export interface PostOptions {
  /** The same key and body give the first receipt again. */
  readonly idempotencyKey?: string;
  /** The revision the sender saw. */
  readonly ifMatch?: number;
}

export async function post<Answer>(path: string, body: unknown, { idempotencyKey, ifMatch }: PostOptions = {}): Promise<Answer> {
  const headers = {
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  };
  const { data } = await untyped.POST(path, { body, headers });
  return data as Answer;
}

export async function remove(path: string): Promise<void> {
  await untyped.DELETE(path, {});
}
