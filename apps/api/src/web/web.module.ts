import { join } from 'node:path';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { WebController } from './web.controller.js';
import { webRoot } from './web-files.js';

/** Serves the built web application. Its files are named after their content, so browsers may keep them for ever. */
@Module({ controllers: [WebController] })
export class WebModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Not awaited: waiting for a plugin here would make the server ready before Nest has set up how bodies are read. */
  onModuleInit(): void {
    const root = webRoot();
    if (!root) return;
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    void server.register(fastifyStatic, {
      root: join(root, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      decorateReply: false,
    });
  }
}
