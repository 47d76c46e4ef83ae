import type { Ticket } from './tickets.js';

/** One reader of the stream: woken by the feed; ended by himself, his session or the process. */
export class LiveClient {
  private stirred = false;
  private over = false;
  private wakeUp = () => {};

  /** `agencyIds`: whose facts he may see. */
  constructor(
    readonly ticket: Ticket,
    readonly agencyIds: readonly string[] | 'all',
  ) {}

  get ended(): boolean {
    return this.over;
  }

  sees({ agencyId }: { readonly agencyId: string | undefined }): boolean {
    return agencyId === undefined || this.agencyIds === 'all' || this.agencyIds.includes(agencyId);
  }

  wake(): void {
    this.stirred = true;
    this.wakeUp();
  }

  end(): void {
    this.over = true;
    this.wakeUp();
  }

  /** Until woken or ended; false: neither came in that time. A wake-up while nobody waited counts. */
  async stir(milliseconds: number): Promise<boolean> {
    const woken = await new Promise<boolean>((resolve) => {
      if (this.stirred || this.over) return resolve(true);
      const timer = setTimeout(() => resolve(false), milliseconds);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
    this.wakeUp = () => {};
    this.stirred = false;
    return woken;
  }
}
