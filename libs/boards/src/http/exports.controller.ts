import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  answerSchema,
  CurrentReader,
  ExportStore,
  isUuid,
  languageOf,
  Problem,
  Produces,
  Reading,
  type ExportRow,
  type Reader,
} from '@soquy/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { manifestOf, mayRead, type Manifest } from '../exports/manifest.js';
import { MEDIA_TYPES } from '../formats/format.js';
import { filesIn } from './document.js';
import { ASK_AGAIN, dispositionOf } from './send-file.js';

/** What became of files: their manifests, and the bytes of those made in the background. */
@ApiTags('exports')
@Controller('/api/v1/exports')
export class ExportsController {
  constructor(private readonly store: ExportStore) {}

  @Get(':exportId')
  @Reading()
  @ApiOperation({
    operationId: 'getExport',
    summary: 'Bản kê của một tệp: câu hỏi, vị trí trong sổ, số dòng, SHA-256, trạng thái',
    description: 'The manifest of a file: its question, position, rows, SHA-256 and state',
  })
  @ApiOkResponse({
    description: 'The manifest, so far as the file is written',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Export' } } },
  })
  @ApiDefaultResponse(answerSchema.refused)
  async manifest(
    @Param('exportId') id: string,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Manifest> {
    const row = await this.found(id, reader);
    void reply.header('cache-control', 'no-store');
    if (row.state === 'waiting' || row.state === 'running') void reply.header('retry-after', String(ASK_AGAIN));
    return manifestOf(row, languageOf(request));
  }

  @Get(':exportId/file')
  @Reading()
  @Produces(...MEDIA_TYPES)
  @ApiOperation({
    operationId: 'getExportFile',
    summary: 'Tệp đã tạo ở chế độ nền',
    description: 'A file that was made in the background, while it is kept',
  })
  @ApiOkResponse({
    description: 'The file; its ETag is the SHA-256 of its bytes',
    content: filesIn(MEDIA_TYPES),
  })
  @ApiDefaultResponse(answerSchema.refused)
  async file(
    @Param('exportId') id: string,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const row = await this.found(id, reader);
    assertKept(row);
    const etag = `"${row.sha256}"`;
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match']?.split(',').some((given) => given.trim().replace(/^W\//, '') === etag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.header('x-position', row.basis.position);
    const bytes = Readable.from(this.store.chunks(row), { objectMode: false });
    return new StreamableFile(bytes, { type: row.form.mediaType, disposition: dispositionOf(row), length: Number(row.bytes) });
  }

  /** One that the reader may not see is not there for him. */
  private async found(id: string, reader: Reader): Promise<ExportRow> {
    const row = isUuid(id) ? await this.store.find(id) : undefined;
    if (!row || !mayRead(row, reader)) throw Problem.of('UnknownExport');
    return row;
  }
}

function assertKept({ kind, state }: ExportRow): void {
  if (kind === 'transfer') throw Problem.of('ExportNotKept');
  if (state === 'expired') throw Problem.of('ExportExpired');
  if (state === 'failed') throw Problem.of('ExportFailed');
  if (state !== 'done') throw Problem.of('ExportNotReady', { retryAfter: ASK_AGAIN });
}
