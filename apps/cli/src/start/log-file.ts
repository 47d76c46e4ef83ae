import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Then it becomes `.1`, in the place of the one before: the log never takes more than twice this. */
const MOST_BYTES = 10 * 1_048_576;
const ERROR = 50;

/** Lines of the log, kept in a file of limited size. That they cannot be kept must not stop the product. */
export class LogFile {
  private constructor(
    private readonly file: string,
    private readonly onError: () => void,
    private readonly mostBytes: number,
    private bytes: number,
  ) {}

  /** Undefined where the file cannot be written. `onError` is told of each line that is an error. */
  static open(file: string, onError: () => void, mostBytes = MOST_BYTES): LogFile | undefined {
    try {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, '', { mode: 0o600 });
      return new LogFile(file, onError, mostBytes, statSync(file).size);
    } catch {
      return undefined;
    }
  }

  write(line: string): void {
    try {
      if (this.bytes > this.mostBytes) {
        renameSync(this.file, `${this.file}.1`);
        this.bytes = 0;
      }
      appendFileSync(this.file, line, { mode: 0o600 });
      this.bytes += Buffer.byteLength(line);
    } catch {
      // A full disk is told by the database.
    }
    if (Number(/^\{"level":(\d+)/.exec(line)?.[1]) >= ERROR) this.onError();
  }
}
