import { setTimeout as sleep } from 'node:timers/promises';
import { joined, unlessAborted } from './signals.js';
import { StoreFault } from './store-fault.js';

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 1_000;

/** Before the next attempt: longer each time, never in step with other processes, ended early by the signal. */
export async function pause(attempt: number, signal?: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
  await sleep(longest * (0.5 + Math.random() / 2), undefined, signal && { signal }).catch(() => undefined);
}

/** Repeats what may be repeated while the store is unavailable; whatever happens, it has ended after `withinMs`. */
export async function retrying<Value>(
  work: () => Promise<Value>,
  { withinMs, signals }: { readonly withinMs: number; readonly signals: readonly (AbortSignal | undefined)[] },
): Promise<Value> {
  const { signal: ended, release } = joined(signals, withinMs);
  let last: StoreFault | undefined;
  const attempts = async (): Promise<{ readonly value: Value } | undefined> => {
    for (let attempt = 0; !ended.aborted; attempt++) {
      try {
        return { value: await work() };
      } catch (error) {
        if (!(error instanceof StoreFault) || error.kind !== 'unavailable') throw error;
        last = error;
        await pause(attempt, ended);
      }
    }
    return undefined;
  };
  try {
    const outcome = await unlessAborted(attempts(), ended);
    if (outcome) return outcome.value;
  } finally {
    release();
  }
  if (signals.some((signal) => signal?.aborted)) throw StoreFault.abandoned();
  throw last ?? new StoreFault('unavailable', `No answer within ${withinMs} ms`);
}

/** A feed that follows waits for its log as long as it takes; one that does not gives up like any other read. */
export async function patiently<Value>(
  work: () => Promise<Value>,
  { follow, withinMs, signal }: { readonly follow: boolean; readonly withinMs: number; readonly signal: AbortSignal },
): Promise<Value> {
  if (!follow) return await retrying(work, { withinMs, signals: [signal] });
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreFault) || error.kind !== 'unavailable' || signal.aborted) throw error;
      await pause(attempt, signal);
    }
  }
}
