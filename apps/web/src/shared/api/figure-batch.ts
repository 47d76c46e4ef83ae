import type { QueryOf } from './client.js';
import { isProblem } from './problem.js';

type Ask = (path: string, query: QueryOf) => Promise<unknown>;

interface Waiting {
  readonly metric: string;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** As many as the API takes at once. */
const MOST = 40;
const FIGURE = /^\/api\/v1\/figures\/([A-Za-z.]+)$/;

/** The metric whose figure a path asks for; undefined for every other path. */
export const metricOf = (path: string): string | undefined => FIGURE.exec(path)?.[1];

/**
 * Figures that a screen asks for at the same moment, of one frame, go in one request: the answer to each is the one it would
 * have had alone. What concerns one of them alone, such as an unknown metric, is found by asking each by itself.
 */
export function figureBatch(ask: Ask, later: (work: () => void) => void = (work) => setTimeout(work, 0)) {
  const queues = new Map<string, { readonly query: QueryOf; readonly waiting: Waiting[] }>();

  const send = async (query: QueryOf, waiting: readonly Waiting[]): Promise<void> => {
    const metrics = [...new Set(waiting.map(({ metric }) => metric))];
    const alone = (metric: string) => ask(`/api/v1/figures/${metric}`, query);
    try {
      const answers = metrics.length === 1 ? [await alone(metrics[0]!)] : await together(ask, query, metrics);
      const byMetric = new Map(metrics.map((metric, index) => [metric, answers[index]]));
      for (const { metric, resolve } of waiting) resolve(byMetric.get(metric));
    } catch (error) {
      if (metrics.length === 1 || !isOfOne(error)) return waiting.forEach(({ reject }) => reject(error));
      for (const { metric, resolve, reject } of waiting) alone(metric).then(resolve, reject);
    }
  };

  const flush = (key: string): void => {
    const { query, waiting } = queues.get(key)!;
    queues.delete(key);
    for (let first = 0; first < waiting.length; first += MOST) void send(query, waiting.slice(first, first + MOST));
  };

  return (metric: string, query: QueryOf): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const key = JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
      const queue = queues.get(key);
      const entry = { metric, resolve, reject };
      if (queue) return queue.waiting.push(entry);
      queues.set(key, { query, waiting: [entry] });
      return later(() => flush(key));
    });
}

const SERVER_FAILED = 500;

/** A busy server, a lost connection or an ended session is no matter of one figure: asking one by one would only ask more. */
const isOfOne = (error: unknown): boolean =>
  isProblem(error) && error.status >= 400 && error.status < SERVER_FAILED && error.status !== 401 && error.status !== 429;

async function together(ask: Ask, query: QueryOf, metrics: readonly string[]): Promise<readonly unknown[]> {
  const { items } = (await ask('/api/v1/boards', { ...query, metrics: metrics.join(',') })) as {
    readonly items: readonly unknown[];
  };
  return items;
}
