import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Problem } from '@soquy/platform';

/** One file of an archive; its text is asked for when its turn comes. */
export interface ZipPart {
  readonly path: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

/** What the directory at the end says of a part. */
interface Packed {
  readonly path: Buffer;
  readonly at: number;
  crc: number;
  packed: number;
  size: number;
}

/** Beyond it an archive would need the larger fields that not every reader knows. */
const MOST_BYTES = 0xffff_ffff;

const DEFLATED = 8;
/** Sizes and checksum stand behind the part, and its name is UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
/** 1 January 1980: the same rows give the same bytes whenever they are packed. */
const DATE = 0x0021;

/** A ZIP archive, made while it is read: only what is being packed is in memory. */
export async function* zipped(parts: AsyncIterable<ZipPart>, most = MOST_BYTES): AsyncGenerator<Buffer> {
  const done: Packed[] = [];
  let at = 0;
  for await (const { path, text } of parts) {
    const part: Packed = { path: Buffer.from(path), at, crc: 0, packed: 0, size: 0 };
    const header = localHeader(part);
    at += header.length;
    yield header;
    for await (const bytes of deflated(text, part)) {
      at += bytes.length;
      if (at > most || part.size > most) throw Problem.of('FileTooLarge');
      yield bytes;
    }
    yield sizesOf(part);
    at += SIZES_LENGTH;
    done.push(part);
  }
  yield directory(done, at);
}

async function* deflated(text: ZipPart['text'], part: Packed): AsyncGenerator<Buffer> {
  const measured = async function* () {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      part.crc = crc32(bytes, part.crc);
      part.size += bytes.length;
      yield bytes;
    }
  };
  const packer = createDeflateRaw();
  pipeline(Readable.from(measured()), packer, () => undefined); // a fault comes out below
  for await (const bytes of packer as AsyncIterable<Buffer>) {
    part.packed += bytes.length;
    yield bytes;
  }
}

function localHeader({ path }: Packed): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

const SIZES_LENGTH = 16;

function sizesOf({ crc, packed, size }: Packed): Buffer {
  const sizes = Buffer.alloc(SIZES_LENGTH);
  sizes.writeUInt32LE(0x0807_4b50, 0);
  sizes.writeUInt32LE(crc, 4);
  sizes.writeUInt32LE(packed, 8);
  sizes.writeUInt32LE(size, 12);
  return sizes;
}

function directory(parts: readonly Packed[], at: number): Buffer {
  const entries = parts.map((part) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x0201_4b50, 0);
    entry.writeUInt16LE(VERSION, 4);
    entry.writeUInt16LE(VERSION, 6);
    entry.writeUInt16LE(FLAGS, 8);
    entry.writeUInt16LE(DEFLATED, 10);
    entry.writeUInt16LE(DATE, 14);
    entry.writeUInt32LE(part.crc, 16);
    entry.writeUInt32LE(part.packed, 20);
    entry.writeUInt32LE(part.size, 24);
    entry.writeUInt16LE(part.path.length, 28);
    entry.writeUInt32LE(part.at, 42);
    return Buffer.concat([entry, part.path]);
  });
  const all = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([all, end]);
}
