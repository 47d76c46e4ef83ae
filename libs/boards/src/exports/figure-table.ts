import type { Clock } from '@soquy/platform';
import type { ReadSession } from '@soquy/read-models';
import type { Catalogue } from '../figures/catalogue.js';
import { answerFigure } from '../figures/figure.queries.js';
import type { Reader } from '../figures/reader.js';
import { cellWords, type CellWords } from '../formats/cell-words.js';
import { figureColumns } from '../formats/columns.js';
import { addressOf, agenciesOf, ofRows, type QuestionOf, type Table } from './table.js';

/** A figure in one row, or a row for each group. */
export async function figureTable(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  { metric, asked }: QuestionOf<'figure'>,
  reader: Reader,
): Promise<Table> {
  const { frame, answer } = await answerFigure(session, catalogue, clock, metric, asked, reader);
  const { effectiveFrom, effectiveTo, knownAt } = frame;
  const { period: _, ...lasting } = asked;
  const fixed = { ...lasting, effectiveFrom, effectiveTo, knownAt: knownAt === '' ? asked.knownAt : knownAt };
  const address = addressOf(`/api/v1/figures/${metric}`, fixed);
  return {
    basis: {
      question: { kind: 'figure', metric, asked: fixed },
      name: metric,
      title: catalogue.metric(metric).words,
      address,
      evidence: 'rows' in answer ? address : `/evidence/${answer.figureId}`,
      agencies: agenciesOf(frame),
      meta: answer.meta,
    },
    columns: () => figureColumns,
    cells: ofGroups(cellWords(catalogue), asked.groupBy),
    ...ofRows('rows' in answer ? answer.rows : [{ key: null, ...answer }]),
  };
}

/** Groups of words are called as the values of their dimension. */
const ofGroups = (words: CellWords, groupBy: string | undefined): CellWords =>
  groupBy !== undefined && words[groupBy] ? { ...words, key: words[groupBy] } : words;
