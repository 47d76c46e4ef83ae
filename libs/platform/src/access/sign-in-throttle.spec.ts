import { Problem } from '../http/problem.js';
import type { Settings } from '../settings/settings.js';
import { SignInThrottle } from './sign-in-throttle.js';

const MOST = 3;
const clock = { now: () => new Date('2026-03-02T01:00:00Z') };
const settings = { signInAttempts: MOST, signInWindowMinutes: 15 } as Settings;

const wrong = () => Promise.reject(Problem.of('BadCredentials'));
const fault = () => Promise.reject(new Error('the database is gone'));
const right = () => Promise.resolve('in');

function throttle() {
  const counting = new SignInThrottle(settings, clock);
  const tries = async (judge: () => Promise<string>, username = 'lan', address = '10.0.0.1') =>
    counting.judged(username, address, judge).catch((error: unknown) => (error instanceof Problem ? error.code : 'fault'));
  const triesOften = async (count: number, judge: () => Promise<string>) => {
    for (let number = 0; number < count; number++) await tries(judge);
  };
  return { tries, triesOften };
}

it('locks an account at an address after so many wrong passwords, right ones with it', async () => {
  const { tries, triesOften } = throttle();
  await triesOften(MOST, wrong);
  expect([await tries(right), await tries(right, 'lan', '10.0.0.2')]).toEqual(['TooManyAttempts', 'in']);
});

it('begins anew after a right one', async () => {
  const { tries, triesOften } = throttle();
  await triesOften(MOST - 1, wrong);
  expect(await tries(right)).toBe('in');
  await triesOften(MOST - 1, wrong);
  expect(await tries(right)).toBe('in');
});

it('locks nobody out for a fault of the database, and forgets no wrong password over it', async () => {
  const { tries, triesOften } = throttle();
  await triesOften(10 * MOST, fault);
  expect(await tries(right)).toBe('in');
  await triesOften(MOST - 1, wrong);
  await triesOften(MOST, fault);
  expect([await tries(wrong), await tries(right)]).toEqual(['BadCredentials', 'TooManyAttempts']);
});

it('counts attempts that are sent at once', async () => {
  const { tries } = throttle();
  const answers = await Promise.all(Array.from({ length: MOST + 2 }, () => tries(wrong)));
  expect(answers.filter((answer) => answer === 'TooManyAttempts')).toHaveLength(2);
});
