import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Produces } from './accept.js';
import { Problem } from './problem.js';
import { Public } from './reading.js';
import { PAGE, SCRIPT, STYLE } from './try-out-page.js';

/** Files of the Swagger UI package that the page uses; served from here, so it works without internet access. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** The package comes with @nestjs/swagger. */
function folderOfSwaggerUi(): string {
  const here = createRequire(import.meta.url);
  return dirname(createRequire(here.resolve('@nestjs/swagger')).resolve('swagger-ui-dist/package.json'));
}

/** `/api/docs`: every route with a form to try it. All scripts and styles are files, as the content policy asks. */
@ApiExcludeController()
@Controller('/api/docs')
export class TryOutController {
  @Get()
  @Public()
  @Produces('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('try-out.js')
  @Public()
  @Produces('text/javascript')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return SCRIPT;
  }

  @Get('try-out.css')
  @Public()
  @Produces('text/css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Get('files/:name')
  @Public()
  @Produces('text/css', 'text/javascript')
  async file(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (!type) throw Problem.of('NotFound');
    void reply.header('cache-control', 'public, max-age=86400');
    return new StreamableFile(await readFile(join(folderOfSwaggerUi(), name)), { type });
  }
}
