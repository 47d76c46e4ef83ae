import { createHash } from 'node:crypto';
import { RunningSum } from '../log/log-sum.js';
import { BACKUP_FORMAT, PRODUCT, type BackupLine, type HeaderLine, type TrailerLine } from './backup-format.js';
import { BackupFault, damaged } from './backup-fault.js';
import { fileLines } from './file-lines.js';

/** A line with its text, as it stands in the file. */
export interface ReadLine {
  readonly line: BackupLine;
  readonly text: string;
}

export type Lines = AsyncGenerator<ReadLine, void, undefined>;

type Kind = BackupLine['kind'];

/** What may stand behind what; nothing stands behind the trailer. */
const NEXT: Readonly<Record<Kind | 'start', readonly Kind[]>> = {
  start: ['header'],
  header: ['table', 'event', 'trailer'],
  table: ['row', 'table', 'event', 'trailer'],
  row: ['row', 'table', 'event', 'trailer'],
  event: ['event', 'trailer'],
  trailer: [],
};

/**
 * The lines of a backup in their order. Everything is checked as it passes, so only who has read up to the end knows that
 * the backup is whole: kinds, counts, the check sums, in which the order of the events is.
 */
export async function* readBackup(file: string): Lines {
  const [all, log] = [createHash('sha256'), new RunningSum()];
  let rows = 0;
  let before: Kind | 'start' = 'start';
  for await (const bytes of fileLines(file)) {
    const text = bytes.toString();
    const line = parsed(file, text);
    if (!NEXT[before].includes(line.kind)) throw damaged(file, `${line.kind} behind ${before}`);
    if (line.kind === 'header') assertKnown(file, line);
    else if (line.kind === 'row') rows++;
    else if (line.kind === 'event') log.add(bytes);
    else if (line.kind === 'trailer') check(file, line, { ...log.sum(), rows, sha256: all.digest('hex') });
    if (line.kind !== 'trailer') all.update(bytes);
    before = line.kind;
    yield { line, text };
  }
  if (before !== 'trailer') throw damaged(file, 'it has no end');
}

/** The next line; a backup ends with its trailer, behind which nobody asks. */
export async function nextLine(lines: Lines): Promise<ReadLine> {
  const { value } = await lines.next();
  if (!value) throw new Error('assertion: a line was asked for behind the trailer');
  return value;
}

/** Reads a whole backup and answers its ends; throws where it is not whole. */
export async function verifyBackup(file: string): Promise<{ readonly header: HeaderLine; readonly trailer: TrailerLine }> {
  const ends: BackupLine[] = [];
  for await (const { line } of readBackup(file)) if (line.kind === 'header' || line.kind === 'trailer') ends.push(line);
  const [header, trailer] = ends as [HeaderLine, TrailerLine];
  return { header, trailer };
}

function parsed(file: string, text: string): BackupLine {
  try {
    const line = JSON.parse(text) as BackupLine | null;
    if (typeof line === 'object' && line !== null) return line;
  } catch {
    // Told below, like everything else that is no line of ours.
  }
  throw damaged(file, 'a line that is not JSON');
}

function assertKnown(file: string, header: HeaderLine): void {
  if (header.product !== PRODUCT) throw damaged(file, 'not a backup of this product');
  if (header.format > BACKUP_FORMAT)
    throw new BackupFault({
      vi: `Bản sao lưu ${file} do một phiên bản mới hơn tạo ra. Hãy khôi phục bằng phiên bản đó.`,
      en: `The backup ${file} was made by a newer release. Restore it with that one.`,
    });
}

function check(file: string, trailer: TrailerLine, found: Omit<TrailerLine, 'kind'>): void {
  for (const [name, value] of Object.entries(found))
    if (trailer[name as keyof typeof found] !== value) throw damaged(file, `${name} does not agree`);
}
