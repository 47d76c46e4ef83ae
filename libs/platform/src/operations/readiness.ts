import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { DataSource } from 'typeorm';

/** A check that does not answer in this time has failed. */
const LIMIT_MS = 2_000;

type Check = () => Promise<unknown>;

/** What must work before requests are sent here. Other modules add their own checks, e.g. the read side. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, Check>();

  constructor(store: EventStore, database: DataSource) {
    this.add('store', () => store.health());
    this.add('database', () => database.query('select 1'));
  }

  /** `check` throws where the part is not ready. */
  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** Every check with its result; never throws. */
  async ask(): Promise<{ readonly ready: boolean; readonly checks: Readonly<Record<string, 'ok' | 'failed'>> }> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, (await answers(check)) ? 'ok' : 'failed'] as const),
    );
    return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
  }
}

async function answers(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LIMIT_MS);
  });
  const works = Promise.resolve()
    .then(check)
    .then(
      () => true,
      () => false,
    );
  return Promise.race([works, late]).finally(() => clearTimeout(timer));
}
