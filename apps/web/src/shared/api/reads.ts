import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useAsOf } from '../as-of/as-of.js';
import { get, type QueryOf } from './client.js';
import { figureBatch, metricOf } from './figure-batch.js';
import { seenPosition } from './position.js';

/** What all reads of the log tell beside their answer. */
export interface AnswerMeta {
  readonly position: string;
  readonly lagSeconds: number;
  readonly stale?: boolean;
  readonly effectiveFrom?: string;
  readonly effectiveTo: string;
  readonly knownAt: { readonly position: string; readonly instant?: string };
}

export interface ReadOptions {
  /** False: the page's dates do not apply, e.g. while choosing what to record. */
  readonly asOf?: boolean;
  readonly enabled?: boolean;
}

/** Reads of the log wait for what was recorded here, so that nobody sees a list without what he just added. */
export function read<Answer>(path: string, query: QueryOf = {}, signal?: AbortSignal): Promise<Answer> {
  const minPosition = query.knownAt === undefined ? seenPosition() : undefined;
  const asked = { ...query, ...(minPosition && { minPosition }) };
  const metric = metricOf(path);
  return metric === undefined ? get<Answer>(path, asked, signal) : (figures(metric, asked) as Promise<Answer>);
}

const figures = figureBatch((path, query) => get<unknown>(path, query));

/** A route of lists, objects, figures or evidence, as of the page's dates; the answer before stays until the next is there. */
export function useRead<Answer>(path: string, query: QueryOf = {}, options: ReadOptions = {}): UseQueryResult<Answer> {
  const asOf = useAsOf();
  const asked = options.asOf === false ? query : { ...asOf.query, ...query };
  return useQuery({
    queryKey: ['read', path, asked],
    queryFn: ({ signal }) => read<Answer>(path, asked, signal),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
}

/** A route that takes no dates, such as accounts or projections. */
export function useAsk<Answer>(
  path: string,
  query: QueryOf = {},
  options: Pick<ReadOptions, 'enabled'> = {},
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: ['ask', path, query],
    queryFn: ({ signal }) => get<Answer>(path, query, signal),
    enabled: options.enabled ?? true,
  });
}
