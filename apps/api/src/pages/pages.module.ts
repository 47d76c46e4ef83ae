import { Module, type OnModuleInit } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpAdapterHost } from '@nestjs/core';
import { Problem } from '@soquy/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PagesController } from './pages.controller.js';
import { SignInController } from './sign-in.controller.js';

/** Two words and an address; nobody types more into a form of ours. */
const MOST_FORM_BYTES = 8_192;

/** Pages written by the server. Needs `BoardsModule` and `PlatformModule` beside it. */
@Module({ imports: [CqrsModule], controllers: [PagesController, SignInController] })
export class PagesModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Forms are taken by the sign-in pages alone; everywhere else the API goes on taking nothing but JSON. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const options = { parseAs: 'string', bodyLimit: MOST_FORM_BYTES } as const;
    server.addContentTypeParser('application/x-www-form-urlencoded', options, async ({ url }: FastifyRequest, body: string) => {
      if (!/^\/sign-(in|out)$/.test(url)) throw Problem.of('UnsupportedMedia');
      return new URLSearchParams(body);
    });
  }
}
