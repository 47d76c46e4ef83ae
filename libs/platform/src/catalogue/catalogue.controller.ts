import { createHash } from 'node:crypto';
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
  readonly text: string;
  readonly etag: string;
}

/** Kinds, statuses, fields and commands in both languages, for clients that know none of them. */
@ApiTags('catalogue')
@Controller('/api/v1/catalogue')
export class CatalogueController {
  private readonly written = new Map<Role | undefined, Written>();

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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | undefined {
    const { text, etag } = this.of(actor?.role);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'Cookie, Authorization');
    if (seen?.split(',').some((given) => given.trim().replace(/^W\//, '') === etag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.type('application/json');
    return text;
  }

  /** Slices do not change while a process runs. */
  private of(role: Role | undefined): Written {
    const known = this.written.get(role);
    if (known) return known;
    const text = JSON.stringify(productCatalogue(this.registry, role));
    const fresh = { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
    this.written.set(role, fresh);
    return fresh;
  }
}
