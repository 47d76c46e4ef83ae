/**
 * How much of an answer has come in and not been taken yet. The package and the transport under it count messages, and
 * sixteen messages may be sixteen megabytes; this counts bytes and lets the next message be asked for when there is room.
 */
export class Intake {
  private readonly sizes: number[] = [];
  private waitingBytes = 0;
  private paused: (() => void) | undefined;
  /** All that has ever come in. */
  received = 0;
  /** The call has ended, and the server says that this was all. Calls cancelled on this side end without an error too. */
  complete = false;

  constructor(private readonly roomBytes = Infinity) {}

  get waiting(): { readonly events: number; readonly bytes: number } {
    return { events: this.sizes.length, bytes: this.waitingBytes };
  }

  /** An event has come in. */
  add(bytes: number): void {
    this.sizes.push(bytes);
    this.waitingBytes += bytes;
    this.received += bytes;
  }

  /** The oldest event has been taken; gives its size. */
  take(): number {
    const bytes = this.sizes.shift() ?? 0;
    this.waitingBytes -= bytes;
    this.resume();
    return bytes;
  }

  /** Asks for the next message now, or as soon as there is room. */
  whenRoom(ask: () => void): void {
    if (this.waitingBytes < this.roomBytes) ask();
    else this.paused = ask;
  }

  private resume(): void {
    const ask = this.paused;
    if (!ask || this.waitingBytes >= this.roomBytes) return;
    this.paused = undefined;
    ask();
  }
}
