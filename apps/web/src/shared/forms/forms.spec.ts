import { Catalogue, type CommandCard, type FieldSchema } from '../api/catalogue.js';
import { activityKinds, draftOf, draftsOf, dropDraft, keepDraft, keepsDrafts } from './drafts.js';
import { fieldKind } from './field-kind.js';
import { formSchema, sendingOf } from './form-schema.js';
import { layoutOf } from './layout.js';
import { placeNamed, placesOn } from './places.js';
import { withTyped } from './typed.js';

jest.mock('../api/client.js', () => ({}));

const command = (name: string, category: string, properties: FieldSchema['properties'], extra: Partial<CommandCard> = {}) =>
  ({
    name,
    category,
    creates: true,
    path: `/api/v1/${name}`,
    mine: true,
    roles: [],
    schema: { properties },
    ...extra,
  }) as unknown as CommandCard;

const kind = (category: string, isActivity: boolean) =>
  ({
    category,
    noun: `${category}s`,
    isActivity,
    one: { vi: category, en: category },
    statuses: [],
    events: [],
    fields: {},
  }) as never;

const pay = command('PayGrant', 'grant', { amountVnd: { type: 'integer' } }, { creates: false });
const catalogue = new Catalogue({
  roles: {},
  enums: {},
  kinds: [kind('class', true), kind('loan', false), kind('grant', true), kind('fund', false)],
  commands: [
    command('Plan', 'class', { title: { type: 'string' } }),
    command('Apply', 'loan', { fundId: { type: 'string', 'x-refers': 'funds' } }),
    { ...pay, schema: { ...pay.schema, required: ['amountVnd'] } },
    command('Ask', 'grant', { item: { type: 'string' } }),
  ],
});

const store = (): Storage => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    clear: () => kept.clear(),
    get length() {
      return kept.size;
    },
  };
};

describe('drafts', () => {
  it('are kept of activities, never of what moves the money of a fund or pays', () => {
    expect(activityKinds(catalogue).map(({ category }) => category)).toEqual(['class', 'grant']);
    const kept = catalogue.answer.commands.filter((each) => keepsDrafts(catalogue, each)).map(({ name }) => name);
    expect(kept).toEqual(['Plan', 'Ask']);
  });

  it('belong to one person and one form', () => {
    const device = store();
    keepDraft(device, 'lan', { command: 'Plan', typed: { title: 'a' }, savedAt: '2026-01-01T00:00:00Z' });
    keepDraft(device, 'lan', { command: 'Hold', objectId: 'x', typed: {}, savedAt: '2026-01-02T00:00:00Z' });
    keepDraft(device, 'hoa', { command: 'Plan', typed: {}, savedAt: '2026-01-03T00:00:00Z' });
    expect(draftsOf(device, 'lan').map((draft) => draft.command)).toEqual(['Hold', 'Plan']);
    dropDraft(device, 'lan', 'Plan');
    expect(draftOf(device, 'lan', 'Plan')).toBeUndefined();
    expect(draftOf(device, 'hoa', 'Plan')).toBeDefined();
    expect(draftOf(device, 'lan', 'Hold')).toBeUndefined();
    expect(draftOf(device, 'lan', 'Hold', 'x')).toBeDefined();
  });

  it('that cannot be read are none', () => {
    const device = store();
    device.setItem('soquy-draft:lan:Plan:', '{');
    expect(draftOf(device, 'lan', 'Plan')).toBeUndefined();
  });
});

it.each<[FieldSchema, string]>([
  [{ type: 'integer', 'x-unit': 'vnd' }, 'money'],
  [{ type: 'object', properties: {}, 'x-unit': 'quantity' }, 'quantity'],
  [{ type: 'array', items: { type: 'string' }, 'x-refers': 'organisations' }, 'references'],
  [{ type: 'array', items: { type: 'string' }, 'x-unit': 'day' }, 'list'],
  [{ type: 'string', 'x-refers': 'places' }, 'place'],
  [{ type: 'string', 'x-refers': 'funds' }, 'reference'],
  [{ type: 'string', enum: ['a'] }, 'choice'],
  [{ type: 'boolean' }, 'flag'],
  [{ type: 'integer' }, 'whole'],
  [{ type: 'string', maxLength: 500 }, 'longText'],
  [{ type: 'string', maxLength: 200 }, 'text'],
  [{ type: 'string', pattern: '^x$', 'x-unit': 'day' }, 'day'],
])('%j is typed as %s', (schema, kindOfField) => {
  expect(fieldKind(schema)).toBe(kindOfField);
});

it('asks first what must be said, whom it is about before when, and the agency only of those with several', () => {
  const schema: FieldSchema = {
    required: ['effectiveOn', 'title', 'organisationId'],
    properties: {
      title: { type: 'string' },
      note: { type: 'string' },
      effectiveOn: { type: 'string' },
      reason: { type: 'string' },
      agencyId: { type: 'string', 'x-refers': 'agencies' },
      organisationId: { type: 'string', 'x-refers': 'organisations' },
    },
  };
  const names = (asksAgency: boolean) => {
    const { main, details, basis } = layoutOf(schema, { hidden: new Set(['note']), asksAgency });
    return [main, details, basis].map((part) => part.map(({ field }) => field));
  };
  expect(names(true)).toEqual([['agencyId', 'organisationId', 'title', 'effectiveOn'], [], ['reason']]);
  expect(names(false)[0]).toEqual(['organisationId', 'title', 'effectiveOn']);
});

it('asks for the object of the path where it is not known, and sends it there', () => {
  const allocate = command(
    'Allocate',
    'budgetLine',
    { title: { type: 'string' } },
    { path: '/api/v1/programmes/{programmeId}/budget-lines', pathId: 'programmeId', pathRefers: 'classs' },
  );
  expect(formSchema(catalogue, allocate).required).toEqual(['programmeId']);
  expect(formSchema(catalogue, allocate, 'p1')).toBe(allocate.schema);
  const sent = { path: '/api/v1/programmes/p1/budget-lines', body: { title: 'a' } };
  expect(sendingOf(allocate, { programmeId: 'p1', title: 'a' })).toEqual(sent);
  expect(sendingOf(allocate, { title: 'a' }, 'p1')).toEqual(sent);
});

it('changes one value in its place', () => {
  const typed = { a: '1', list: [{ x: '1' }, { x: '2' }] };
  expect(withTyped(typed, ['list', '1', 'x'], '3')).toEqual({ a: '1', list: [{ x: '1' }, { x: '3' }] });
  expect(withTyped(undefined, ['evidence', 'issuer'], 'A')).toEqual({ evidence: { issuer: 'A' } });
  expect(typed.list[1]).toEqual({ x: '2' });
});

it('knows the provinces of a day, and those of another day by their code', () => {
  const maps = [
    { codeSystem: 'OLD', validFrom: '2004-01-01', validTo: '2025-06-30', provinces: [{ code: '84', name: 'Trà Vinh' }] },
    { codeSystem: 'NEW', validFrom: '2025-07-01', provinces: [{ code: '86', name: 'Vĩnh Long' }] },
  ];
  expect(placesOn(maps, '2025-06-30')).toEqual([{ code: 'OLD:84', name: 'Trà Vinh' }]);
  expect(placesOn(maps, '2025-07-01')).toEqual([{ code: 'NEW:86', name: 'Vĩnh Long' }]);
  expect(placeNamed(maps, 'OLD:84')?.name).toBe('Trà Vinh');
});
