import { withBoards } from './boards/app.js';
import { idOf } from './boards/book.js';
import { course } from './boards/slices.js';
import { smallWorld } from './boards/world.js';

const { book, leader } = withBoards(smallWorld);

const REQUEST = 'request-of-a-machine';

/** The cost of a course is taken back and told anew; gives the id of what was recorded instead. */
async function corrected(word: string, correctionId: string): Promise<string> {
  const { event_id: eventId } = (
    await book.database.query<{ event_id: string }[]>(
      `select event_id from rm.facts where object_id = $1 and type = 'CourseHeld' order by position limit 1`,
      [idOf(word)],
    )
  )[0]!;
  const about = { correctionId, eventId, eventType: 'CourseHeld' };
  const asked = { ...about, requestedBy: 'officer-1', requestedOn: '2020-07-01' };
  await book.record(course, idOf(word), 'CorrectionRequested', asked, { extra: { correctionId, reason: 'gõ nhầm số' } });
  const extra = { correctionId, reverses: eventId };
  await book.record(
    course,
    idOf(word),
    'CorrectionApproved',
    { ...about, approvedOn: '2020-07-01' },
    { request: REQUEST, extra },
  );
  return book.record(course, idOf(word), 'CourseHeld', { costVnd: 2_000_000, heldOn: '2020-06-20' }, { request: REQUEST });
}

it('corrections that a caller approves under one id of a request of its own each show what was recorded instead of theirs', async () => {
  const first = await corrected('mot', 'c-2');
  const second = await corrected('bon', 'c-3');
  // Written again, the row stands behind all others of its table, which the database reads through once it knows how few they are.
  await book.database.query(`update rm.facts set person_id = 'officer-2' where event_id = $1`, [first]);
  await book.database.query('analyze rm.facts');
  const { items } = (await leader('/api/v1/corrections?status=decided')).json();
  expect(items.map(({ correctionId, replacedBy }: Record<string, unknown>) => [correctionId, replacedBy])).toEqual([
    ['c-3', second],
    ['c-2', first],
    ['c-1', undefined],
  ]);
});
