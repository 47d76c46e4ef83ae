import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { DataSource } from 'typeorm';

/** A check that does not answer in this time has failed. */
const LIMIT_MS = 2_000;

/** A check's answer: the part serves, but for what is named. */
export class Degraded {
  constructor(readonly without: readonly string[]) {}
}

type Check = () => Promise<unknown>;
type Result = 'ok' | 'degraded' | 'failed';

/** What is known of all parts: how each is, and what those that are degraded do without. */
export interface Ready {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly checks: Readonly<Record<string, Result>>;
  readonly degraded?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What must work before requests are sent here. Other modules add their own checks, e.g. the read side. A part that can
 * still serve something is degraded: requests it cannot answer are refused one by one, all others are served.
 */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, Check>();

  constructor(store: EventStore, database: DataSource) {
    this.add('store', () => store.health());
    this.add('database', () => database.query('select 1'));
  }

  /** `check` throws where the part serves nothing, and answers `Degraded` where it serves less. */
  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** Every check with its result; never throws. */
  async ask(): Promise<Ready> {
    const answers = await Promise.all([...this.checks].map(async ([name, check]) => [name, await answerOf(check)] as const));
    const results = answers.map(([, answer]) => resultOf(answer));
    const degraded = answers.flatMap(([name, answer]) => (answer instanceof Degraded ? [[name, answer.without] as const] : []));
    return {
      status: results.includes('failed') ? 'unavailable' : degraded.length > 0 ? 'degraded' : 'ok',
      checks: Object.fromEntries(answers.map(([name], index) => [name, results[index]!])),
      ...(degraded.length > 0 && { degraded: Object.fromEntries(degraded) }),
    };
  }
}

const FAILED = Symbol('failed');

const resultOf = (answer: unknown): Result => (answer === FAILED ? 'failed' : answer instanceof Degraded ? 'degraded' : 'ok');

async function answerOf(check: Check): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(FAILED), LIMIT_MS);
  });
  const answer = Promise.resolve()
    .then(check)
    .catch(() => FAILED);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
