import { createHash } from 'node:crypto';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Attempt, ExportRow, ExportStore, Finished } from '@soquy/platform';
import { bytesOf, type FileForm, type Tally } from '../formats/file-bytes.js';
import { sourceLines } from './source-lines.js';
import type { Table } from './table.js';

/** How often a writer says that it lives, and how far it is. */
const BEAT_MS = 5_000;

export interface Writing {
  readonly store: ExportStore;
  readonly row: ExportRow;
  readonly table: Table;
  readonly form: FileForm;
  /** Names of the agencies that the file is about, by id. */
  readonly agencies: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
  /** Looked at with every beat; what it throws breaks the writing off. */
  readonly watch?: () => void;
  /** Before the last byte goes out: once the reader sees the end, the manifest is there. */
  readonly beforeEnd?: (finished: Finished) => Promise<void>;
}

/** Writes a table as a file into a sink, measuring what passes; a lost attempt or an abort breaks it off. */
export async function written(into: Writable, writing: Writing): Promise<Finished> {
  const { store, row, table, form, agencies, signal, watch, beforeEnd } = writing;
  const tally: Tally = { rows: 0, cut: 0 };
  const hash = createHash('sha256');
  let bytes = 0;
  const finished = (): Finished => ({ rows: tally.rows, bytes, sha256: hash.copy().digest('hex'), cut: tally.cut });
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
    flush(done) {
      Promise.resolve(beforeEnd?.(finished())).then(() => done(), done);
    },
  });
  const content = {
    title: table.basis.title,
    columns: table.columns(form.language),
    words: table.words ?? {},
    cells: { ...table.cells, agency: Object.fromEntries([...agencies].map(([id, name]) => [id, { vi: name, en: name }])) },
    rows: table.rows() as AsyncIterable<never>,
    source: () => sourceLines(row, table.basis, agencies, tally),
  };
  const heart = beating(store, row, () => ({ rows: tally.rows, bytes }), watch);
  try {
    await pipeline(bytesOf(content, form, tally), meter, into, {
      signal: signal ? AbortSignal.any([signal, heart.signal]) : heart.signal,
    });
    return finished();
  } catch (error) {
    throw heart.signal.aborted ? heart.signal.reason : error;
  } finally {
    heart.stop();
  }
}

/** The attempt is another's by now: what this one writes no longer counts. */
export class LostAttempt extends Error {}

function beating(store: ExportStore, attempt: Attempt, progress: () => { rows: number; bytes: number }, watch?: () => void) {
  const lost = new AbortController();
  const beat = async () => {
    watch?.();
    if (!(await store.progress(attempt, progress()))) throw new LostAttempt('another process writes it');
  };
  const timer = setInterval(() => void beat().catch((error: unknown) => lost.abort(error)), BEAT_MS);
  return { signal: lost.signal, stop: () => clearInterval(timer) };
}
