import type { StoredEvent } from '@soquy/event-store';
import type { ClientBase } from 'pg';
import type { ClockRow } from '../writing/page.js';
import { isAhead } from './slice-run.js';

/** The running maximum of the instants events were recorded at; it also says how far the log has been looked through. */
export class LogClock {
  private constructor(
    private at: string | null,
    private max: number,
  ) {}

  static async load(client: ClientBase): Promise<LogClock> {
    const sql = 'select position, recorded_max from rm.log_clock order by position desc limit 1';
    const { rows } = await client.query<{ position: string; recorded_max: Date }>(sql);
    return new LogClock(rows[0]?.position ?? null, rows[0]?.recorded_max.getTime() ?? -Infinity);
  }

  get position(): string | null {
    return this.at;
  }

  /** One row for each value of the maximum within a page, at the last event that has it. */
  rows(events: readonly StoredEvent[]): ClockRow[] {
    let max = this.max;
    const rows: ClockRow[] = [];
    for (const { position, metadata } of events) {
      if (!isAhead(position, this.at)) continue;
      const recorded = Date.parse(metadata.recordedAt);
      const row = { position, recordedMax: new Date(Math.max(max, recorded || 0)).toISOString() };
      if (rows.length > 0 && !(recorded > max)) rows[rows.length - 1] = row;
      else rows.push(row);
      max = Math.max(max, recorded || 0);
    }
    return rows;
  }

  /** Goes on behind these rows; what is given back takes that back. */
  move(rows: readonly ClockRow[]): () => void {
    const { at, max } = this;
    const last = rows.at(-1);
    if (last) [this.at, this.max] = [last.position, Date.parse(last.recordedMax)];
    return () => ([this.at, this.max] = [at, max]);
  }
}
