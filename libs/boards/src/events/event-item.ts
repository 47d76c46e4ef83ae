import type { FactTrace, ReadSession } from '@soquy/read-models';
import type { ObjectLink } from '../evidence/evidence.js';
import { objectLink } from '../evidence/items.js';
import { eventLine, FACT_COLUMNS, type EventLine, type FactRow } from '../facts.js';
import type { Catalogue } from '../figures/catalogue.js';
import { labelsOf } from '../figures/labels.js';
import type { Frame } from '../figures/question.js';

/** One event of the journal: what a timeline says of it, and of which object. */
export interface EventItem extends EventLine {
  readonly category: string;
  readonly revision: number;
  readonly agency: string;
  readonly object: ObjectLink;
  /** On an approved correction: the event it takes back. */
  readonly reverses?: string;
  /** On an event that a correction took back: that correction's event. */
  readonly reversedBy?: string;
  readonly data: object;
}

/** How it came to be recorded. */
export interface EventTrace extends FactTrace {
  readonly correlationId: string;
}

export interface EventRow extends FactRow {
  readonly agency_id: string;
  readonly reversed_by: string | null;
}

/** Columns of `EventRow` from rm.facts as `f`; `known` is the number of the parameter that says up to where it is known. */
export const eventColumns = (known: string): string =>
  `${FACT_COLUMNS}, f.agency_id, (select r.event_id from rm.facts r where r.build = f.build and r.reverses = f.event_id
      and r.type = 'CorrectionApproved' and r.position <= ${known} limit 1) as reversed_by`;

/** Rows with the names of their objects, as known then. */
export async function eventItems(
  session: ReadSession,
  catalogue: Catalogue,
  rows: readonly EventRow[],
  frame: Pick<Frame, 'effectiveTo' | 'knownAt'>,
): Promise<EventItem[]> {
  const ids = rows.map((row) => row.object_id);
  const labels = await labelsOf(session, ids, frame);
  return rows.map((row) => ({
    ...eventLine(catalogue, row),
    category: row.category,
    revision: Number(row.revision),
    agency: row.agency_id,
    object: objectLink(catalogue, row.object_id, row.category, labels.get(row.object_id)),
    ...(row.reverses && { reverses: row.reverses }),
    ...(row.reversed_by && { reversedBy: row.reversed_by }),
    data: row.data,
  }));
}
