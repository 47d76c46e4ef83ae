import type { ExportKind, NewExport } from '@soquy/platform';
import type { FileForm } from '../formats/file-bytes.js';
import { FORMATS } from '../formats/format.js';
import type { Basis } from './table.js';

/** Who asks for a file, and by which address. */
export interface Asker {
  readonly accountId?: string | undefined;
  /** Protocol and host. */
  readonly origin: string;
}

export function newExport(kind: ExportKind, basis: Basis, { format, separator, language }: FileForm, asker: Asker): NewExport {
  const { name, address, evidence, question, agencies, meta } = basis;
  const { knownAt, effectiveFrom, effectiveTo, stale } = meta;
  const mediaType = format === 'xlsx' ? FORMATS[format] : `${FORMATS[format]}; charset=utf-8`;
  return {
    kind,
    ...asker,
    agencyIds: agencies,
    form: { format, mediaType, separator, language },
    basis: {
      name,
      address,
      evidence,
      question,
      position: knownAt.position,
      knownAt: knownAt.instant,
      effectiveFrom,
      effectiveTo,
      stale,
    },
  };
}
