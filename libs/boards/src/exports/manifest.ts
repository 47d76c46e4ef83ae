import type { ExportRow, Reader } from '@soquy/platform';
import type { Language } from '@soquy/kernel';

/** What `/api/v1/exports/{id}` says of a file. */
export interface Manifest {
  readonly id: string;
  readonly state: ExportRow['state'];
  readonly fileName: string;
  readonly format: string;
  readonly mediaType: string;
  /** So far, while it is being written. */
  readonly rows: number;
  readonly bytes: number;
  /** Of the bytes as they left; null until all have. */
  readonly sha256: string | null;
  /** The question with its days and position, as it can be asked again for ever. */
  readonly query: object;
  readonly address: string;
  readonly evidence: string;
  readonly agencies: readonly string[] | 'all';
  readonly position: string;
  readonly knownAt: string | null;
  readonly effectiveFrom?: string;
  readonly effectiveTo: string;
  readonly stale?: true;
  readonly cutCells?: number;
  readonly createdAt: string;
  readonly finishedAt?: string;
  /** Where the file is kept for a while: until then, and there. */
  readonly expiresAt?: string;
  readonly file?: string;
  readonly failure?: { readonly code: string; readonly detail: string };
}

export const exportAddress = (id: string): string => `/api/v1/exports/${id}`;

export const fileName = ({ basis, form }: Pick<ExportRow, 'basis' | 'form'>): string => `${basis.name}.${form.format}`;

export function manifestOf(row: ExportRow, language: Language): Manifest {
  const { id, state, form, basis, agencyIds, failure, finishedAt, expiresAt } = row;
  const { address, evidence, question, position, knownAt, effectiveFrom, effectiveTo, stale } = basis;
  return {
    id,
    state,
    fileName: fileName(row),
    format: form.format,
    mediaType: form.mediaType,
    rows: Number(row.rows),
    bytes: Number(row.bytes),
    sha256: row.sha256,
    query: question,
    address,
    evidence,
    agencies: agencyIds,
    position,
    knownAt,
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    effectiveTo,
    ...(stale && { stale }),
    ...(row.cut > 0 && { cutCells: row.cut }),
    createdAt: row.createdAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(state === 'done' && row.kind === 'job' && { file: `${exportAddress(id)}/file` }),
    ...(failure && { failure: { code: failure.code, detail: failure.detail[language] } }),
  } as Manifest;
}

/** Who may ask the question may read what came of it: all that the file shows must be the reader's to see. */
export function mayRead({ agencyIds: shown }: Pick<ExportRow, 'agencyIds'>, { agencyIds }: Pick<Reader, 'agencyIds'>): boolean {
  if (agencyIds === 'all') return true;
  return shown !== 'all' && shown.every((agency) => agencyIds.includes(agency));
}
