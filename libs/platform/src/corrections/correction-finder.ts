import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { Problem } from '../http/problem.js';
import { Knowledge } from '../ports/knowledge.js';

/** Which stream an event or a correction stands in. What was recorded a moment ago is waited for. */
@Injectable()
export class CorrectionFinder {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
  ) {}

  async streamOfEvent(eventId: string): Promise<string> {
    const stream = await this.find((notBefore) => this.knowledge.streamOfEvent(eventId, notBefore));
    if (stream === undefined) throw Problem.of('UnknownEvent', { facts: { eventId } });
    return stream;
  }

  async streamOfCorrection(correctionId: string): Promise<string> {
    const stream = await this.find((notBefore) => this.knowledge.streamOfCorrection(correctionId, notBefore));
    if (stream === undefined) throw Problem.of('UnknownCorrection', { facts: { correctionId } });
    return stream;
  }

  private async find(lookUp: (notBefore: string | undefined) => Promise<string | undefined>): Promise<string | undefined> {
    return (await lookUp(undefined)) ?? lookUp(await this.store.head());
  }
}
