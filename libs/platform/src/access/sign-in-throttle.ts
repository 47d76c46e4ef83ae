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

  /**
   * Counts before the password is looked at, so that attempts sent at once are all counted. `judge` refuses a wrong one; where it
   * fails for another reason nobody has guessed anything, and a fault of the database locks nobody out.
   */
  async judged<Answer>(username: string, address: string, judge: () => Promise<Answer>): Promise<Answer> {
    this.attempt(username, address);
    try {
      const answer = await judge();
      this.tallies.delete(bothOf(username, address));
      this.forgive(othersOf(username, address));
      return answer;
    } catch (error) {
      const isRefused = error instanceof Problem && error.status < 500;
      if (!isRefused) this.forgive([bothOf(username, address), ...othersOf(username, address)]);
      throw error;
    }
  }

  private attempt(username: string, address: string): void {
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

  /** One attempt; others' failures still count. */
  private forgive(keys: readonly string[]): void {
    for (const key of keys) {
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

const bothOf = (username: string, address: string) => `both ${username} ${address}`;
const othersOf = (username: string, address: string) => [`account ${username}`, `address ${address}`] as const;

function limitsOf(username: string, address: string, most: number): readonly (readonly [key: string, limit: number])[] {
  const [account, from] = othersOf(username, address);
  return [
    [bothOf(username, address), most],
    [account, most * ACCOUNT_FACTOR],
    [from, most * ADDRESS_FACTOR],
  ];
}
