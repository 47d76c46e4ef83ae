import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import type { StockQuestion } from '@soquy/kernel';
import { Knowledge } from '../ports/knowledge.js';

/**
 * What a decision must know of stocks, not older than the whole log as it stood when it was asked: facts that add to them
 * without passing the boundary's stream (a loan of before the books, a repayment) count from the moment they were acknowledged.
 */
@Injectable()
export class Stocks {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
  ) {}

  async answer(questions: Readonly<Record<string, StockQuestion>>, on: string): Promise<Readonly<Record<string, number>>> {
    if (Object.keys(questions).length === 0) return {};
    return this.knowledge.stocks(questions, { on, notBefore: await this.store.head() });
  }
}
