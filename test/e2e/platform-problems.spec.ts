import { connect } from 'node:net';
import { StoreFault } from '@soquy/event-store';
import { eventsOf, testPlatform, type Ask, type Json, type Person, type TestPlatform } from '../support/platform.js';

let platform: TestPlatform;
let officer: Person;
let logged: number;

const logLength = async () => {
  let length = 0;
  for await (const item of platform.store.feed({ follow: false })) if (item.kind === 'events') length += item.events.length;
  return length;
};

beforeAll(async () => {
  platform = await testPlatform();
  officer = await platform.as('officer-tra-vinh');
  logged = await logLength();
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => platform.close());

const parcel = { title: 'Máy ép', effectiveOn: '2026-03-02' };
const body = (more: object) => JSON.stringify({ ...parcel, ...more });
const pointers = (problem: Json) => (problem.errors as Json[] | undefined)?.map(({ pointer, code }) => `${pointer} ${code}`);
/** A raw request to the recording route, with everything in order but what is given. */
const raw = (url: string, ask: Ask) =>
  platform.ask(url, {
    method: 'POST',
    ...ask,
    headers: { ...officer.own, 'idempotency-key': `raw-key-${Math.random()}`, ...ask.headers },
  });

describe('a problem', () => {
  it('is RFC 9457 in Vietnamese, or in English when that is preferred', async () => {
    const sent = { ...parcel, title: 'x', weight: { value: -1 }, effectiveOn: '2026-02-30' };
    const vi = await officer.post('parcels', sent);
    expect(vi.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'vi' });
    expect(vi.body).toEqual({
      type: '/problems/Malformed',
      status: 400,
      code: 'Malformed',
      title: 'Yêu cầu không hợp lệ',
      detail: 'Dữ liệu gửi lên không hợp lệ.',
      traceId: vi.headers['x-request-id'],
      errors: expect.arrayContaining([
        { pointer: '/title', code: 'isLength', detail: 'Tên: phải dài từ 3 đến 100 ký tự.' },
        { pointer: '/weight/value', code: 'min', detail: 'Giá trị: không được nhỏ hơn 0.' },
        {
          pointer: '/effectiveOn',
          code: 'isDay',
          detail: 'Ngày hiệu lực: phải là một ngày có thật dạng YYYY-MM-DD, từ 1900 đến 2199.',
        },
      ]),
    });
    expect(vi.body.errors).toHaveLength(3);
    const en = await officer.post('parcels', sent, { 'accept-language': 'de, en-GB;q=0.9, vi;q=0.4' });
    expect(en.headers['content-language']).toBe('en');
    expect(JSON.stringify(en.body)).toMatch(/^[\x20-\x7e]+$/);
    expect((await officer.post('parcels', sent, { 'accept-language': 'vi, en;q=0.9' })).headers['content-language']).toBe('vi');
  });

  it('explains its code where `type` points to, as JSON and as a page', async () => {
    for (const code of ['LostRace', 'DepotEmpty']) {
      const json = await platform.ask(`/problems/${code}`);
      expect([json.status, json.body.code, typeof json.body.detail.en]).toEqual([200, code, 'string']);
      const html = await platform.ask(`/problems/${code}`, { headers: { accept: 'text/html,*/*;q=0.8' } });
      expect([html.headers['content-type'], html.text.includes(code)]).toEqual(['text/html; charset=utf-8', true]);
    }
    expect((await platform.ask('/problems/toString')).status).toBe(404);
  });
});

