import type { Receipt } from '../api/answers.js';
import { isProblem } from '../api/problem.js';
import type { Batch } from './batch.js';

export interface RowToSend {
  readonly id: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export type SendOne = (body: RowToSend['body'], key: string) => Promise<Receipt>;

/** The same row of the same batch has the same key, whenever and however often it is sent: it is booked once. */
export const keyOfRow = (batchId: string, id: number): string => `${batchId}:${id}`;

const SERVER_FAILED = 500;
const TRIES = 3;
const FIRST_WAIT_MS = 1_000;

export interface Sending {
  readonly send: SendOne;
  readonly wait: (ms: number) => Promise<void>;
  /** Changes the batch as it is by now. */
  readonly change: (by: (batch: Batch) => Batch) => void;
  /** Asked before each row: somebody may stop on the way. */
  readonly goesOn?: () => boolean;
  /** A row has its answer, yes or no. */
  readonly answered?: () => void;
}

/**
 * Sends rows one after another, so that codes are given in the order of the paste. A refusal stays with its row and the next one
 * follows; without an answer everything stops, and which rows were sent is remembered. Undefined when it came to the end or was stopped.
 */
export async function sendRows(
  batchId: string,
  rows: readonly RowToSend[],
  { send, wait, change, goesOn, answered }: Sending,
): Promise<unknown> {
  for (const { id, body } of rows) {
    if (goesOn && !goesOn()) return undefined;
    change((batch) => ({ ...batch, sent: [...new Set([...batch.sent, id])] }));
    try {
      const { objectId, code } = await patiently(() => send(body, keyOfRow(batchId, id)), wait);
      change((batch) => withRecorded(batch, id, { objectId, ...(code && { code }) }));
    } catch (error) {
      if (!isProblem(error) || !isRefusal(error.status)) {
        if (isProblem(error) && error.status === 401) change((batch) => answeredRow(batch, id));
        return error;
      }
      const detail = error.document.errors?.map((each) => each.detail).join(' ') || error.document.detail;
      change((batch) => ({ ...answeredRow(batch, id), refused: { ...batch.refused, [id]: detail } }));
    }
    answered?.();
  }
  return undefined;
}

const isRefusal = (status: number) => status >= 400 && status < SERVER_FAILED && status !== 401 && status !== 429;

const answeredRow = (batch: Batch, id: number): Batch => ({ ...batch, sent: batch.sent.filter((each) => each !== id) });

function withRecorded(batch: Batch, id: number, recorded: Batch['recorded'][number]): Batch {
  const { [id]: _, ...refused } = batch.refused;
  return { ...answeredRow(batch, id), refused, recorded: { ...batch.recorded, [id]: recorded } };
}

/** Waits where the server asks to, and where it is busy. */
async function patiently(send: () => Promise<Receipt>, wait: (ms: number) => Promise<void>): Promise<Receipt> {
  for (let tried = 1; ; tried += 1)
    try {
      return await send();
    } catch (error) {
      const isBusy = isProblem(error) && (error.status === 429 || error.status === 503);
      if (!isBusy || tried === TRIES) throw error;
      await wait(error.retryAfterSeconds ? error.retryAfterSeconds * 1_000 : FIRST_WAIT_MS * tried);
    }
}
