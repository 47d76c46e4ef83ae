import { kernelEvents, upcast, type EventCatalogue, type Fact, type Words } from '@soquy/kernel';
import type { Feature } from '@soquy/platform';
import type { Catalogue } from './figures/catalogue.js';

/** A recorded fact as the timeline's table holds it. */
export interface FactRow {
  readonly event_id: string;
  readonly category: string;
  readonly object_id: string;
  readonly revision: string;
  readonly position: string;
  readonly type: string;
  readonly version: number;
  readonly effective_on: string;
  readonly recorded_at: Date;
  readonly person_id: string;
  readonly role: string;
  readonly on_behalf_of: string | null;
  readonly evidence: object | null;
  readonly reason: string | null;
  readonly reverses: string | null;
  readonly correction_id: string | null;
  readonly origin: string | null;
  readonly data: object;
}

/** Columns of `FactRow`, days as text. */
export const FACT_COLUMNS = `f.event_id, f.category, f.object_id, f.revision, f.position, f.type, f.version, f.effective_on::text,
  f.recorded_at, f.person_id, f.role, f.on_behalf_of, f.evidence, f.reason, f.reverses, f.correction_id, f.origin, f.data`;

/** A person by the names of the account; events hold its id alone. */
export interface Person {
  readonly username: string;
  readonly name?: string;
}

/** One event as people read it: what, when true, when written, by whom, on what paper. */
export interface EventLine {
  readonly eventId: string;
  readonly type: string;
  readonly words: Words;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly position: string;
  readonly personId: string;
  /** Who that is, as accounts know the person at the time of reading; for those who are signed in. */
  readonly person?: Person;
  readonly role: string;
  readonly onBehalfOf?: string;
  readonly evidence?: object;
  readonly reason?: string;
  /** Demo data, and what a demo scenario made up. */
  readonly origin?: string;
}

export function eventLine(catalogue: Catalogue, fact: Omit<FactRow, 'data' | 'version'>): EventLine {
  return {
    eventId: fact.event_id,
    type: fact.type,
    words: eventWords(catalogue, fact.category, fact.type),
    effectiveOn: fact.effective_on,
    recordedAt: fact.recorded_at.toISOString(),
    position: fact.position,
    personId: fact.person_id,
    role: fact.role,
    ...(fact.on_behalf_of && { onBehalfOf: fact.on_behalf_of }),
    ...(fact.evidence && { evidence: fact.evidence }),
    ...(fact.reason && { reason: fact.reason }),
    ...(fact.origin && { origin: fact.origin }),
  };
}

const kernelWords: Readonly<Record<keyof typeof kernelEvents, Words>> = {
  CorrectionRequested: { vi: 'Đề nghị đính chính', en: 'Correction requested' },
  CorrectionApproved: { vi: 'Đã duyệt đính chính, bút toán gốc bị huỷ', en: 'Correction approved, the original is reversed' },
  CorrectionRejected: { vi: 'Không duyệt đính chính', en: 'Correction rejected' },
  ReservationLapsed: { vi: 'Phần giữ chỗ hết hạn', en: 'Reservation lapsed' },
};

/** An event's name in the office's words; of a slice that is gone, its stored name. */
export function eventWords(catalogue: Catalogue, category: string, type: string): Words {
  const kernel: Readonly<Record<string, Words>> = kernelWords;
  return catalogue.feature(category)?.texts.events[type] ?? kernel[type] ?? { vi: type, en: type };
}

/** A stored row as the slice's fold takes it, in today's version. */
export function factOf({ events }: Feature, row: Pick<FactRow, 'event_id' | 'type' | 'version' | 'effective_on' | 'data'>): Fact {
  const catalogue = { ...events, ...kernelEvents } as EventCatalogue<Record<string, { readonly [day: `${string}On`]: string }>>;
  const known = catalogue[row.type];
  if (!known) throw new Error(`assertion: no version of stored event ${row.type}`);
  return { id: row.event_id, type: row.type, effectiveOn: row.effective_on, data: upcast(known, row.version, row.data) };
}
