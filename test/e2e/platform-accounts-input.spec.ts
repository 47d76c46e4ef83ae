import { withPlatform, type Answer, type Json } from '../support/platform.js';

const NOBODY = '5f0c2f0e-6f3a-4b0e-9d59-0a6a3f1b7c11';

const { platform, admin } = withPlatform(['admin']);

const acts = (id: string) => (act: string) => `accounts/${id}/${act}`;
const codeOf = ({ status, body }: Answer) => [status, body.code];

describe('what is malformed', () => {
  const right = { username: 'right', role: 'officer', agencyIds: 'all' };
  it.each<[string, string, string | Json]>([
    ['accounts', '/role', { ...right, role: 'boss' }],
    ['accounts', '/username', { ...right, username: 'Có Dấu' }],
    ['accounts', '/name', { ...right, name: 'a\u0007' }],
    ['accounts', '/name', { ...right, name: 'a'.repeat(101) }],
    ['accounts', '/agencyIds', { ...right, agencyIds: [] }],
    ['accounts', '/agencyIds', { ...right, agencyIds: ['a', 'a'] }],
    ['accounts', '/agencyIds', { ...right, agencyIds: [1] }],
    ['accounts', '/agencyIds', { ...right, agencyIds: { 0: 'a' } }],
    ['accounts', '/password', { ...right, password: 'mật khẩu dài' }],
    ['accounts', '/username', {}],
    [acts(NOBODY)('locks'), '/reason', { reason: 'x' }],
    [acts(NOBODY)('keys'), '/label', { label: ' ' }],
    [acts(NOBODY)('roles'), '/agencyIds', { role: 'officer' }],
    ['sessions/current/passwords', '/next', { current: 'x' }],
    ['sessions/current/passwords', '/current', { current: {}, next: 'một mật khẩu mới' }],
  ])('%s is refused at %s', async (path, pointer, body) => {
    const { status, body: problem } = await admin.post(path, body);
    expect([status, problem.code]).toEqual([400, 'Malformed']);
    expect((problem.errors as Json[]).map((error) => error.pointer)).toContain(pointer);
    expect((problem.errors as Json[]).every(({ detail }) => typeof detail === 'string' && !detail.includes('hợp lệ ('))).toBe(
      true,
    );
  });

  it.each([['[]'], ['"x"'], ['null'], ['{"a":'], ['{"__proto__": {}}']])('a body %s is refused', async (body) => {
    for (const path of ['accounts', acts(NOBODY)('locks'), acts(NOBODY)('keys'), 'sessions/current/passwords'])
      expect([path, (await admin.post(path, body)).status]).toEqual([path, 400]);
  });

  it('unknown accounts are not there, whatever their ids look like', async () => {
    for (const id of [NOBODY, 'x', '1%20or%201', NOBODY.toUpperCase()])
      for (const [act, body] of [
        ['locks', {}],
        ['keys', { label: 'x' }],
        ['roles', { role: 'officer', agencyIds: 'all' }],
      ] as const)
        expect([id, ...codeOf(await admin.post(acts(id)(act), body))]).toEqual([id, 404, 'UnknownObject']);
  });

  it('parameters are refused', async () => {
    expect(codeOf(await admin.get('/api/v1/accounts?q=1'))).toEqual([400, 'Malformed']);
  });
});

it('what is answered stands in the document', async () => {
  const { paths, components } = (await platform.ask('/api/v1/openapi.json')).body as Json;
  const described = Object.entries(paths as Json).filter(([path]) => path.startsWith('/api/v1/accounts'));
  expect(described).toHaveLength(8);
  const found = described.flatMap(([, methods]) => Object.values(methods as Record<string, Json>));
  const resolved = ({ $ref, ...own }: Json): Json => ($ref ? components.responses[$ref.split('/').at(-1)] : own);
  for (const { operationId, responses, description } of found) {
    const [answer] = Object.keys(responses as Json).filter((status) => status.startsWith('2'));
    const schema = resolved(responses[answer!] as Json).content['application/json'].schema;
    expect([operationId, schema.type]).toEqual([operationId, 'object']);
    expect(description).toMatch(/Allowed to: admin\.$/);
  }
});
