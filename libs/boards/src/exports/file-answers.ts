import { PassThrough } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { ExportStore, Settings, type ExportRow } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import type { Reader } from '../figures/reader.js';
import type { FileForm } from '../formats/file-bytes.js';
import { ExportRunner } from './export-runner.js';
import { failureOf } from './failure.js';
import { namesOf } from './agency-names.js';
import { newExport, type Asker } from './new-export.js';
import type { FileQuestion, Table } from './table.js';
import { Tables } from './tables.js';
import { written, type Writing } from './written.js';

/** A file on its way, or a job that will make it. */
export interface FileAnswer {
  readonly row: ExportRow;
  /** Absent: it is made in the background. */
  readonly stream?: PassThrough;
  /** Of all bytes, once they are through. */
  readonly sha256?: () => string | undefined;
}

export interface AskedFile {
  readonly question: FileQuestion;
  readonly form: FileForm;
  readonly reader: Reader;
  readonly asker: Asker;
  readonly minPosition?: string | undefined;
}

/** Answers a question by a file: at once where it is small enough, else by a job. */
@Injectable()
export class FileAnswers {
  /** Nobody may hold a look at the tables by taking nothing for longer than this. */
  patienceMs = 60_000;
  private readonly log = new Logger('Exports');

  constructor(
    private readonly readModels: ReadModels,
    private readonly tables: Tables,
    private readonly store: ExportStore,
    private readonly settings: Settings,
    private readonly runner: ExportRunner,
  ) {}

  /**
   * Streams rows out of one look at the read tables, as fast as the reader takes them. What goes wrong before the first row is
   * thrown; a fault later breaks the transfer off, so that a cut file is never taken for a whole one.
   */
  async answer(asked: AskedFile): Promise<FileAnswer> {
    const { question, form, reader, asker, minPosition } = asked;
    const opened = await new Promise<FileAnswer | Table>((resolve, reject) => {
      this.readModels
        .read(
          async (session) => {
            const table = await this.tables.open(session, question, reader);
            if (await table.exceeds(this.settings.exportRows)) return resolve(table);
            const agencies = await namesOf(session, table.basis);
            const row = await this.store.begin(newExport('transfer', table.basis, form, asker));
            await this.transfer({ row, table, form, agencies }, resolve);
          },
          minPosition === undefined ? undefined : { minPosition },
        )
        .catch(reject);
    });
    if (!('basis' in opened)) return opened;
    const row = await this.store.begin(newExport('job', opened.basis, form, asker));
    this.runner.wake();
    return { row };
  }

  private async transfer(file: Pick<Writing, 'row' | 'table' | 'form' | 'agencies'>, begun: (answer: FileAnswer) => void) {
    const { row } = file;
    const stream = new PassThrough();
    let sha256: string | undefined;
    begun({ row, stream, sha256: () => sha256 });
    try {
      await written(stream, {
        ...file,
        store: this.store,
        watch: patience(stream, this.patienceMs),
        beforeEnd: async (finished) => {
          ({ sha256 } = finished);
          await this.store.finish(row, finished);
        },
      });
    } catch (error) {
      stream.destroy(); // cut, where it had begun
      this.log.warn(`${row.id} broke off: ${String(error)}`);
      await this.store.fail(row, failureOf(error)).catch(() => undefined);
    }
  }
}

/** Throws once nothing was taken out of a full stream for so long. */
function patience(stream: PassThrough, milliseconds: number): () => void {
  let taken = performance.now();
  stream.on('drain', () => (taken = performance.now()));
  return () => {
    if (!stream.writableNeedDrain) taken = performance.now();
    if (performance.now() - taken > milliseconds) throw new Error('nobody takes it');
  };
}
