import { logTo, type Settings } from '@soquy/platform';
import { join } from 'node:path';
import { LogFile } from './log-file.js';

/** An error that something else explains by then needs no sentence of its own. */
const HINT_AFTER_MS = 2_000;
/** Errors that come in a row are one trouble. */
const QUIET_MS = 60_000;

/**
 * What the person who started the product reads: sentences. The log, which machines read, goes to a file beside the data;
 * elsewhere than at a terminal, and in production, it stays where it is, on standard output.
 */
export class Terminal {
  private quietUntil = 0;
  private hint: NodeJS.Timeout | undefined;
  private details = '';

  constructor(private readonly print: (line: string) => void) {}

  /** To be called before anything is logged. A folder that cannot be written leaves the log where it is. */
  takeLog({ dataDir }: Pick<Settings, 'dataDir'>): void {
    const file = join(dataDir, 'so-quy.log');
    const log = LogFile.open(file, () => this.hintAtError(file));
    if (!log) return;
    logTo(log);
    this.details = ` (${file})`;
  }

  say(line: string): void {
    this.print(line);
  }

  /** A sentence that also explains the errors logged around it. */
  explain(line: string): void {
    this.settle(`${line}${this.details}`);
  }

  private settle(line: string): void {
    clearTimeout(this.hint);
    this.hint = undefined;
    this.quietUntil = Date.now() + QUIET_MS;
    this.print(line);
  }

  private hintAtError(file: string): void {
    if (this.hint || Date.now() < this.quietUntil) return;
    const line = `Có lỗi, chi tiết ở ${file} / there was an error, details in ${file}`;
    this.hint = setTimeout(() => this.settle(line), HINT_AFTER_MS).unref();
  }
}
