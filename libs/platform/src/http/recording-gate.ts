import { Injectable } from '@nestjs/common';
import { Problem } from './problem.js';

/** While it is closed, recording routes answer 503; reading goes on. The demo loader closes it before it begins. */
@Injectable()
export class RecordingGate {
  private closed: { readonly retryAfter: number } | undefined;

  /** `retryAfter`: seconds that callers are told to wait. */
  close(retryAfter = 5): void {
    this.closed = { retryAfter };
  }

  open(): void {
    this.closed = undefined;
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  assertOpen(): void {
    if (this.closed) throw Problem.of('RecordingClosed', this.closed);
  }
}
