import type { ReadSession } from '@soquy/read-models';
import { allMoved, endsOf, movedExceed, movedParts, type Ends } from '../evidence/changes.js';
import { allEntries, entriesExceed } from '../evidence/entry-items.js';
import { openFigure } from '../evidence/evidence.queries.js';
import { metaOf } from '../figures/asked.js';
import type { Catalogue } from '../figures/catalogue.js';
import { FigureReader } from '../figures/figure-reader.js';
import type { Reader } from '../figures/reader.js';
import { entryColumns, movedObjectColumns, movedPartColumns } from '../formats/columns.js';
import { addressOf, agenciesOf, ofRows, type QuestionOf, type Rows, type Table } from './table.js';

/** Why a figure moved between two states of knowledge. */
export async function changesTable(
  session: ReadSession,
  catalogue: Catalogue,
  { figureId, from, to }: QuestionOf<'changes'>,
  reader: Reader,
): Promise<Table> {
  const { metric, ...frame } = openFigure(session, catalogue, figureId, reader);
  const ends = await endsOf(session, frame, { from, to });
  const fixed = { from: ends.older.knownAt || from, to: ends.newer.knownAt || to };
  const { vi, en } = catalogue.metric(metric).words;
  const basis = {
    question: { kind: 'changes', figureId, ...fixed } as const,
    name: `${metric}-changes`,
    title: { vi: `Thay đổi: ${vi}`, en: `Changes: ${en}` },
    address: addressOf(`/api/v1/figures/${figureId}/changes`, fixed),
    evidence: `/evidence/${figureId}`,
    agencies: agenciesOf(frame),
    meta: await metaOf(session, ends.newer),
  };
  return { basis, ...(await rowsBetween(new FigureReader(session, catalogue), metric, ends)) };
}

async function rowsBetween(figures: FigureReader, name: string, ends: Ends): Promise<Rows> {
  const metric = figures.catalogue.metric(name);
  if (metric.kind === 'fold')
    return {
      columns: () => movedObjectColumns,
      rows: () => allMoved(figures, metric, ends),
      exceeds: (rows) => movedExceed(figures, metric, ends, rows),
    };
  const found = figures.catalogue.entriesOf(name);
  if (!found) return { columns: () => movedPartColumns, ...ofRows(await movedParts(figures, name, ends)) };
  const entries = { ...found, since: ends.older.knownAt };
  return {
    columns: entryColumns,
    rows: () => allEntries(figures, entries, ends.newer),
    exceeds: (rows) => entriesExceed(figures, entries, ends.newer, rows),
  };
}
