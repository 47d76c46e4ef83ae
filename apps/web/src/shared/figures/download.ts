import { currentLanguage } from '../words/language.js';
import { offline, problemOf } from '../api/problem.js';
import { get } from '../api/client.js';

/** What `/api/v1/exports/{id}` tells of a file. */
export interface Manifest {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'expired';
  readonly fileName: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly file?: string;
  readonly failure?: { readonly code: string; readonly detail: string };
}

export interface Downloaded {
  readonly manifest?: Manifest;
  /** Address of the manifest. */
  readonly address?: string;
  /** The bytes are those the manifest tells of. */
  readonly isWhole: boolean;
}

const ASK_AGAIN_MS = 1_000;
/** Browsers hash only on pages that came over TLS or from this machine. */
const CAN_HASH = window.isSecureContext;
const EXPORT = /<([^>]+)>;\s*rel="describedby"/;

async function fetched(address: string): Promise<Response> {
  const headers = { 'accept-language': currentLanguage() };
  const response = await fetch(address, { headers }).catch(() => {
    throw offline();
  });
  if (response.ok) return response;
  throw problemOf(response.status, await response.json().catch(() => undefined));
}

/** A file of the API, saved under its own name. Large ones are made in the background; `onRows` tells how far they are. */
export async function download(address: string, onRows: (rows: number) => void): Promise<Downloaded> {
  const first = await fetched(address);
  if (first.status !== 202) return save(first, EXPORT.exec(first.headers.get('link') ?? '')?.[1]);
  const place = first.headers.get('location') ?? undefined;
  let manifest = (await first.json()) as Manifest;
  while (manifest.state === 'waiting' || manifest.state === 'running') {
    onRows(manifest.rows);
    await new Promise((resolve) => window.setTimeout(resolve, ASK_AGAIN_MS));
    manifest = await get<Manifest>(`/api/v1/exports/${manifest.id}`);
  }
  if (!manifest.file) throw problemOf(500, { code: 'ExportFailed', status: 500, detail: manifest.failure?.detail ?? '' });
  return save(await fetched(manifest.file), place);
}

async function save(response: Response, address: string | undefined): Promise<Downloaded> {
  const bytes = await response.blob();
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'soquy';
  const manifest = address ? await get<Manifest>(address).catch(() => undefined) : undefined;
  const isWhole = !manifest?.sha256 || !CAN_HASH || (await sha256(bytes)) === manifest.sha256;
  if (isWhole) offer(bytes, name);
  return { isWhole, ...(manifest && { manifest }), ...(address && { address }) };
}

async function sha256(bytes: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function offer(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const anchor = Object.assign(document.createElement('a'), { href: address, download: name });
  anchor.click();
  window.setTimeout(() => URL.revokeObjectURL(address), ASK_AGAIN_MS);
}
