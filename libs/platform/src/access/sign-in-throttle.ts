import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.js';
import { Clock } from '../ports/clock.js';
import { Settings } from '../settings/settings.js';

/** Beyond the limit of one account from one address: an account from everywhere, and an address for all accounts. */
const ACCOUNT_FACTOR = 5;
const ADDRESS_FACTOR = 10;
const MOST_KEYS = 50_000;

interface Tally {
  attempts: number;
  readonly until: number;
}

/** Counts attempts to sign in, in this process. */
@Injectable()
export class SignInThrottle {
  private readonly tallies = new Map<string, Tally>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Counts before the password is looked at, so that attempts sent at once are all counted. */
  attempt(username: string, address: string): void {
    const now = this.clock.now().getTime();
    const { signInAttempts: most } = this.settings;
    const limits = limitsOf(username, address, most);
    for (const [key, limit] of limits) {
      const tally = this.tallies.get(key);
      if (tally && tally.until > now && tally.attempts >= limit)
        throw Problem.of('TooManyAttempts', { retryAfter: Math.ceil((tally.until - now) / 1_000) });
    }
    for (const [key] of limits) this.count(key, now);
  }

  /** Forgives the pair altogether, and account and address this one attempt: others' failures still count. */
  succeeded(username: string, address: string): void {
    const [both, ...others] = limitsOf(username, address, 1);
    this.tallies.delete(both![0]);
    for (const [key] of others) {
      const tally = this.tallies.get(key);
      if (tally) tally.attempts--;
    }
  }

  private count(key: string, now: number): void {
    const tally = this.tallies.get(key);
    if (tally && tally.until > now) {
      tally.attempts++;
      return;
    }
    if (this.tallies.size >= MOST_KEYS) this.sweep(now);
    this.tallies.set(key, { attempts: 1, until: now + this.settings.signInWindowMinutes * 60_000 });
  }

  /** What is over goes; if nothing is, the oldest half does: memory is bounded in any case. */
  private sweep(now: number): void {
    for (const [key, { until }] of this.tallies) if (until <= now) this.tallies.delete(key);
    if (this.tallies.size < MOST_KEYS) return;
    for (const key of [...this.tallies.keys()].slice(0, MOST_KEYS / 2)) this.tallies.delete(key);
  }
}

const limitsOf = (username: string, address: string, most: number): readonly (readonly [key: string, limit: number])[] => [
  [`both ${username} ${address}`, most],
  [`account ${username}`, most * ACCOUNT_FACTOR],
  [`address ${address}`, most * ADDRESS_FACTOR],
];
