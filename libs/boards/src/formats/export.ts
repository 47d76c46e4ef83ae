import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StreamableFile } from '@nestjs/common';
import type { ReadModels, ReadSession } from '@soquy/read-models';
import type { FastifyReply } from 'fastify';
import { csvOf, FORMATS, ndjsonOf, type Columns, type Format } from './format.js';

/** What leaves as a file: where its rows come from, and how a sheet shows them. */
export interface Exported<Row> {
  /** File name without its ending. */
  readonly name: string;
  readonly rows: AsyncIterable<Row>;
  readonly columns: Columns<Row>;
  /** The state of the log that the rows show. */
  readonly position: string;
}

export interface FileForm {
  readonly format: Exclude<Format, 'json'>;
  readonly separator?: string | undefined;
}

/**
 * Streams rows out of one look at the read tables, as fast as the reader takes them. What `work` throws before the first row
 * is still answered as a problem; a fault later breaks the transfer off, so that a cut file is never taken for a whole one.
 */
export async function exportFile<Row>(
  readModels: ReadModels,
  reply: FastifyReply,
  { format, separator }: FileForm,
  work: (session: ReadSession) => Promise<Exported<Row>>,
): Promise<StreamableFile> {
  const out = new PassThrough();
  const opened = new Promise<Exported<Row>>((resolve, reject) => {
    const reading = readModels.read(async (session) => {
      const exported = await work(session);
      resolve(exported);
      const text: Readable =
        format === 'csv' ? csvOf(exported.rows, exported.columns, separator ?? ';') : ndjsonOf(exported.rows);
      await pipeline(text, out);
    });
    reading.catch((error: unknown) => {
      reject(error as Error);
      out.destroy(); // cut, where it had begun
    });
  });
  const { name, position } = await opened;
  void reply.header('x-position', position);
  return new StreamableFile(out, {
    type: `${FORMATS[format]}; charset=utf-8`,
    disposition: `attachment; filename="${name}.${format}"`,
  });
}

export async function* each<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  yield* rows;
}
