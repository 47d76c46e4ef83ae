import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.js';

/** More than these waiting at one place: it is better to come back later than to stand in line. */
const MOST_WAITING = 100;

interface Line {
  waiting: number;
  last: Promise<unknown>;
}

/** Runs work on the same stream one after the other, so that one process does not race against itself for it. */
@Injectable()
export class InTurn {
  private readonly lines = new Map<string, Line>();

  async run<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(stream) ?? { waiting: 0, last: Promise.resolve() };
    if (line.waiting === MOST_WAITING) throw Problem.unavailable();
    this.lines.set(stream, line);
    line.waiting++;
    const mine = line.last.then(work, work);
    line.last = mine;
    try {
      return await mine;
    } finally {
      if (--line.waiting === 0) this.lines.delete(stream);
    }
  }
}
