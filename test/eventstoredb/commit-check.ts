import type { StreamRecord } from './stream-record.js';

export type Expected = bigint | 'no-stream' | 'any' | 'stream-exists';

/** What becomes of an append, decided before anything is written. */
export type Decision =
  | { readonly kind: 'write' }
  | { readonly kind: 'repeat'; readonly revision: bigint }
  | { readonly kind: 'wrong-version'; readonly current: bigint }
  | { readonly kind: 'deleted' };

/** The ids a node has written or seen written since it started; the only thing an append with `any` is compared with. */
export class EventIdCache {
  private readonly seen = new Map<string, { readonly stream: string; readonly revision: bigint }>();

  remember(id: string, stream: string, revision: bigint): void {
    this.seen.set(id, { stream, revision });
  }

  revisionIn(stream: string, id: string): bigint | undefined {
    const found = this.seen.get(id);
    return found?.stream === stream ? found.revision : undefined;
  }

  forget(): void {
    this.seen.clear();
  }
}

interface Proposal {
  readonly stream: string;
  readonly expected: Expected;
  readonly ids: readonly string[];
}

/**
 * The real server's order of checks. An exact revision is compared with the log itself, but only behind the head: at the
 * head the same ids are written again. `any` and `stream-exists` know only what the cache holds.
 */
export function checkCommit(proposal: Proposal, record: StreamRecord, cache: EventIdCache, hasSettings: boolean): Decision {
  const { expected } = proposal;
  const wrong: Decision = { kind: 'wrong-version', current: record.head };
  if (record.tombstoned) return { kind: 'deleted' };
  if (expected === 'stream-exists') {
    if (record.softDeleted) return { kind: 'deleted' };
    if (record.head < 0n && !hasSettings) return wrong;
  }
  if (expected === 'any' || expected === 'stream-exists') return byCache(proposal, cache, wrong);
  const behind = expected === 'no-stream' ? -1n : expected;
  if (behind > record.head) return wrong;
  return behind === record.head ? { kind: 'write' } : byLog(proposal, behind, record, wrong);
}

function byCache({ stream, ids }: Proposal, cache: EventIdCache, wrong: Decision): Decision {
  let last: bigint | undefined;
  for (const [index, id] of ids.entries()) {
    const revision = cache.revisionIn(stream, id);
    if (revision === undefined) return index === 0 ? { kind: 'write' } : wrong;
    last = revision;
  }
  return last === undefined ? { kind: 'write' } : { kind: 'repeat', revision: last };
}

function byLog({ expected, ids }: Proposal, behind: bigint, record: StreamRecord, wrong: Decision): Decision {
  let revision = behind;
  for (const id of ids) {
    revision += 1n;
    if (record.at(revision)?.id === id) continue;
    const fresh = revision === behind + 1n && expected === 'no-stream' && record.softDeleted;
    return fresh ? { kind: 'write' } : wrong;
  }
  return ids.length ? { kind: 'repeat', revision } : wrong;
}
