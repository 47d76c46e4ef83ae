import type { ReadSession } from '@soquy/read-models';
import { openEvents, type EventsSources } from '../events/open-events.js';
import { metaOf } from '../figures/asked.js';
import type { Reader } from '../figures/reader.js';
import { eventColumns } from '../formats/columns.js';
import { addressOf, agenciesOf, type QuestionOf, type Table } from './table.js';

/** The journal of all events, as asked. */
export async function eventsTable(
  session: ReadSession,
  sources: EventsSources,
  { asked }: QuestionOf<'events'>,
  reader: Reader,
): Promise<Table> {
  const events = await openEvents(session, sources, asked, reader);
  const { knownAt } = events.frame;
  const fixed = { ...asked, knownAt: knownAt === '' ? asked.knownAt : knownAt };
  const address = addressOf('/api/v1/events', fixed);
  return {
    basis: {
      question: { kind: 'events', asked: fixed },
      name: 'events',
      title: { vi: 'Nhật ký ghi nhận', en: 'Journal of events' },
      address,
      evidence: address,
      agencies: agenciesOf(events.frame),
      meta: await metaOf(session, events.frame),
    },
    columns: eventColumns,
    rows: () => sources.people.namedAll(reader, events.all()),
    exceeds: (rows) => events.exceeds(rows),
  };
}
