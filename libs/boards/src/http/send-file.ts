import { StreamableFile } from '@nestjs/common';
import { languageOf, type ReadingRequest } from '@soquy/platform';
import type { FastifyReply } from 'fastify';
import type { FileAnswers } from '../exports/file-answers.js';
import { exportAddress, fileName, manifestOf, type Manifest } from '../exports/manifest.js';
import type { FileQuestion } from '../exports/table.js';
import type { Reader } from '../figures/reader.js';
import type { FileFormat } from '../formats/format.js';
import { badParameter } from './parameters.js';

/** What a route knows of a file that is asked for. */
export interface FileRequest {
  readonly question: FileQuestion;
  readonly format: FileFormat;
  readonly separator?: string | undefined;
  readonly minPosition?: string | undefined;
  readonly reader: Reader;
  readonly request: ReadingRequest;
  readonly reply: FastifyReply;
}

/** Seconds until it is worth asking again how far a job is. */
export const ASK_AGAIN = 2;

/**
 * A file, its manifest linked in the head; who reads trailers gets the hash of the bytes as well (RFC 9530). Where it is made in
 * the background: 202, and where to look for it.
 */
export async function sendFile(files: FileAnswers, asked: FileRequest): Promise<StreamableFile | Manifest> {
  const { question, format, separator, minPosition, reader, request, reply } = asked;
  const language = languageOf(request);
  const asker = { accountId: request.actor?.personId, origin: `${request.protocol}://${request.host}` };
  const form = { format, separator, language };
  const { row, stream, sha256 } = await files.answer({ question, form, reader, asker, minPosition });
  void reply.header('x-position', row.basis.position).header('vary', 'Accept, Accept-Language');
  if (!stream) {
    void reply.status(202).header('location', exportAddress(row.id)).header('retry-after', String(ASK_AGAIN));
    return manifestOf(row, language);
  }
  void reply.header('link', `<${exportAddress(row.id)}>; rel="describedby"; type="application/json"`);
  if (/\btrailers\b/i.test(String(request.headers.te ?? ''))) reply.trailer('repr-digest', async () => digestOf(sha256!()));
  return new StreamableFile(stream, { type: row.form.mediaType, disposition: dispositionOf(row) });
}

/** A file that broke has none: what is thrown here leaves the trailer out. */
function digestOf(sha256: string | undefined): string {
  if (sha256 === undefined) throw new Error('the file broke off');
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
}

export const dispositionOf = (row: Parameters<typeof fileName>[0]): string => `attachment; filename="${fileName(row)}"`;

/** A file holds all rows: parameters of pages would be ignored, so they are refused. */
export function assertNoPage(asked: { readonly [Name in 'limit' | 'after' | 'total']?: string | undefined }): void {
  for (const name of ['limit', 'after', 'total'] as const)
    if (asked[name] !== undefined)
      throw badParameter(name, 'notForFiles', 'không dùng cho tệp, tệp chứa mọi dòng', 'is not for files, which hold all rows');
}
