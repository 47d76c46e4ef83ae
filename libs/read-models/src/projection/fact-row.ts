import type { EventMetadata } from '@soquy/event-store';
import { foldText, type Summary } from '@soquy/kernel';
import type { FactRow, FactTrace } from '../tables/fact-row.js';
import type { Change } from './change.js';
import { categoryOf, objectIdOf, shownOf, type ObjectHistory } from './object-history.js';
import type { Target } from './target.js';

/** The timeline's row of an event; `history` does not hold it yet. */
export function factRow(target: Target, history: ObjectHistory, { event, fact, refolded }: Change): FactRow {
  const { stream, metadata } = event;
  const { eventId, correctionId } = fact.data as { eventId?: string; correctionId?: string };
  const own = refolded[0]?.step.fact === fact ? refolded[0].step : history.steps.at(-1);
  const summary = own && shownOf(target, own).summary;
  return {
    build: target.build,
    eventId: event.id,
    stream,
    category: categoryOf(stream),
    objectId: objectIdOf(stream),
    revision: Number(event.revision),
    position: event.position,
    type: event.type,
    version: fact.version,
    effectiveOn: fact.effectiveOn,
    recordedAt: metadata.recordedAt,
    personId: metadata.actor.personId,
    role: metadata.actor.role,
    onBehalfOf: metadata.actor.onBehalfOf ?? null,
    agencyId: metadata.agencyId,
    evidence: metadata.evidence ?? null,
    reason: metadata.reason ?? null,
    reverses: metadata.reverses ?? (event.type === 'CorrectionApproved' ? eventId! : null),
    correctionId: correctionId ?? null,
    origin: metadata.origin ?? null,
    data: fact.data,
    programmeId: summary?.programmeId ?? null,
    fundId: summary?.fundId ?? null,
    organisationId: summary?.organisation?.organisationId ?? null,
    correlationId: metadata.$correlationId ?? null,
    trace: traceOf(metadata),
    search: searchText(history.birth.code, summary, metadata.evidence, fact.data),
  };
}

function traceOf({ requestId, $causationId: causationId, commandId, schemaVersion }: EventMetadata): FactTrace {
  return { requestId, causationId, commandId, schemaVersion };
}

/** It stands in an index, whose rows must stay small. */
const LONGEST_SEARCH = 600;

/** Numbers by which papers are found: `voucher`, `contractNumber`, `documentNumber`, `taxCode`. */
const PAPER = /(^voucher|number|code)$/i;

function searchText(code: string, summary: Summary | undefined, ...papers: readonly (object | undefined)[]): string {
  const known = [code, summary?.title, ...(summary?.keywords ?? []), ...papers.flatMap(paperNumbers)];
  return foldText([...new Set(known)].filter(Boolean).join(' ')).slice(0, LONGEST_SEARCH);
}

/** Also of what is nested one level deep: a legal basis with its number. */
function paperNumbers(fields: object | undefined, depth = 0): string[] {
  return Object.entries(fields ?? {}).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return PAPER.test(name) ? [value] : [];
    return depth === 0 && typeof value === 'object' && value !== null ? paperNumbers(value, 1) : [];
  });
}
