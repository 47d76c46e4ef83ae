import { Worker, type ResourceLimits } from 'node:worker_threads';
import { RefusedRow } from '../database/errors.js';
import { youngMegabytes } from './share.js';
import { END, type ShareNews, type ShareTask, type SliceShare } from './share-task.js';

/** How rebuilds of long logs are shared out over threads. */
export interface Sharing {
  /** Calls `serveRebuild`; what it imports is loaded by each thread. */
  readonly module: URL;
  /** Handed to that module: how it gets to the log. It is sent to a thread, so it holds plain values only. */
  readonly source: unknown;
  /** As many as the machine has cores and memory for, unless given. */
  readonly threads?: number;
  /** Logs of fewer events for the slices to be rebuilt are not worth the threads. */
  readonly fromEvents?: number;
}

/** A thread that could not be started, ran out of memory, or ended without a word. */
export class ThreadLost extends Error {}

/** Bounded, so that a thread which needs too much ends alone and not the process with it. */
const OLD_MEGABYTES = 1_024;
/** A thread that does not end by itself within this time is ended. */
const END_MS = 10_000;

/** Does all shares side by side, each in a thread. Where one fails, all are at rest before its failure is told. */
export async function inThreads(
  tasks: readonly ShareTask[],
  module: URL,
  { signal, onTaken }: { readonly signal: AbortSignal; readonly onTaken: (events: number) => void },
): Promise<readonly (readonly SliceShare[])[]> {
  if (signal.aborted) throw new Error('The rebuild was ended before it began');
  const limits = { maxYoungGenerationSizeMb: youngMegabytes(tasks.length), maxOldGenerationSizeMb: OLD_MEGABYTES };
  const threads = tasks.map((task) => new Thread(module, task, limits, onTaken));
  const end = () => threads.forEach((thread) => thread.end());
  signal.addEventListener('abort', end);
  try {
    return await Promise.all(threads.map(({ outcome }) => outcome));
  } finally {
    end();
    await Promise.all(threads.map(({ ended }) => ended));
    signal.removeEventListener('abort', end);
  }
}

class Thread {
  readonly outcome: Promise<readonly SliceShare[]>;
  /** Resolved when the thread is gone, and its connections with it. */
  readonly ended: Promise<void>;
  private readonly worker: Worker;
  private isOver = false;
  private deadline: NodeJS.Timeout | undefined;

  constructor(module: URL, task: ShareTask, resourceLimits: ResourceLimits, onTaken: (events: number) => void) {
    const worker = (this.worker = new Worker(module, { workerData: task, resourceLimits }));
    this.outcome = new Promise((resolve, reject) => {
      worker.on('message', (news: ShareNews) => {
        if (news.kind === 'taken') onTaken(news.events);
        else if (news.kind === 'done') resolve(news.slices);
        else reject(news.kind === 'refused' ? new RefusedRow(news.position, news.message) : new Error(news.message));
      });
      worker.on('error', (error) => reject(new ThreadLost(`A thread of a rebuild was lost: ${error.message}`)));
      worker.on('exit', () => reject(new ThreadLost('A thread of a rebuild ended without a word')));
    });
    this.outcome.catch(() => undefined);
    this.ended = new Promise((resolve) =>
      worker.on('exit', () => {
        this.isOver = true;
        clearTimeout(this.deadline);
        resolve();
      }),
    );
  }

  end(): void {
    if (this.isOver) return;
    this.worker.postMessage(END);
    this.deadline ??= setTimeout(() => void this.worker.terminate(), END_MS);
  }
}
