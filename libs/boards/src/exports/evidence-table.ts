import type { ReadSession } from '@soquy/read-models';
import { allEntries, entriesExceed } from '../evidence/entry-items.js';
import { openFigure, partsOf } from '../evidence/evidence.queries.js';
import { allFolded, foldedExceed } from '../evidence/fold-items.js';
import { allKeys, keysExceed } from '../evidence/key-items.js';
import { metaOf } from '../figures/asked.js';
import type { Catalogue } from '../figures/catalogue.js';
import { FigureReader } from '../figures/figure-reader.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import { entryColumns, foldColumns, keyColumns, partColumns } from '../formats/columns.js';
import { agenciesOf, ofRows, type QuestionOf, type Rows, type Table } from './table.js';

/** All that stands behind a figure. */
export async function evidenceTable(
  session: ReadSession,
  catalogue: Catalogue,
  { figureId }: QuestionOf<'evidence'>,
  reader: Reader,
): Promise<Table> {
  const { metric, ...frame } = openFigure(session, catalogue, figureId, reader);
  const basis = {
    question: { kind: 'evidence', figureId } as const,
    name: `${metric}-evidence`,
    title: catalogue.metric(metric).words,
    address: `/api/v1/figures/${figureId}/evidence`,
    evidence: `/evidence/${figureId}`,
    agencies: agenciesOf(frame),
    meta: await metaOf(session, frame),
  };
  return { basis, ...(await rowsBehind(new FigureReader(session, catalogue), metric, frame)) };
}

async function rowsBehind(figures: FigureReader, name: string, frame: Frame): Promise<Rows> {
  const metric = figures.catalogue.metric(name);
  switch (metric.kind) {
    case 'sum':
    case 'stock': {
      const entries = { metric: name, kind: metric.kind };
      return {
        columns: entryColumns,
        rows: () => allEntries(figures, entries, frame),
        exceeds: (rows) => entriesExceed(figures, entries, frame, rows),
      };
    }
    case 'distinct': {
      const keys = { name, key: metric.key };
      return {
        columns: () => keyColumns,
        rows: () => allKeys(figures, keys, frame),
        exceeds: (rows) => keysExceed(figures, keys, frame, rows),
      };
    }
    case 'fold':
      return {
        columns: () => foldColumns,
        rows: () => allFolded(figures, metric, frame),
        exceeds: (rows) => foldedExceed(figures, metric, frame, rows),
      };
    default:
      return { columns: () => partColumns, ...ofRows(await partsOf(figures, name, frame)) };
  }
}
