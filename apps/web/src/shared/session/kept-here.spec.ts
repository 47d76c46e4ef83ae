import { dropKept, keptHere } from './kept-here.js';

function device(entries: Readonly<Record<string, unknown>>): Storage {
  const held = new Map(Object.entries(entries).map(([key, value]) => [key, JSON.stringify(value)]));
  return {
    get length() {
      return held.size;
    },
    key: (index: number) => [...held.keys()][index] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
  };
}

const rows = [1, 2, 3].map((id) => ({ id, cells: ['x'] }));
const entries = {
  'soquy-draft:lan:RecordHeldTrainingClass:': { typed: { title: 'Đan lát' } },
  'soquy-draft:lan:PlanTradeFair:': { typed: {} },
  'soquy-draft:lan-anh:PlanTradeFair:': { typed: { title: 'của người khác' } },
  'soquy-paste:lan:RegisterOrganisation': { rows, recorded: { 1: {} }, left: {} },
  'soquy-paste:lan:RecordHeldTrainingClass': { rows, recorded: { 1: {}, 2: {} }, left: { 3: {} } },
  'soquy-attempts': { w1: 'key' },
  'soquy-paste:lan:Broken': null,
};

it('tells what one person has not sent yet, and nothing of another', () => {
  expect(keptHere(device(entries), 'lan')).toEqual({ drafts: ['Đan lát', ''], tables: [2] });
  expect(keptHere(device(entries), 'hoa')).toEqual({ drafts: [], tables: [] });
});

it('takes all of one person away and leaves the rest', () => {
  const store = device(entries);
  dropKept(store, 'lan');
  expect(Array.from({ length: store.length }, (_, index) => store.key(index))).toEqual([
    'soquy-draft:lan-anh:PlanTradeFair:',
    'soquy-attempts',
  ]);
});
