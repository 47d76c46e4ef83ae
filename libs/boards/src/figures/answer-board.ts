import type { Clock } from '@soquy/platform';
import type { ReadSession } from '@soquy/read-models';
import { assertAged } from './ages.js';
import type { AnswerMeta, AskedFrame } from './asked.js';
import { frameOf, metaOf } from './asked.js';
import type { FigureAnswer, FigureRow, FigureRows, Paged } from './answers.js';
import { assertMetric, figuresOf } from './ask-figures.js';
import type { Catalogue } from './catalogue.js';
import type { DimensionName } from './dimensions.js';
import { FigureReader } from './figure-reader.js';
import { allGroups, figureRowsOf } from './figure-rows.js';
import { assertWhole, openPage, type AskedGroups } from './group-page.js';
import type { Frame } from './question.js';
import type { Reader } from './reader.js';

/** Several figures of one frame, as boards show them; a page of groups is one for all of them. */
export interface AskedBoard {
  readonly metrics: readonly string[];
  readonly asked: AskedFrame & AskedGroups;
}

export interface Board extends Paged {
  readonly items: readonly (FigureAnswer | FigureRows)[];
}

/** A figure in one look at the tables, and the frame it was found to be asked in. */
export async function answerFigure(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  metric: string,
  asked: AskedFrame & AskedGroups,
  reader: Reader,
): Promise<{ readonly frame: Frame; readonly answer: FigureAnswer | FigureRows }> {
  assertMetric(catalogue, metric);
  const { frame, board } = await answerBoard(session, catalogue, clock, { metrics: [metric], asked }, reader);
  const { items, ...paged } = board;
  return { frame, answer: { ...items[0]!, ...paged } };
}

/** Several figures of one frame, as each would be answered alone, and that frame. */
export async function answerBoard(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  { metrics, asked: { groupBy, sort, among, limit, after, total, ...asked } }: AskedBoard,
  reader: Reader,
): Promise<{ readonly frame: Frame; readonly board: Board }> {
  assertAged(catalogue, metrics, { groupBy, debtAge: asked.debtAge });
  const figures = new FigureReader(session, catalogue);
  const now = await frameOf(session, catalogue, reader, clock, asked);
  const groups = { sort, among, limit, after };
  if (!groupBy) {
    assertWhole({ ...groups, total });
    const found = await figuresOf(figures, metrics, now);
    const meta = await metaOf(session, now);
    return { frame: now, board: { items: metrics.map((metric) => ({ ...found.get(metric)!, meta })) } };
  }
  const { frame, page, cursorAfter } = await openPage(figures, metrics, asked, { groupBy, ...groups }, now);
  const meta = await metaOf(session, frame);
  const found = await figureRowsOf(figures, metrics, frame, { groupBy, sort, page });
  const items = metrics.map((metric): FigureRows => {
    const { kind, unit } = catalogue.metric(metric);
    return { metric, kind, unit, groupBy, rows: found.rows.get(metric)!, meta };
  });
  const paged = {
    ...(found.last !== undefined && { next: cursorAfter(found.last) }),
    ...(total && { total: found.total }),
  };
  return { frame, board: { items, ...paged } };
}

/** All groups of a figure, as many as there are, one after the other. */
export async function answerGroups(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  metric: string,
  { groupBy, sort, among, ...asked }: AskedFrame & Pick<AskedGroups, 'sort' | 'among'> & { readonly groupBy: DimensionName },
  reader: Reader,
): Promise<{
  readonly frame: Frame;
  readonly meta: AnswerMeta;
  readonly count: number;
  readonly rows: () => AsyncGenerator<FigureRow>;
}> {
  assertMetric(catalogue, metric);
  assertAged(catalogue, [metric], { groupBy, debtAge: asked.debtAge });
  const now = await frameOf(session, catalogue, reader, clock, asked);
  const figures = new FigureReader(session, catalogue);
  const { frame } = await openPage(figures, [metric], asked, { groupBy, sort, among }, now);
  const groups = await allGroups(figures, metric, frame, { groupBy, sort });
  return { frame, meta: await metaOf(session, frame), ...groups };
}
