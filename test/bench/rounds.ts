/** What one round of one contender measured. */
export interface Round {
  readonly perSecond: number;
  /** Milliseconds of each operation, in any order; empty where only the rate is asked. */
  readonly times: readonly number[];
}

/** Runs the contenders in turn, so that a noisy minute hits all of them; each gets its median round. */
export async function inTurn<Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<Round>>>,
  rounds = 3,
): Promise<Record<Name, Round>> {
  const names = Object.keys(contenders) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Record<Name, Round[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) measured[name].push(await contenders[name]());
  return Object.fromEntries(names.map((name) => [name, median(measured[name])])) as Record<Name, Round>;
}

function median(rounds: readonly Round[]): Round {
  return [...rounds].sort((one, other) => one.perSecond - other.perSecond)[rounds.length >> 1]!;
}

/** A number of clients, each doing one thing after another for a time. */
export async function clientsAtWork(clients: number, ms: number, work: () => () => Promise<unknown>): Promise<Round> {
  const times: number[] = [];
  const start = performance.now();
  const client = async () => {
    const next = work();
    for (let now = performance.now(); now - start < ms;) {
      await next();
      const done = performance.now();
      times.push(done - now);
      now = done;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: (times.length / (performance.now() - start)) * 1_000, times };
}

/** The time that a share of the operations did not exceed, in milliseconds. */
export function percentile(times: readonly number[], share: number): number {
  return [...times].sort((one, other) => one - other)[Math.floor((times.length - 1) * share)] ?? NaN;
}

export const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en')}/s`;
export const ms = (time: number) => `${time.toFixed(2)} ms`;
export const times = (ratio: number) => `${ratio.toFixed(2)}x`;
