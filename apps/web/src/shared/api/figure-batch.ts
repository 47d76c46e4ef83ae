import type { QueryOf } from './client.js';
import { isProblem } from './problem.js';

type Ask = (path: string, query: QueryOf) => Promise<unknown>;

interface Waiting {
  readonly metric: string;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** As many metrics of one frame as the API takes at once, and as many frames. */
const MOST = { metrics: 40, boards: 20 };
const FIGURE = /^\/api\/v1\/figures\/([A-Za-z.]+)$/;

/** The metric whose figure a path asks for; undefined for every other path. */
export const metricOf = (path: string): string | undefined => FIGURE.exec(path)?.[1];

/** Figures of one frame that wait to be asked for. */
interface Frame {
  readonly query: QueryOf;
  readonly waiting: Waiting[];
}

const metricsOf = ({ waiting }: Frame) => [...new Set(waiting.map(({ metric }) => metric))];

/**
 * Figures that a screen asks for at the same moment go in one request, whatever their frames: the answer to each is the one it
 * would have had alone. What concerns one of them alone, such as an unknown metric, is found by asking each by itself.
 */
export function figureBatch(ask: Ask, soon: (work: () => void) => void = (work) => setTimeout(work, 0)) {
  let frames = new Map<string, Frame>();

  const alone = ({ query, waiting }: Frame): void => {
    for (const { metric, resolve, reject } of waiting) ask(`/api/v1/figures/${metric}`, query).then(resolve, reject);
  };

  const send = async (asked: readonly Frame[]): Promise<void> => {
    const isOne = asked.length === 1 && metricsOf(asked[0]!).length === 1;
    try {
      const boards = await boardsOf(ask, asked);
      for (const [index, frame] of asked.entries()) {
        // What was asked for first is shown first: a slow machine draws it before it takes up the next.
        if (index > 0) await breath();
        const metrics = metricsOf(frame);
        for (const { metric, resolve } of frame.waiting) resolve(boards[index]![metrics.indexOf(metric)]);
      }
    } catch (error) {
      if (isOne || !isOfOne(error)) asked.forEach(({ waiting }) => waiting.forEach(({ reject }) => reject(error)));
      else asked.forEach(alone);
    }
  };

  const flush = (): void => {
    const parts = [...frames.values()].flatMap(({ query, waiting }) =>
      slices(waiting, MOST.metrics).map((part): Frame => ({ query, waiting: [...part] })),
    );
    frames = new Map();
    for (const part of slices(parts, MOST.boards)) void send(part);
  };

  return (metric: string, query: QueryOf): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (frames.size === 0) soon(flush);
      const key = JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
      const frame = frames.get(key) ?? { query, waiting: [] };
      frame.waiting.push({ metric, resolve, reject });
      frames.set(key, frame);
    });
}

const breath = () => new Promise((done) => setTimeout(done, 0));

function slices<Item>(items: readonly Item[], most: number): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most));
}

interface Board {
  readonly items: readonly unknown[];
}

/** The answers to frames, in their order and that of their metrics; by the simplest route that holds them all. */
async function boardsOf(ask: Ask, frames: readonly Frame[]): Promise<readonly (readonly unknown[])[]> {
  const [{ query }, ...more] = frames as readonly [Frame, ...Frame[]];
  const [metric, ...further] = metricsOf(frames[0]!);
  if (more.length > 0) return boardSetOf(ask, frames);
  if (further.length === 0) return [[await ask(`/api/v1/figures/${metric}`, query)]];
  const { items } = (await ask('/api/v1/boards', { ...query, metrics: [metric, ...further].join(',') })) as Board;
  return [items];
}

async function boardSetOf(ask: Ask, frames: readonly Frame[]): Promise<readonly (readonly unknown[])[]> {
  const board = frames.map((frame) => {
    const { minPosition: _, ...query } = frame.query;
    const told = Object.entries({ ...query, metrics: metricsOf(frame).join(',') });
    return new URLSearchParams(told.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();
  });
  // The latest of what they wait for holds for all.
  const minPosition = frames.map(({ query }) => query.minPosition).reduce(later);
  const { boards } = (await ask('/api/v1/board-sets', { board, ...(minPosition !== undefined && { minPosition }) })) as {
    readonly boards: readonly Board[];
  };
  return boards.map(({ items }) => items);
}

type Waited = QueryOf[string];
const later = (a: Waited, b: Waited): Waited => (a === undefined || (b !== undefined && String(b) > String(a)) ? b : a);

const SERVER_FAILED = 500;

/** A busy server, a lost connection or an ended session is no matter of one figure: asking one by one would only ask more. */
const isOfOne = (error: unknown): boolean =>
  isProblem(error) && error.status >= 400 && error.status < SERVER_FAILED && error.status !== 401 && error.status !== 429;
