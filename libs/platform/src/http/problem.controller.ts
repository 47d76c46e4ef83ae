import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Words } from '@soquy/kernel';
import { FeatureRegistry } from '../feature-registry.js';
import { Produces } from './accept.js';
import { page } from './page.js';
import { languageOf } from './language.js';
import { Problem } from './problem.js';
import { problemCatalogue, titles, type ProblemCode } from './problem-catalogue.js';
import { Public } from './reading.js';

interface Explained {
  readonly code: string;
  readonly status: string;
  readonly title: Words;
  readonly detail: Words;
}

/** The page a problem's `type` points to: what the code means, in both languages. */
@ApiExcludeController()
@Controller('problems')
export class ProblemController {
  constructor(private readonly registry: FeatureRegistry) {}

  @Get(':code')
  @Public()
  @Produces('text/html', 'application/json')
  explain(@Param('code') code: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const explained = this.platforms(code) ?? this.slices(code);
    if (!explained) throw Problem.of('NotFound');
    if (!request.headers.accept?.includes('text/html')) return { type: `/problems/${code}`, ...explained };
    void reply.header('content-type', 'text/html; charset=utf-8');
    return page(languageOf(request), `${explained.code} (${explained.status})`, [
      [explained.title.vi, explained.detail.vi],
      [explained.title.en, explained.detail.en],
    ]);
  }

  private platforms(code: string): Explained | undefined {
    if (!Object.hasOwn(problemCatalogue, code)) return undefined;
    const { status, words } = problemCatalogue[code as ProblemCode];
    return { code, status: String(status), title: titles[status]!, detail: words };
  }

  /** A slice's sentence needs the facts of a case; what can be told without them is whose rule it is. */
  private slices(code: string): Explained | undefined {
    const feature = this.registry.all.find(({ texts }) => Object.hasOwn(texts.refusals, code));
    if (!feature) return undefined;
    const { vi, en } = feature.texts.name;
    const detail = {
      vi: `Một quy tắc về “${vi}” không cho ghi nhận. Câu trả lời nêu lý do cụ thể và các số liệu liên quan (facts).`,
      en: `A rule about "${en}" did not allow the recording. The answer names the reason and the facts behind it.`,
    };
    return { code, status: '409/422', title: titles[409]!, detail };
  }
}
