import type { Clock } from '@soquy/platform';
import type { ReadSession } from '@soquy/read-models';
import { MOST_ROWS } from '../http/parameters.js';
import { answerFigure, answerGroups } from '../figures/answer-board.js';
import type { AnswerMeta } from '../figures/asked.js';
import type { Catalogue } from '../figures/catalogue.js';
import { MOST_GROUPS } from '../figures/figure-rows.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import { cellWords, type CellWords } from '../formats/cell-words.js';
import { figureColumns } from '../formats/columns.js';
import { addressOf, agenciesOf, ofRows, type QuestionOf, type Rows, type Table } from './table.js';

/** A figure in one row, or a row for each group. */
export async function figureTable(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  { metric, asked }: QuestionOf<'figure'>,
  reader: Reader,
): Promise<Table> {
  const { groupBy } = asked;
  const {
    frame,
    meta,
    figureId,
    count = 0,
    ...rows
  } = groupBy === undefined || groupBy === 'month'
    ? await fewRows(session, catalogue, clock, { metric, asked }, reader)
    : await groupsOf(session, catalogue, clock, metric, { ...asked, groupBy }, reader);
  const { effectiveFrom, effectiveTo, knownAt } = frame;
  const { period: _, ...lasting } = asked;
  const fixed = { ...lasting, effectiveFrom, effectiveTo, knownAt: knownAt === '' ? asked.knownAt : knownAt };
  const paged = count > MOST_GROUPS ? { ...fixed, sort: '-value', limit: `${MOST_ROWS}` } : fixed;
  const address = addressOf(`/api/v1/figures/${metric}`, paged);
  return {
    basis: {
      question: { kind: 'figure', metric, asked: fixed },
      name: metric,
      title: catalogue.metric(metric).words,
      address,
      evidence: figureId === undefined ? address : `/evidence/${figureId}`,
      agencies: agenciesOf(frame),
      meta,
    },
    columns: () => figureColumns,
    cells: ofGroups(cellWords(catalogue), groupBy),
    ...rows,
  };
}

interface Answered extends Pick<Rows, 'rows' | 'exceeds'> {
  readonly frame: Frame;
  readonly meta: AnswerMeta;
  /** Of a figure that is not divided. */
  readonly figureId?: string;
  /** So many groups as only pages hold where JSON is asked for. */
  readonly count?: number;
}

async function fewRows(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  { metric, asked }: Pick<QuestionOf<'figure'>, 'metric' | 'asked'>,
  reader: Reader,
): Promise<Answered> {
  const { frame, answer } = await answerFigure(session, catalogue, clock, metric, asked, reader);
  const { meta } = answer;
  return 'rows' in answer
    ? { frame, meta, ...ofRows(answer.rows) }
    : { frame, meta, figureId: answer.figureId, ...ofRows([{ key: null, ...answer }]) };
}

/** As many as there are: a file has no pages, and its rows are named as they leave. */
async function groupsOf(...asked: Parameters<typeof answerGroups>): Promise<Answered> {
  const answered = await answerGroups(...asked);
  return { ...answered, exceeds: async (most) => answered.count > most };
}

/** Groups of words are called as the values of their dimension. */
const ofGroups = (words: CellWords, groupBy: string | undefined): CellWords =>
  groupBy !== undefined && words[groupBy] ? { ...words, key: words[groupBy] } : words;