describe('malformed bodies are 400 and record nothing', () => {
  it.each([
    ['wrong types', body({ title: 7, stops: 'x' }), ['/title isString', '/stops isArray']],
    ['a missing field', JSON.stringify({ title: 'Máy ép' }), ['/effectiveOn required']],
    ['an unknown field', body({ colour: 'red' }), ['/colour unknownField']],
    ['an unknown nested field', body({ weight: { value: 1, unit: 'kg' } }), ['/weight/unit unknownField']],
    ['an upper value that is no range', body({ weight: { value: 1, valueTo: 2 } }), ['/weight/valueTo onlyOfRange']],
    [
      'an upper value beside another qualifier',
      body({ weight: { value: 1, valueTo: 2, qualifier: 'over' } }),
      ['/weight/valueTo onlyOfRange'],
    ],
    [
      'a range that ends before it begins',
      body({ weight: { value: 5, valueTo: 3, qualifier: 'range' } }),
      ['/weight/valueTo belowValue'],
    ],
    ['a range without its end', body({ weight: { value: 5, qualifier: 'range' } }), ['/weight/valueTo required']],
    ['a range of halves', body({ weight: { value: 1, valueTo: 1.5, qualifier: 'range' } }), ['/weight/valueTo isInt']],
    ['text where an object belongs', body({ weight: 'heavy' }), ['/weight nestedValidation']],
    ['a bad element of a list', body({ stops: [{ organisationId: 'x' }] }), ['/stops/0/organisationId isUuid']],
    ['null', body({ serial: null }), ['/serial notNull']],
    ['a blank text', body({ title: '    ' }), ['/title isText']],
    ['a control character', body({ title: 'a\u0007bc' }), ['/title notText']],
    ['U+0000', body({ title: 'a\u0000bc' }), ['/title notText']],
    ['half a surrogate pair', '{"title":"Máy \\ud800","effectiveOn":"2026-03-02"}', ['/title notText']],
    ['a control character in a name', '{"ti\\u0001tle":"x"}', ['/ti\u0001tle unknownField']],
    ['a name of the object model', `{"__proto__":{"title":"x"},${body({}).slice(1)}`, ['/__proto__ unknownField']],
    ['a constructor', body({ weight: { value: 1, constructor: 'x' } }), ['/weight/constructor unknownField']],
    ['a year no database holds', body({ effectiveOn: '0000-01-01' }), ['/effectiveOn isDay']],
    ['an array', '[]', [' isObject']],
    ['a text', '"x"', [' isObject']],
    ['nothing', '', [' isObject']],
    ['JSON that is none', '{"title":', undefined],
    ['NaN', '{"title":NaN}', undefined],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), undefined],
  ])('%s', async (_, payload, expected) => {
    const answer = await raw('/api/v1/parcels', { payload, headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.body.code, pointers(answer.body)]).toEqual([400, 'Malformed', expected]);
    expect(await logLength()).toBe(logged);
  });

  it('a range says in both languages what is wrong with it; one of a single number is a range', async () => {
    const sentencesOf = async (weight: object, language: string) => {
      const { body: problem } = await officer.post('parcels', { ...parcel, weight }, { 'accept-language': language });
      return (problem.errors as Json[]).map(({ detail }) => detail as string);
    };
    const backwards = { value: 5, valueTo: 3, qualifier: 'range' };
    expect(await sentencesOf(backwards, 'vi')).toEqual(['Giá trị cận trên: không được nhỏ hơn giá trị.']);
    expect(await sentencesOf(backwards, 'en')).toEqual(['Upper value: must not be less than the value.']);
    expect(await sentencesOf({ value: 1, valueTo: 2 }, 'vi')).toEqual(['Giá trị cận trên: chỉ dùng khi mức chính xác là range.']);
    expect(await sentencesOf({ value: 1, valueTo: 2 }, 'en')).toEqual(['Upper value: is only for the qualifier range.']);
    const weight = { value: 5, valueTo: 5, qualifier: 'range' };
    expect((await officer.post('parcels', { ...parcel, weight })).status).toBe(201);
    logged = await logLength();
  });

  it('nesting beyond all measure, and numbers beyond a double', async () => {
    const deep = `{"weight":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const { status, body: problem } = await raw('/api/v1/parcels', { payload: deep });
    expect([status, (problem.errors as Json[])[0]!.code]).toEqual([400, 'tooDeep']);
    const huge = await raw('/api/v1/depots', { payload: '{"name":"Kho","stockVnd":1e999,"effectiveOn":"2026-03-02"}' });
    expect(pointers(huge.body)).toEqual(['/stockVnd isInt']);
    for (const stockVnd of ['9007199254740993', '1.5', '-1', '"5"', 'true']) {
      const answer = await raw('/api/v1/depots', { payload: `{"name":"Kho","stockVnd":${stockVnd},"effectiveOn":"2026-03-02"}` });
      expect([stockVnd, answer.status]).toEqual([stockVnd, 400]);
    }
  });

  it('an id that contradicts the path, one that is none, and one that repeats it', async () => {
    const id = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
    const weigh = { kilograms: 4, effectiveOn: '2026-03-02' };
    const wrong = await officer.post(`parcels/${id}/weighings`, { ...weigh, parcelId: 'another' });
    expect([wrong.status, pointers(wrong.body)]).toEqual([400, ['/parcelId contradictsPath']]);
    expect(pointers((await officer.post('parcels/7/weighings', weigh)).body)).toEqual(['/parcelId isUuid']);
    expect((await officer.post(`parcels/${id}/weighings`, { ...weigh, parcelId: id })).body.code).toBe('UnknownObject');
  });

  it('keys named twice are taken as JSON.parse takes them', async () => {
    const { status, body: receipt } = await raw('/api/v1/parcels', { payload: `{"title":"Một hai",${body({}).slice(1)}` });
    expect(status).toBe(201);
    expect((await eventsOf(platform.store, receipt.stream))[0]!.data).toMatchObject({ title: 'Máy ép' });
    logged = await logLength();
  });
});

describe('requests that are not as the API says', () => {
  it.each([
    ['no such address', '/api/v1/nothing', {}, 404, 'NotFound'],
    ['an address that is no URL', '/api/v1/%zz', {}, 404, 'NotFound'],
    ['another method', '/api/v1/parcels', { method: 'PUT' as const, payload: body({}) }, 405, 'MethodNotAllowed'],
    ['a GET where only POST is', '/api/v1/parcels', { method: 'GET' as const }, 405, 'MethodNotAllowed'],
    ['a format nobody serves', '/api/v1/parcels', { payload: body({}), headers: { accept: 'text/csv' } }, 406, 'NotAcceptable'],
    ['JSON refused', '/api/v1/parcels', { payload: body({}), headers: { accept: 'application/json;q=0' } }, 406, 'NotAcceptable'],
    ['too large', '/api/v1/parcels', { payload: body({ title: 'x'.repeat(256 * 1024) }) }, 413, 'TooLarge'],
    [
      'a form',
      '/api/v1/parcels',
      { payload: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'UnsupportedMedia',
    ],
    [
      'UTF-16',
      '/api/v1/parcels',
      { payload: body({}), headers: { 'content-type': 'application/json; charset=utf-16' } },
      415,
      'UnsupportedMedia',
    ],
    ['compressed', '/api/v1/parcels', { payload: body({}), headers: { 'content-encoding': 'gzip' } }, 415, 'UnsupportedMedia'],
    ['an unknown parameter', '/api/v1/parcels?dry=1', { payload: body({}) }, 400, 'Malformed'],
    ['a bad parameter', '/api/v1/parcels?dry=%00', { payload: body({}) }, 400, 'Malformed'],
    ['no key', '/api/v1/parcels', { payload: body({}), headers: { 'idempotency-key': '' } }, 400, 'IdempotencyKeyRequired'],
    [
      'a short key',
      '/api/v1/parcels',
      { payload: body({}), headers: { 'idempotency-key': '1234567' } },
      400,
      'IdempotencyKeyRequired',
    ],
    [
      'a long key',
      '/api/v1/parcels',
      { payload: body({}), headers: { 'idempotency-key': 'k'.repeat(201) } },
      400,
      'IdempotencyKeyRequired',
    ],
    [
      'a key with blanks',
      '/api/v1/parcels',
      { payload: body({}), headers: { 'idempotency-key': 'two words' } },
      400,
      'IdempotencyKeyRequired',
    ],
  ])('%s', async (_, url, ask: Ask, status, code) => {
    const answer = await raw(url, ask);
    expect([answer.status, answer.body.code, answer.body.status]).toEqual([status, code, status]);
    expect(await logLength()).toBe(logged);
  });

  it('405 says which methods there are, and an unknown parameter is named', async () => {
    expect((await raw('/api/v1/sessions/current', { method: 'PUT', payload: '{}' })).headers.allow).toBe('DELETE, GET, HEAD');
    expect(pointers((await raw('/api/v1/parcels?dry=1', { payload: body({}) })).body)).toEqual(['/dry unknownParameter']);
  });

  it('a caller’s own request id comes back where it is one', async () => {
    expect((await platform.ask('/health/live', { headers: { 'x-request-id': 'abc-12345' } })).headers['x-request-id']).toBe(
      'abc-12345',
    );
    expect((await platform.ask('/health/live', { headers: { 'x-request-id': 'a b' } })).headers['x-request-id']).not.toBe('a b');
  });

  it('what is not even HTTP is told so and the process lives on', async () => {
    await platform.app.listen(0, '127.0.0.1');
    const { port } = platform.app.getHttpServer().address() as { port: number };
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (data) => resolve(String(data)));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await platform.ask('/health/live')).status).toBe(200);
  });
});

describe('what passed every check and the store cannot take', () => {
  it.each([
    ['invalid', 400, 'Malformed'],
    ['too-large', 413, 'TooLarge'],
  ] as const)('%s is %i %s, without the words of the store', async (kind, status, code) => {
    jest.spyOn(platform.store, 'append').mockRejectedValue(new StoreFault(kind, 'Not a stream name: parcel-secret'));
    const answer = await officer.post('parcels', parcel);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toContain('stream');
  });
});

describe('faults of our own', () => {
  it('are 500 with a trace id and without a word of what broke', async () => {
    jest.spyOn(platform.store, 'readStream').mockImplementation(() => {
      throw new Error('assertion: secret detail');
    });
    const { status, body: problem, text } = await officer.post('parcels', parcel);
    expect([status, problem.code, typeof problem.traceId]).toEqual([500, 'Unexpected', 'string']);
    expect(text).not.toContain('secret detail');
  });

  it('a database that refuses connections is 503 with Retry-After', async () => {
    jest.spyOn(platform.dataSource, 'getRepository').mockImplementation(() => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    });
    const { status, body: problem, headers } = await officer.get('/api/v1/sessions/current');
    expect([status, problem.code, headers['retry-after']]).toEqual([503, 'Unavailable', '2']);
  });

  it('a closed gate answers recordings 503 and lets reading go on', async () => {
    const { RecordingGate } = await import('@soquy/platform');
    const gate = platform.app.get(RecordingGate);
    gate.close(7);
    const { status, body: problem, headers } = await officer.post('parcels', parcel);
    expect([status, problem.code, headers['retry-after']]).toEqual([503, 'RecordingClosed', '7']);
    expect((await officer.get('/api/v1/sessions/current')).status).toBe(200);
    gate.open();
    expect((await officer.post('parcels', parcel)).status).toBe(201);
  });
});
