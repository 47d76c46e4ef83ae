import { STORE_LIMITS } from '@soquy/event-store';
import type { ReadEvent } from './event-lines.js';

/** Far below what a store takes at once, so that no way of counting bytes refuses what was once written. */
const BATCH_BYTES = STORE_LIMITS.appendBytes / 4;

/** Consecutive events of one stream. */
export type EventRun = readonly [ReadEvent, ...ReadEvent[]];

/**
 * Events in their order, so many together as can be appended together: runs of consecutive events of one stream, at most
 * `mostRuns` of them and each of another stream.
 */
export async function* batches(
  lines: AsyncIterable<ReadEvent>,
  mostRuns: number,
): AsyncGenerator<readonly ReadEvent[], void, undefined> {
  let [batch, streams, latest, bytes]: [ReadEvent[], Set<string>, string, number] = [[], new Set(), '', 0];
  for await (const next of lines) {
    const { stream } = next.line;
    const size = Buffer.byteLength(next.text);
    const goesOn = stream === latest || (streams.size < mostRuns && !streams.has(stream));
    if (batch.length > 0 && !(goesOn && bytes + size <= BATCH_BYTES)) {
      yield batch;
      [batch, streams, bytes] = [[], new Set(), 0];
    }
    batch.push(next);
    streams.add(stream);
    latest = stream;
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

export function runsOf(batch: readonly ReadEvent[]): EventRun[] {
  const runs: [ReadEvent, ...ReadEvent[]][] = [];
  for (const next of batch) {
    const run = runs.at(-1);
    if (run?.[0].line.stream === next.line.stream) run.push(next);
    else runs.push([next]);
  }
  return runs;
}
