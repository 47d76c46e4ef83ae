import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { entry } from '@soquy/kernel';
import type { ProjectedSlice } from '@soquy/read-models';
import { grantSlice, type Grant } from './grant-slice.js';

/** Grants as some code has them, in words that can be sent to a thread. */
export interface GrantCode {
  readonly category?: string;
  readonly version?: number;
  /** Counts a payment twice. */
  readonly twice?: boolean;
  /** Titles it cannot take in. */
  readonly broken?: readonly string[];
  /** Takes in nothing where the application runs, only in threads of their own. */
  readonly inThreadsOnly?: boolean;
  /** At this title the thread is gone, or the whole process. */
  readonly gone?: { readonly title: string; readonly what: 'thread' | 'process' };
  /** At this title a thread says in a folder that it waits, and goes on when it finds a word there. */
  readonly waits?: { readonly title: string; readonly folder: string };
}

/** A slice, and the words it comes from. */
export type CodedSlice = ProjectedSlice & { readonly code: GrantCode };

export function grantCode(code: GrantCode = {}): CodedSlice {
  const slice = grantSlice(code.category, code.version);
  const summary: ProjectedSlice['summary'] = (state) => {
    meet(code, (state as Grant).title);
    return slice.summary(state);
  };
  const paid = slice.outcomes.on.GrantPaid!;
  const on = {
    ...slice.outcomes.on,
    ...(code.twice && { GrantPaid: (data: object, state: unknown) => [...paid(data, state), entry('grant.paid', 1)] }),
  };
  return { ...slice, code, summary, outcomes: { ...slice.outcomes, on } };
}

function meet({ broken, inThreadsOnly, gone, waits }: GrantCode, title: string): void {
  if (inThreadsOnly && isMainThread) throw new Error('assertion: not in a thread');
  if (broken?.includes(title)) throw new Error(`assertion: no summary for ${title}`);
  if (isMainThread) return;
  if (gone?.title === title) {
    if (gone.what === 'process') process.kill(process.pid, 'SIGKILL');
    process.exit(1);
  }
  if (waits?.title === title) wait(waits.folder);
}

/** The names of the two words. */
export const WAITING = 'waiting';
export const GO_ON = 'go-on';

function wait(folder: string): void {
  writeFileSync(join(folder, WAITING), '');
  while (!existsSync(join(folder, GO_ON))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}
