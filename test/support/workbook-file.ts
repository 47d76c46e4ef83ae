import { crc32, inflateRawSync } from 'node:zlib';

/** A cell as the file holds it: its kind (`n`, `b`, `inlineStr`), its format, and its text. */
export interface FileCell {
  readonly kind: string;
  readonly style: number;
  readonly text: string;
}

export interface FileSheet {
  readonly name: string;
  readonly xml: string;
  /** Address -> cell. */
  readonly cells: ReadonlyMap<string, FileCell>;
}

/** The parts of an archive, read by its directory; a wrong size or checksum throws. */
export function unzipped(file: Buffer): Map<string, Buffer> {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const [count, at] = [file.readUInt16LE(end + 10), file.readUInt32LE(end + 16)];
  const parts = new Map<string, Buffer>();
  for (let entry = at, number = 0; number < count; number += 1) {
    if (file.readUInt32LE(entry) !== 0x02014b50) throw new Error('no entry of a directory');
    const [checksum, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(entry + offset));
    const path = file.subarray(entry + 46, entry + 46 + file.readUInt16LE(entry + 28)).toString();
    const local = file.readUInt32LE(entry + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = inflateRawSync(file.subarray(start, start + packed!));
    if (bytes.length !== size || crc32(bytes) !== checksum) throw new Error(`${path} is damaged`);
    parts.set(path, bytes);
    entry += 46 + file.readUInt16LE(entry + 28) + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32);
  }
  return parts;
}

/** A workbook's sheets as the plain XML says them, without any library of spreadsheets. */
export function sheetsOf(file: Buffer): readonly FileSheet[] {
  const parts = unzipped(file);
  const text = (path: string) => {
    const xml = parts.get(path)?.toString('utf8');
    if (xml === undefined) throw new Error(`no ${path}`);
    assertBalanced(path, xml);
    return xml;
  };
  const types = text('[Content_Types].xml');
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="(\w+)"[^>]* Target="([^"]+)"/g)].map(([, id, target]) => [
      id,
      target,
    ]),
  );
  return [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"[^>]* r:id="(\w+)"/g)].map(([, name, id]) => {
    const path = `xl/${targets.get(id)}`;
    if (!types.includes(`PartName="/${path}"`)) throw new Error(`${path} has no type`);
    const xml = text(path);
    return { name: plain(name!), xml, cells: cellsOf(xml) };
  });
}

function cellsOf(xml: string): ReadonlyMap<string, FileCell> {
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?>(.*?)<\/c>/gs)];
  return new Map(
    cells.map(([, at, style, kind = 'n', inner]) => {
      const value = /<(?:v|t)[^>]*>(.*)<\/(?:v|t)>/s.exec(inner!)?.[1] ?? '';
      return [at!, { kind, style: Number(style ?? 0), text: plain(value) }];
    }),
  );
}

/** Every element that is opened is closed, in order, and no character is there that XML forbids. */
function assertBalanced(path: string, xml: string): void {
  // eslint-disable-next-line no-control-regex -- naming them is the point
  if (/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml)) throw new Error(`${path} holds what XML forbids`);
  if (/&(?!amp;|lt;|gt;|quot;)/.test(xml)) throw new Error(`${path} holds a bare &`);
  const open: string[] = [];
  for (const [, slash, name, empty] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (empty) continue;
    if (!slash) open.push(name!);
    else if (open.pop() !== name) throw new Error(`${path} closes ${name} too early`);
  }
  if (open.length > 0) throw new Error(`${path} leaves ${open.at(-1)} open`);
}

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
