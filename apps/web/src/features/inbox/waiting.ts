import type { ListAnswer, ListItem } from '../../shared/api/answers.js';
import type { Catalogue, CommandCard, KindCard } from '../../shared/api/catalogue.js';
import { useReads } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';

/** What is shown of one queue; a longer one is opened in its own list. */
export const SHOWN = 50;

/** Objects of a kind in a status that waits for a step which the person here may take. */
export interface Queue {
  readonly kind: KindCard;
  readonly status: string;
  readonly steps: readonly CommandCard[];
}

export interface Waiting {
  readonly queue: Queue;
  readonly items: readonly ListItem[];
  /** How many there are in all. */
  readonly total: number;
}

/** The queues of a role: derived from the catalogue, so a new kind of support shows up by itself. */
export function queuesOf(catalogue: Catalogue): Queue[] {
  return catalogue.kinds.flatMap((kind) =>
    kind.statuses.flatMap(({ status, awaits }) => {
      const steps = (awaits ?? []).flatMap((name) => catalogue.command(name) ?? []).filter(({ mine }) => mine);
      return steps.length > 0 ? [{ kind, status, steps }] : [];
    }),
  );
}

/** All that waits, queue by queue; undefined while any is still being read. */
export function useWaiting(): { readonly waiting?: readonly Waiting[]; readonly error?: unknown } {
  const queues = queuesOf(useCatalogue());
  const { all, error } = useReads<ListAnswer>(
    queues.map(({ kind, status }) => ({
      path: `/api/v1/${kind.noun}`,
      query: { status, limit: SHOWN, sort: 'effectiveFrom', total: 'true' },
    })),
    { asOf: false },
  );
  if (error !== undefined) return { error };
  const waiting = all?.map(({ items, total = items.length }, index) => ({ queue: queues[index]!, items, total }));
  return waiting ? { waiting: waiting.filter(({ items }) => items.length > 0) } : {};
}
