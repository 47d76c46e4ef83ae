import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Role } from '../commands/allowed-to.js';
import { FeatureRegistry } from '../feature-registry.js';
import { jsonAnswer, refused } from '../http/answer-schema.js';
import { CurrentReader, Reading, type Reader } from '../http/reading.js';
import { productCatalogueSchema } from './catalogue-document.js';
import { productCatalogue } from './product-catalogue.js';

interface Written {
  readonly body: string | Buffer;
  readonly etag: string;
}

type Form = 'plain' | 'gzip';

/** What the client takes: a browser waits for all of the catalogue before its first page, and packed it is a tenth. */
const formOf = (accepted: string | undefined): Form =>
  accepted?.split(',').some((each) => /^\s*gzip\s*(;\s*q=(1|0?\.\d*[1-9]).*)?$/.test(each)) ? 'gzip' : 'plain';

/** Kinds, statuses, fields and commands in both languages, for clients that know none of them. */
@ApiTags('catalogue')
@Controller('/api/v1/catalogue')
export class CatalogueController {
  private readonly written = new Map<string, Written>();

  constructor(private readonly registry: FeatureRegistry) {}

  @Get()
  @Reading()
  @ApiOperation({
    operationId: 'getCatalogue',
    summary: 'Danh mục: các loại, trạng thái, trường, lệnh ghi nhận',
    description: 'Every kind with its statuses, events and fields, and every command with the schema of its body.',
  })
  @ApiHeader({ name: 'If-None-Match', required: false, schema: { type: 'string' } })
  @ApiOkResponse({ description: 'The catalogue', content: jsonAnswer(productCatalogueSchema) })
  @ApiResponse({ status: 304, description: 'Not changed since' })
  @ApiDefaultResponse(refused)
  show(
    @CurrentReader() { actor }: Reader,
    @Headers('if-none-match') seen: string | undefined,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | Buffer | undefined {
    const form = formOf(accepted);
    const { body, etag } = this.of(actor?.role, form);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    void reply.header('vary', 'Cookie, Authorization, Accept-Encoding');
    if (seen?.split(',').some((given) => given.trim().replace(/^W\//, '') === etag)) {
      void reply.status(304);
      return undefined;
    }
    if (form === 'gzip') void reply.header('content-encoding', form);
    void reply.type('application/json');
    return body;
  }

  /** Slices do not change while a process runs. */
  private of(role: Role | undefined, form: Form): Written {
    const key = `${form} ${role ?? ''}`;
    const known = this.written.get(key);
    if (known) return known;
    const text = JSON.stringify(productCatalogue(this.registry, role));
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    const fresh = form === 'gzip' ? { body: gzipSync(text), etag: `"${hash}-gzip"` } : { body: text, etag: `"${hash}"` };
    this.written.set(key, fresh);
    return fresh;
  }
}
