import { Writable } from 'node:stream';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ExportStore, isConnectionFault, Problem, Settings, type Attempt, type ExportRow } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import type { FileForm } from '../formats/file-bytes.js';
import { namesOf } from './agency-names.js';
import { failureOf } from './failure.js';
import type { FileQuestion } from './table.js';
import { Tables } from './tables.js';
import { LostAttempt, written } from './written.js';

/** How often jobs that other processes left are looked for. */
const LOOK_MS = 5_000;
const PRUNE_MS = 60_000;

/** Bytes written as one row. */
const CHUNK = 256 * 1024;

/** Makes files in the background, a few at a time; what this process does not finish another one begins anew. */
@Injectable()
export class ExportRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Exports');
  private readonly stopping = new AbortController();
  private readonly working = new Set<Promise<void>>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly readModels: ReadModels,
    private readonly tables: Tables,
    private readonly store: ExportStore,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.timers.push(setInterval(() => this.wake(), LOOK_MS).unref());
    this.timers.push(setInterval(() => void this.prune(), PRUNE_MS).unref());
    this.wake();
  }

  /** Jobs that run go back to where they can be begun anew at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.timers.forEach(clearInterval);
    this.stopping.abort();
    await Promise.all(this.working);
  }

  /** A job may wait. */
  wake(): void {
    if (this.stopping.signal.aborted || this.working.size >= this.settings.exportJobs) return;
    const work = this.work()
      .catch((error: unknown) => this.log.warn(`jobs wait: ${String(error)}`))
      .finally(() => this.working.delete(work));
    this.working.add(work);
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const job = await this.store.claim();
      if (!job) return;
      this.wake(); // there may be more
      await this.make(job);
    }
  }

  /** What fails for a reason of its own has failed; what fails otherwise is tried again once it is taken for dead. */
  private async make(job: ExportRow): Promise<void> {
    try {
      await this.write(job);
    } catch (error) {
      if (error instanceof LostAttempt) return;
      if (this.stopping.signal.aborted) return this.store.release(job);
      if (error instanceof Problem && !isConnectionFault(error) && error.status < 500) {
        await this.store.fail(job, failureOf(error));
        return;
      }
      this.log.error(`${job.id} attempt ${job.attempt}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  private async write(job: ExportRow): Promise<void> {
    const finished = await this.readModels.read(async (session) => {
      const question = job.basis.question as FileQuestion;
      const asker = job.accountId ? { actor: { personId: job.accountId } } : {};
      const table = await this.tables.open(session, question, { agencyIds: job.agencyIds, ...asker });
      return written(chunksInto(this.store, job), {
        store: this.store,
        row: job,
        table,
        form: job.form as FileForm,
        agencies: await namesOf(session, table.basis),
        signal: this.stopping.signal,
      });
    });
    await this.store.finish(job, finished);
  }

  private async prune(): Promise<void> {
    await this.store.prune().catch((error: unknown) => this.log.warn(`nothing was pruned: ${String(error)}`));
  }
}

/** Gathers bytes and writes them row by row; the next are asked for once these are written. */
function chunksInto(store: ExportStore, attempt: Attempt): Writable {
  let [waiting, size, no] = [[] as Buffer[], 0, 0];
  const flush = async () => {
    if (size === 0) return;
    const bytes = Buffer.concat(waiting);
    [waiting, size] = [[], 0];
    await store.append(attempt, no++, bytes);
  };
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      waiting.push(piece);
      size += piece.length;
      if (size < CHUNK) done();
      else flush().then(() => done(), done);
    },
    final(done) {
      flush().then(() => done(), done);
    },
  });
}
