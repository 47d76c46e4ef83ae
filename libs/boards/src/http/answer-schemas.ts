import { QUALIFIERS, unitWords } from '@soquy/kernel';
import { answerSchema, replacementSchema } from '@soquy/platform';
import { GROUPINGS, STORED_NAMES } from '../figures/dimensions.js';

const { amount, anything, count, day, flag, instant, list, named, object, oneOfWords, orNull, text, words } = answerSchema;

const each = (names: readonly string[], schema: object) => Object.fromEntries(names.map((name) => [name, schema]));

export const next = { next: { ...text, description: 'The cursor of the next page' } };

export const meta = named(
  'AnswerMeta',
  object(
    {
      lagSeconds: { ...amount, description: 'Between the last recorded event and the last one in the answer' },
      effectiveTo: day,
      knownAt: object({ position: text, instant: orNull(instant) }),
    },
    {
      position: { ...text, description: 'Up to here the log is in the answer' },
      effectiveFrom: day,
      stale: { ...flag, description: 'The asked `minPosition` was not reached in time' },
    },
  ),
);

const object_ = {
  id: text,
  code: text,
  title: text,
  status: text,
  statusWords: words,
  agency: text,
  effectiveFrom: { ...day, description: 'It stands so from this day on' },
  revision: count,
  data: { ...anything, description: 'The fields of its kind on the day asked' },
};
const named_ = {
  ...each(
    STORED_NAMES.filter((name) => name !== 'agency' && name !== 'object'),
    text,
  ),
  origin: text,
};
const objectState = named('ObjectState', object(object_, named_));

/** A list of objects of one kind. */
export const objectList = named(
  'ObjectList',
  object({ items: list(objectState), meta }, { ...next, total: { ...count, description: 'Where `total=true` was asked' } }),
);

const suggested = {
  type: 'object',
  additionalProperties: anything,
  description: 'Command, fields: what its form begins with, as the object stands',
};
export const objectAnswer = named('ObjectAnswer', object({ noun: text, ...object_, meta }, { ...named_, suggested }));

const person = named('Person', object({ username: text }, { name: text }));

export const eventLine = {
  eventId: text,
  type: text,
  words,
  effectiveOn: day,
  recordedAt: instant,
  position: text,
  personId: text,
  role: text,
};
export const eventLineMore = {
  person: { ...person, description: 'Who that is, from the accounts of today' },
  onBehalfOf: text,
  evidence: { ...anything, description: 'The paper the fact rests on' },
  reason: text,
  origin: text,
};
const event = named('EventLine', object(eventLine, eventLineMore));

export const timeline = named(
  'Timeline',
  object(
    {
      id: text,
      code: text,
      title: text,
      items: list(
        named(
          'TimelineItem',
          object(
            { ...eventLine, revision: count, data: anything },
            { ...eventLineMore, reverses: text, reversedBy: text, correctionId: text },
          ),
        ),
      ),
      meta,
    },
    next,
  ),
);

export const objectLink = named('ObjectLink', object({ id: text, noun: orNull(text), code: orNull(text), title: orNull(text) }));

export const openCorrections = named(
  'OpenCorrections',
  object(
    {
      items: list(
        named(
          'OpenCorrection',
          object(
            {
              ...eventLine,
              correctionId: text,
              object: objectLink,
              of: object({ eventId: text, type: text, words }, { data: anything, evidence: anything }),
            },
            { ...eventLineMore, replacement: replacementSchema, replacedBy: text, decision: event },
          ),
        ),
      ),
      meta,
    },
    { ...next, total: { ...count, description: 'Where `total=true` was asked' } },
  ),
);

const kind = oneOfWords(['sum', 'stock', 'distinct', 'ratio', 'formula', 'fold']);
const unit = oneOfWords(Object.keys(unitWords));
const qualifier = oneOfWords(QUALIFIERS);

const figure = {
  metric: text,
  kind,
  unit,
  figureId: { ...text, description: 'From it the evidence can be asked, now and later' },
  value: { ...orNull(amount), description: 'Null: the facts are there, their numbers are not; or a share of nothing' },
  qualifier,
};
const figureMore = {
  valueTo: amount,
  unknown: { ...count, description: 'So many facts without a number are in it' },
  numerator: orNull(amount),
  denominator: orNull(amount),
  shortfall: { ...amount, description: 'What is missing where it should never be below zero' },
};
const pagedGroups = {
  ...next,
  total: { ...count, description: 'So many groups in all, where `total=true` was asked; of a page those of the first metric' },
};
const plainFigure = named('Figure', object(figure, figureMore));

/** One figure, or its rows by group. */
export const figureAnswer = {
  oneOf: [
    named('FigureAnswer', object({ ...figure, meta }, figureMore)),
    named(
      'FigureRows',
      object(
        {
          metric: text,
          kind,
          unit,
          groupBy: oneOfWords(GROUPINGS),
          rows: list(
            named(
              'FigureRow',
              object(
                { key: orNull(text), ...figure },
                {
                  label: text,
                  code: text,
                  words: { ...words, description: 'Of rows by age of arrears: what the age is called' },
                  organisation: {
                    ...object({ id: text, code: text, title: text }),
                    description: 'Of rows by object: whose it is, by the name known then',
                  },
                  ...figureMore,
                },
              ),
            ),
          ),
          meta,
        },
        pagedGroups,
      ),
    ),
  ],
};

/** Figures of one frame, in the order asked. */
export const board = named('Board', object({ items: list(figureAnswer) }, pagedGroups));
/** Boards of several frames, in the order asked. */
export const boardSet = named('BoardSet', object({ boards: list(board) }));

export const metricCards = named(
  'MetricCards',
  object({ items: list(named('MetricCard', object({ metric: text, kind, unit, words, formula: words }))) }),
);

const entryItem = named(
  'EntryItem',
  object(
    { ...eventLine, object: objectLink, value: orNull(amount), qualifier },
    { ...eventLineMore, valueTo: amount, negates: text, reversedBy: text },
  ),
);
const keyItem = named('KeyItem', object({ key: orNull(text), entries: count, figureId: text }, { object: objectLink }));
const foldItem = named('FoldItem', object({ object: objectLink, value: amount, row: anything, events: list(event) }));
const part = named(
  'FigurePart',
  object({ role: oneOfWords(['numerator', 'denominator', 'plus', 'minus']), words, ...figure }, figureMore),
);

export const figureEvidence = named(
  'FigureEvidence',
  object(
    {
      ...figure,
      words,
      formula: words,
      filters: { type: 'object', additionalProperties: orNull(text) },
      recomputed: { ...orNull(amount), description: 'From the events, by another way than the figure' },
      matches: orNull(flag),
      method: words,
      meta,
    },
    {
      ...figureMore,
      agencies: list(text),
      parts: list(part),
      items: list({ anyOf: [entryItem, foldItem, keyItem] }),
      ...next,
    },
  ),
);

const movedObject = named('MovedObject', object({ object: objectLink, from: amount, to: amount, events: list(event) }));
const movedPart = named('MovedPart', object({ metric: text, from: plainFigure, to: plainFigure }));

export const figureChanges = named(
  'FigureChanges',
  object(
    { from: plainFigure, to: plainFigure, difference: orNull(amount), meta },
    { items: list({ anyOf: [entryItem, movedObject] }), parts: list(movedPart), ...next },
  ),
);
