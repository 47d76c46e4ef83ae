export type StoreFaultKind =
  'conflict' | 'stream-deleted' | 'too-large' | 'invalid' | 'access-denied' | 'bad-position' | 'unavailable' | 'unexpected';

/** The one error a store may throw. `actual` tells a loser of a race where the stream stands now (undefined: no such stream). */
export class StoreFault extends Error {
  constructor(
    readonly kind: StoreFaultKind,
    message: string,
    readonly actual?: bigint,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreFault';
  }

  static conflict(stream: string, expected: bigint | string, actual: bigint | undefined): StoreFault {
    const stands = actual === undefined ? 'does not exist' : `stands at ${actual}`;
    return new StoreFault('conflict', `${stream} ${stands}; expected ${expected}, and events not recorded before`, actual);
  }

  /** Whether the call took effect is then unknown. */
  static abandoned(): StoreFault {
    return new StoreFault('unavailable', 'The caller no longer waits');
  }

  static closed(): StoreFault {
    return new StoreFault('unavailable', 'The store has been closed');
  }
}
