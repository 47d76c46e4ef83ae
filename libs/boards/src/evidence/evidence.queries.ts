import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { numbersOf, type FigureNumbers, type Words } from '@soquy/kernel';
import { Problem } from '@soquy/platform';
import { ReadModels, type ReadSession } from '@soquy/read-models';
import { assertOfThisLog, metaOf } from '../figures/asked.js';
import { figuresOf } from '../figures/ask-figures.js';
import { Catalogue } from '../figures/catalogue.js';
import { FigureReader } from '../figures/figure-reader.js';
import { formulaOf } from '../figures/formula-words.js';
import { questionOf, type Frame, type Question } from '../figures/question.js';
import { assertMaySee, type Reader } from '../figures/reader.js';
import { People } from '../people.js';
import type { Evidence, Part } from './evidence.js';
import { entryItems } from './entry-items.js';
import { foldItems } from './fold-items.js';
import type { Page } from './items.js';
import { keyItems } from './key-items.js';
import { MOST_FACTS, recomputed } from './recompute.js';

/** "Where does this number come from": the events behind a figure, and the figure computed again from them. */
export class GetEvidence extends Query<Evidence> {
  constructor(
    readonly figureId: string,
    readonly page: Page,
    readonly reader: Reader,
    readonly minPosition?: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetEvidence)
export class GetEvidenceHandler implements IQueryHandler<GetEvidence> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly people: People,
  ) {}

  async execute({ figureId, page, reader, minPosition }: GetEvidence): Promise<Evidence> {
    const found = await this.readModels.read(
      async (session) => {
        const question = openFigure(session, this.catalogue, figureId, reader);
        return evidenceOf(new FigureReader(session, this.catalogue), session, question, page);
      },
      minPosition === undefined ? undefined : { minPosition },
    );
    return found.items ? { ...found, items: await this.people.named(reader, found.items) } : found;
  }
}

/**
 * The question of a figure id: 404 for one nobody gave out, 403 for one that shows more than the reader may see, 400 for one
 * given out before the log moved to another store.
 */
export function openFigure(session: ReadSession, catalogue: Catalogue, figureId: string, reader: Reader): Question {
  const question = questionOf(figureId);
  const isAnswered =
    question && catalogue.has(question.metric) && (question.filters.debtAge === undefined || catalogue.isAged(question.metric));
  if (!isAnswered)
    throw new Problem(404, 'UnknownFigure', { vi: 'Không có số liệu mang mã này.', en: 'There is no figure of this id.' });
  assertMaySee(reader, question);
  assertOfThisLog(session, question.knownAt, 'figureId');
  return question;
}

async function evidenceOf(
  reader: FigureReader,
  session: ReadSession,
  { metric, ...frame }: Question,
  page: Page,
): Promise<Evidence> {
  const { catalogue } = reader;
  const figure = (await figuresOf(reader, [metric], frame)).get(metric)!;
  const again = await recomputed(reader, metric, frame);
  return {
    ...figure,
    words: catalogue.metric(metric).words,
    formula: formulaOf(catalogue, metric),
    filters: frame.filters,
    ...(frame.agencies && { agencies: frame.agencies }),
    recomputed: again ? numbersOf(again).value : null,
    matches: again ? sameNumbers(figure, numbersOf(again)) : null,
    method: again ? methodOf(catalogue, metric) : tooMuch,
    ...(await behind(reader, metric, frame, page)),
    meta: await metaOf(session, frame),
  };
}

const NUMBERS = [
  'value',
  'valueTo',
  'qualifier',
  'unknown',
  'numerator',
  'denominator',
] as const satisfies (keyof FigureNumbers)[];

const sameNumbers = (a: FigureNumbers, b: FigureNumbers) => NUMBERS.every((number) => a[number] === b[number]);

async function behind(
  reader: FigureReader,
  name: string,
  frame: Frame,
  page: Page,
): Promise<Pick<Evidence, 'parts' | 'items' | 'next'>> {
  const metric = reader.catalogue.metric(name);
  switch (metric.kind) {
    case 'sum':
    case 'stock':
      return entryItems(reader, { metric: name, kind: metric.kind }, frame, page);
    case 'distinct':
      return keyItems(reader, { name, key: metric.key }, frame, page);
    case 'fold':
      return foldItems(reader, metric, frame, page);
    default:
      return { parts: await partsOf(reader, name, frame) };
  }
}

/** The metrics a ratio or formula is made of, each as a figure of its own. */
export async function partsOf(reader: FigureReader, name: string, frame: Frame): Promise<readonly Part[]> {
  const metric = reader.catalogue.metric(name);
  const names = reader.catalogue.parts(name);
  const figures = await figuresOf(reader, names, frame);
  return names.map((part, index): Part => {
    const role =
      metric.kind === 'formula'
        ? metric.terms[index]!.sign === 1
          ? 'plus'
          : 'minus'
        : index === 0
          ? 'numerator'
          : 'denominator';
    return { role, words: reader.catalogue.metric(part).words, ...figures.get(part)! };
  });
}

const tooMuch: Words = {
  vi: `Quá ${MOST_FACTS} sự kiện để tính lại một lần; hãy thu hẹp câu hỏi.`,
  en: `More than ${MOST_FACTS} events to recompute at once; narrow the question.`,
};

const methods: Readonly<Record<'sum' | 'distinct' | 'parts' | 'fold', Words>> = {
  sum: {
    vi: 'Cộng lại từng bút toán còn hiệu lực, mỗi bút toán đối chiếu với sự kiện gốc về ngày phát sinh và vị trí trong sổ; bút toán đã bị huỷ không tính.',
    en: 'The entries that still stand are added again, each checked against its event for day and place in the log; reversed ones are left out.',
  },
  distinct: {
    vi: 'Đếm lại các đối tượng khác nhau trong những bút toán còn hiệu lực, mỗi bút toán đối chiếu với sự kiện gốc.',
    en: 'The different objects among the entries that still stand are counted again, each entry checked against its event.',
  },
  parts: {
    vi: 'Tính lại từng thành phần từ sự kiện, rồi kết hợp.',
    en: 'Each part is recomputed from its events, then combined.',
  },
  fold: {
    vi: 'Dựng lại trạng thái từng đối tượng từ các sự kiện của nó đến ngày hỏi, đo lại bằng cùng công thức, rồi cộng.',
    en: "Each object's state is folded again from its events up to the day asked, measured by the same formula, then added.",
  },
};

function methodOf(catalogue: Catalogue, name: string): Words {
  const { kind } = catalogue.metric(name);
  if (kind === 'ratio' || kind === 'formula') return methods.parts;
  return kind === 'stock' ? methods.sum : methods[kind];
}
