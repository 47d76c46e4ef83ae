import type { FastifyRequest } from 'fastify';
import { Problem, type Actor } from '@soquy/platform';
import type { Reader } from '../figures/reader.js';
import { formatOf, type Format } from '../formats/format.js';

/** The signed-in reader; the guard has put him there. */
export function readerOf(request: FastifyRequest): Reader {
  const { actor } = request as FastifyRequest & { readonly actor?: Actor };
  if (!actor) throw Problem.of('NotSignedIn');
  return actor;
}

export const askedFormat = ({ url, headers }: FastifyRequest): Format => formatOf(url.split('?')[0]!, headers.accept);

/** Rows of a page where the caller names no limit. */
export const DEFAULT_ROWS = 50;

export const pageAsked = ({ limit, after }: { readonly limit?: string; readonly after?: string }) => ({
  limit: limit === undefined ? DEFAULT_ROWS : Number(limit),
  after,
});
