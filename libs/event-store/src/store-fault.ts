export type StoreFaultKind =
  | 'conflict'
  | 'stream-deleted'
  | 'too-large'
  | 'invalid'
  | 'access-denied'
  | 'bad-position'
  | 'unavailable'
  | 'unexpected';

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
}
