export interface JoinedSignal {
  readonly signal: AbortSignal;
  /** Lets go of the signals joined, which may live as long as the process. */
  readonly release: () => void;
}

/** Aborts with the first of the signals, or after a time. */
export function joined(signals: readonly (AbortSignal | undefined)[], withinMs?: number): JoinedSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = withinMs === undefined ? undefined : setTimeout(abort, withinMs);
  for (const signal of signals) {
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort);
  }
  const release = () => {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, release };
}

/** The value, or undefined as soon as the signal aborts; how the promise ends after that concerns nobody. */
export async function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  let abort = () => {};
  const aborted = new Promise<undefined>((resolve) => {
    abort = () => resolve(undefined);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
