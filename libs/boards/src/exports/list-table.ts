import type { Clock } from '@soquy/platform';
import type { ReadSession } from '@soquy/read-models';
import { metaOf } from '../figures/asked.js';
import type { Catalogue } from '../figures/catalogue.js';
import type { Reader } from '../figures/reader.js';
import { listWords } from '../formats/cell-words.js';
import { listColumns } from '../formats/columns.js';
import { openList } from '../lists/list.queries.js';
import { scopedTo } from '../lists/object-state.js';
import { addressOf, agenciesOf, type QuestionOf, type Table } from './table.js';

/** The objects of a slice, all of them. */
export async function listTable(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  { noun, asked }: QuestionOf<'list'>,
  reader: Reader,
): Promise<Table> {
  const feature = catalogue.features.find((each) => each.noun === noun);
  if (!feature) throw new Error(`assertion: no slice ${noun}`);
  const list = await openList(session, catalogue, clock, feature, asked, reader);
  const { effectiveTo, knownAt } = list.frame;
  const { minPosition: _, ...lasting } = asked;
  const fixed = { ...lasting, effectiveTo, knownAt: knownAt === '' ? asked.knownAt : knownAt };
  const address = addressOf(`/api/v1/${noun}`, fixed);
  const belongsToAll = scopedTo({ agencyIds: [] }, feature) === undefined;
  return {
    basis: {
      question: { kind: 'list', noun, asked: fixed },
      name: noun,
      title: feature.texts.plural,
      address,
      evidence: address,
      agencies: belongsToAll ? [] : agenciesOf(list.frame),
      meta: await metaOf(session, list.frame),
    },
    columns: () => listColumns(feature),
    words: feature.texts.fields,
    cells: listWords(catalogue, feature),
    rows: () => list.all(),
    exceeds: (rows) => list.exceeds(rows),
  };
}
