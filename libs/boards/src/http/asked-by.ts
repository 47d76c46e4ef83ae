import type { FastifyRequest } from 'fastify';
import { formatOf, type Format } from '../formats/format.js';

export const askedFormat = ({ url, headers }: FastifyRequest): Format => formatOf(url.split('?')[0]!, headers.accept);

/** Rows of a page where the caller names no limit. */
export const DEFAULT_ROWS = 50;

export const pageAsked = ({ limit, after }: { readonly limit?: string; readonly after?: string }) => ({
  limit: limit === undefined ? DEFAULT_ROWS : Number(limit),
  after,
});

/** Groups of a figure come all at once unless a page of them is asked for. */
export const groupsAsked = ({
  total,
  ...page
}: {
  readonly limit?: string;
  readonly after?: string;
  readonly total?: string;
}) => ({
  ...((page.limit ?? page.after) !== undefined && pageAsked(page)),
  ...(total !== undefined && { total: total === 'true' }),
});
