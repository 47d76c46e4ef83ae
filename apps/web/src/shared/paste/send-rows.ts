import type { Receipt } from '../api/answers.js';
import { isProblem, type ApiProblem } from '../api/problem.js';
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

/** A browser opens six connections to one place: one follows what is recorded, and lists are read meanwhile. */
const AT_ONCE = 4;

/**
 * Sends rows in the order of the paste, a few at a time: codes are given in that order but for neighbours. A refusal stays with its
 * row and the next one follows. Without an answer no further row is sent, those on their way are waited for, and which rows have no
 * answer is remembered. Undefined when it came to the end or was stopped.
 */
export async function sendRows(batchId: string, rows: readonly RowToSend[], sending: Sending): Promise<unknown> {
  const waiting = rows.values();
  const failures: unknown[] = [];
  const sendOn = async () => {
    while (failures.length === 0 && sending.goesOn?.() !== false) {
      const { value: row } = waiting.next();
      if (!row) return;
      const failure = await sendRow(batchId, row, sending);
      if (failure !== undefined) failures.push(failure);
      else sending.answered?.();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
  return failures[0];
}

/** Why no answer came; undefined for a yes as for a no. */
async function sendRow(batchId: string, { id, body }: RowToSend, { send, wait, change }: Sending): Promise<unknown> {
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
  return undefined;
}

const isRefusal = (status: number) => status >= 400 && status < SERVER_FAILED && status !== 401 && status !== 429;

const answeredRow = (batch: Batch, id: number): Batch => ({ ...batch, sent: batch.sent.filter((each) => each !== id) });

function withRecorded(batch: Batch, id: number, recorded: Batch['recorded'][number]): Batch {
  const { [id]: _, ...refused } = batch.refused;
  return { ...answeredRow(batch, id), refused, recorded: { ...batch.recorded, [id]: recorded } };
}

const mayPass = ({ status, document: { code } }: ApiProblem) => status === 429 || status === 503 || code === 'LostRace';

/** Waits where the server asks to, where it is busy, and where others recorded on the same thing at that moment. */
async function patiently(send: () => Promise<Receipt>, wait: (ms: number) => Promise<void>): Promise<Receipt> {
  for (let tried = 1; ; tried += 1)
    try {
      return await send();
    } catch (error) {
      if (!isProblem(error) || !mayPass(error) || tried === TRIES) throw error;
      await wait(error.retryAfterSeconds ? error.retryAfterSeconds * 1_000 : FIRST_WAIT_MS * tried);
    }
}
