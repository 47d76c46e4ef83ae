import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { damaged, faultOfFile } from './backup-fault.js';

/** Longer than any event or row may be; a file without line ends must not fill the memory. */
const LONGEST_LINE_BYTES = 64 * 1_048_576;
const LINE_END = 0x0a;

/** The lines of a gzip file, each with its end, as bytes. A file that breaks off is damaged. */
export async function* fileLines(file: string): AsyncGenerator<Buffer, void, undefined> {
  let begun: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unzipped(file)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      const rest = chunk.subarray(from, end + 1);
      yield begun.length > 0 ? Buffer.concat([...begun, rest]) : rest;
      [begun, bytes, from] = [[], 0, end + 1];
    }
    if (from === chunk.length) continue;
    begun.push(chunk.subarray(from));
    bytes += chunk.length - from;
    if (bytes > LONGEST_LINE_BYTES) throw damaged(file, `a line of more than ${LONGEST_LINE_BYTES} bytes`);
  }
  if (bytes > 0) throw damaged(file, 'the last line is cut');
}

async function* unzipped(file: string): AsyncGenerator<Buffer, void, undefined> {
  const bytes = pipeline(createReadStream(file), createGunzip({ chunkSize: 256 * 1024 }), () => undefined);
  try {
    for await (const chunk of bytes) yield chunk as Buffer;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? damaged(file, message, error) : faultOfFile(error, file);
  } finally {
    bytes.destroy();
  }
}
