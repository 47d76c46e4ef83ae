import { Refusal, type Reversible } from '@soquy/kernel';
import { machineryGrant } from './machinery-grant.decider.js';
import {
  machineryGrantEvents as catalogue,
  type MachineryGrantEvent,
  type MachineryGrantEvents,
} from './machinery-grant.events.js';
import {
  accepted,
  advanced,
  appraised,
  approved,
  changed,
  contracted,
  event,
  given,
  paid,
  rejected,
  requested,
  settled,
  signed,
  stopped,
} from './machinery-grant.scenario.js';
import type { MachineryGrant } from './machinery-grant.state.js';

/** What taking one of these facts back is answered: `yes`, `never`, or the refusal's code. */
function takingBack(fact: MachineryGrantEvent, ...past: MachineryGrantEvent[]): string {
  const rule = machineryGrant.reversible[fact.type] as Reversible<MachineryGrant, object>;
  if (rule === 'never') return 'never';
  if (rule === 'always') return 'yes';
  const without = past.filter((each) => each !== fact);
  try {
    rule(given(...without).state(), fact.data as MachineryGrantEvents[keyof typeof catalogue]);
    return 'yes';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const stuck = 'LaterFactStands';
const recovered = event('MachineryGrantRecovered', {
  amountVnd: 10_000_000,
  fromSupportVnd: 10_000_000,
  afterSettlement: false,
  recoveredOn: '2018-09-20',
});
const recoveredLate = changed(recovered, { afterSettlement: true, recoveredOn: '2018-11-20' });
const recoveredEarly = changed(recovered, { fromSupportVnd: 0, recoveredOn: '2018-05-20' });
const less = changed(settled, { settledSupportVnd: 35_000_000 });

describe('taking back a fact of a grant', () => {
  it.each<[string, string, MachineryGrantEvent, MachineryGrantEvent[]]>([
    ['the request', 'never', requested, [requested]],
    ['an approval, whose commitment stands elsewhere', 'never', approved, [requested, appraised, approved]],
    ['an appraisal', 'yes', appraised, [requested, appraised]],
    ['an appraisal that was approved', stuck, appraised, [requested, appraised, approved]],
    ['an appraisal that was followed by a rejection', stuck, appraised, [requested, appraised, rejected]],
    ['a rejection', 'yes', rejected, [requested, rejected]],
    ['a contract', 'yes', signed, contracted],
    ['a contract on which money was advanced', stuck, signed, [...contracted, advanced]],
    ['a contract whose project was accepted', stuck, signed, [...contracted, accepted]],
    ['a contract whose project was stopped', stuck, signed, [...contracted, stopped]],
    ['an advance', 'yes', advanced, [...contracted, advanced]],
    ['an advance before an acceptance', 'yes', advanced, [...contracted, advanced, accepted]],
    ['an advance of a settled grant', stuck, advanced, [...contracted, advanced, accepted, paid, settled]],
    ['an advance that was recovered', stuck, advanced, [...contracted, advanced, recoveredEarly]],
    ['an advance recovered before later payments', stuck, advanced, [...contracted, advanced, recoveredEarly, accepted, paid]],
    ['an advance beside a recovery of other money', 'yes', advanced, [...contracted, advanced, accepted, paid, recovered]],
    ['an acceptance', 'yes', accepted, [...contracted, advanced, accepted]],
    ['an acceptance that was paid', stuck, accepted, [...contracted, advanced, accepted, paid]],
    ['an acceptance of which support was recovered', stuck, accepted, [...contracted, advanced, accepted, recovered]],
    ['an acceptance after an advance came back', 'yes', accepted, [...contracted, advanced, recoveredEarly, accepted]],
    ['a payment', 'yes', paid, [...contracted, advanced, accepted, paid]],
    ['a payment of a settled grant', stuck, paid, [...contracted, advanced, accepted, paid, settled]],
    ['a settlement', 'yes', settled, [...contracted, advanced, accepted, paid, settled]],
    ['a settlement after an earlier recovery', 'yes', less, [...contracted, advanced, accepted, paid, recovered, less]],
    ['a settlement followed by a recovery', stuck, settled, [...contracted, advanced, accepted, paid, settled, recoveredLate]],
    ['a stop', 'yes', stopped, [...contracted, stopped]],
    ['a recovery', 'yes', recovered, [...contracted, advanced, accepted, paid, recovered]],
    ['a recovery that was settled', stuck, recovered, [...contracted, advanced, accepted, paid, recovered, less]],
    ['a recovery before a stop', stuck, recoveredEarly, [...contracted, advanced, recoveredEarly, stopped]],
    ['a recovery after settlement', 'yes', recoveredLate, [...contracted, advanced, accepted, paid, settled, recoveredLate]],
  ])('%s: %s', (_, answer, fact, past) => {
    expect(takingBack(fact, ...past)).toBe(answer);
  });
});

describe('what closing a grant gave back to its budget line', () => {
  const closed = (line: object, ...facts: MachineryGrantEvent[]) =>
    given(changed(requested, line), ...contracted.slice(1), ...facts).state();
  const again = (amountVnd: number, committedOn: string) => ({
    category: 'budgetLine',
    boundaryId: 'line-1',
    wish: { budgetLineId: 'line-1', amountVnd, committedOn, again: true },
  });
  const { MachineryGrantSettled: ofSettlement, MachineryGrantStopped: ofStop } = machineryGrant.retakes!;
  const settlement = { ...settled.data, settledSupportVnd: 35_000_000, releasedVnd: 10_000_000 } as never;

  it('is taken again when the settlement or the stop is taken back', () => {
    const accept = [advanced, accepted, paid, recovered];
    expect(ofSettlement!(closed({ budgetLineId: 'line-1' }, ...accept), settlement)).toEqual(again(10_000_000, '2018-10-15'));
    expect(ofStop!(closed({ budgetLineId: 'line-1' }), stopped.data as never)).toEqual(again(45_000_000, '2018-06-01'));
  });

  it('is nothing where nothing was freed, or where the grant names no line', () => {
    expect(ofSettlement!(closed({ budgetLineId: 'line-1' }), settled.data as never)).toBeUndefined();
    expect(ofSettlement!(closed({}), settlement)).toBeUndefined();
    expect(ofStop!(closed({}), stopped.data as never)).toBeUndefined();
  });
});
