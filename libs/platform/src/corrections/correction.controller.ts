import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { ObjectLoader } from '../commands/object-loader.js';
import { idOf } from '../commands/stored-facts.js';
import { FeatureRegistry } from '../feature-registry.js';
import {
  anything,
  day,
  instant,
  jsonAnswer,
  named,
  object,
  oneOfWords,
  refused,
  text,
  uuid,
  count,
} from '../http/answer-schema.js';
import { assertOnlyMinPosition, minPositionQuery } from '../http/min-position.js';
import { Problem } from '../http/problem.js';
import { CurrentReader, Reading, type Reader } from '../http/reading.js';
import { CorrectionFinder } from './correction-finder.js';
import { correctionsIn, type Correction } from './correction-rules.js';

const STATUS: Readonly<Record<string, string>> = { CorrectionApproved: 'approved', CorrectionRejected: 'rejected' };

/** What is to be recorded instead. */
export const replacementSchema = named('Replacement', object({ command: text, fields: anything }));

const correctionSchema = named(
  'Correction',
  object(
    {
      correctionId: uuid,
      eventId: uuid,
      eventType: text,
      effectiveOn: day,
      status: oneOfWords(['requested', 'approved', 'rejected']),
      reason: text,
      requestedBy: text,
      requestedAt: instant,
      object: { ...text, description: 'Address of the corrected object' },
      revision: count,
    },
    { decidedBy: text, decidedAt: instant, replacement: replacementSchema },
  ),
);

/** A correction at its own address: what it is about and what became of it. */
@Controller('/api/v1/corrections')
export class CorrectionController {
  constructor(
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
    private readonly finder: CorrectionFinder,
  ) {}

  @Get(':correctionId')
  @Reading()
  @ApiTags('corrections')
  @ApiOperation({ summary: 'Một đề nghị đính chính', description: 'A correction and its decision.' })
  @ApiQuery(minPositionQuery)
  @ApiOkResponse({ description: 'The correction', content: jsonAnswer(correctionSchema) })
  @ApiDefaultResponse(refused)
  async getCorrection(
    @Param('correctionId') correctionId: string,
    @Query() query: object,
    @CurrentReader() { agencyIds }: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    assertOnlyMinPosition(query);
    if (!isUUID(correctionId)) throw Problem.of('UnknownCorrection', { facts: { correctionId } });
    const stream = await this.finder.streamOfCorrection(correctionId);
    const feature = this.registry.of(stream.slice(0, stream.indexOf('-')));
    const object = await this.loader.loadWhole(feature, idOf(stream));
    const found = correctionsIn(object.facts).find(({ asked }) => asked.correctionId === correctionId);
    if (!found) throw Problem.of('UnknownCorrection', { facts: { correctionId } });
    const shared = this.registry.belongsToAll(feature);
    if (!shared && agencyIds !== 'all' && !agencyIds.includes(object.agencyId)) throw Problem.otherAgency('correctionId');
    const revision = Number(object.head!.revision);
    void reply.header('etag', `"${revision}"`);
    return { ...shown(found), object: `/api/v1/${feature.noun}/${object.id}`, revision };
  }
}

function shown({ request, asked, decision }: Correction) {
  const { correctionId, eventId, eventType, replacement, requestedBy } = asked;
  return {
    correctionId,
    eventId,
    eventType,
    effectiveOn: request.effectiveOn,
    status: decision ? STATUS[decision.type] : 'requested',
    ...(replacement && { replacement }),
    reason: request.metadata.reason,
    requestedBy,
    requestedAt: request.metadata.recordedAt,
    ...(decision && { decidedBy: decision.metadata.actor.personId, decidedAt: decision.metadata.recordedAt }),
  };
}
