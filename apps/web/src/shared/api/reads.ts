import { keepPreviousData, queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useAsOf } from '../as-of/as-of.js';
import type { AnswerMeta } from './answers.js';
import { get, type QueryOf } from './client.js';
import { figureBatch, metricOf } from './figure-batch.js';
import { answeredAt, seenPosition } from './position.js';

export interface ReadOptions {
  /** False: the page's dates do not apply, e.g. while choosing what to record. */
  readonly asOf?: boolean;
  readonly enabled?: boolean;
}

/** What a query says of itself when it is read as of the page's dates: a page that has none shows what is, whatever its address says. */
export const AS_OF = { isAsOf: true } as const;

/** Reads of the log wait for what was recorded here, so that nobody sees a list without what he just added. */
export async function read<Answer>(path: string, query: QueryOf = {}, signal?: AbortSignal): Promise<Answer> {
  const minPosition = query.knownAt === undefined ? seenPosition() : undefined;
  const asked = { ...query, ...(minPosition && { minPosition }) };
  const metric = metricOf(path);
  const answer = await (metric === undefined ? get<unknown>(path, asked, signal) : figures(metric, asked));
  answeredAt((answer as { readonly meta?: Partial<AnswerMeta> }).meta?.position);
  return answer as Answer;
}

const figures = figureBatch((path, query) => get<unknown>(path, query));

/** A route of lists, objects, figures or evidence, as of the page's dates; the answer before stays until the next is there. */
export function useRead<Answer>(path: string, query: QueryOf = {}, options: ReadOptions = {}): UseQueryResult<Answer> {
  const asOf = useAsOf();
  return useQuery(reading<Answer>({ path, query }, options, asOf.query));
}

/** One of several routes read at once. */
export interface Asked {
  readonly path: string;
  readonly query?: QueryOf;
}

export interface Reads<Answer> {
  /** In the order asked; undefined while it is being read. */
  readonly answers: readonly (Answer | undefined)[];
  /** The same, once all have answered. */
  readonly all?: readonly Answer[];
  /** Why one of them was refused. */
  readonly error?: Error;
  readonly again: () => void;
}

/** Several routes at once, each as `useRead` reads it; how many they are may change from one showing to the next. */
export function useReads<Answer>(asked: readonly Asked[], options: ReadOptions = {}): Reads<Answer> {
  const asOf = useAsOf();
  return useQueries({ queries: asked.map((each) => reading<Answer>(each, options, asOf.query)), combine: together<Answer> });
}

function reading<Answer>({ path, query }: Asked, { asOf, enabled = true }: ReadOptions, dates: QueryOf) {
  const asked = asOf === false ? { ...query } : { ...dates, ...query };
  return queryOptions({
    queryKey: ['read', path, asked],
    queryFn: ({ signal }) => read<Answer>(path, asked, signal),
    placeholderData: keepPreviousData,
    enabled,
    ...(asOf !== false && { meta: AS_OF }),
  });
}

function together<Answer>(results: readonly UseQueryResult<Answer>[]): Reads<Answer> {
  const answers = results.map(({ data }) => data);
  const error = results.find((result) => result.error)?.error;
  const again = () => results.forEach((result) => void result.refetch());
  return {
    answers,
    again,
    ...(answers.every((each) => each !== undefined) && { all: answers }),
    ...(error && { error }),
  };
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
