import { programmes } from '@soquy/programmes';
import { Degraded, Readiness } from '@soquy/platform';
import { referenceSlices } from '@soquy/reference';
import { testPlatform, withPlatform, type Json } from '../support/platform.js';

const { platform } = withPlatform([]);

describe('health', () => {
  it('live says that the process answers, ready that store, database and added parts do', async () => {
    expect((await platform.ask('/health/live')).body).toEqual({ status: 'ok' });
    let behind = false;
    platform.app.get(Readiness).add('read side', async () => {
      if (behind) throw new Error('behind');
    });
    const checks = { store: 'ok', database: 'ok', 'read side': 'ok' };
    expect((await platform.ask('/health/ready')).body).toEqual({ status: 'ok', checks });
    behind = true;
    const { status, body, headers } = await platform.ask('/health/ready');
    expect([status, body, headers['retry-after']]).toEqual([
      503,
      { status: 'unavailable', checks: { ...checks, 'read side': 'failed' } },
      '2',
    ]);
  });
});

describe('readiness', () => {
  it('is degraded, not gone, while a part serves less than all, and says what is missing', async () => {
    const readiness = platform.app.get(Readiness);
    readiness.add('read side', async () => new Degraded(['loans', 'funds']));
    const { status, body } = await platform.ask('/health/ready');
    expect([status, body]).toEqual([
      200,
      {
        status: 'degraded',
        checks: { store: 'ok', database: 'ok', 'read side': 'degraded' },
        degraded: { 'read side': ['loans', 'funds'] },
      },
    ]);
    readiness.add('database', () => Promise.reject(new Error('away')));
    expect([(await platform.ask('/health/ready')).status, (await readiness.ask()).status]).toEqual([503, 'unavailable']);
    readiness.add('database', () => Promise.resolve());
    readiness.add('read side', () => Promise.resolve());
    expect(await readiness.ask()).toEqual({ status: 'ok', checks: { store: 'ok', database: 'ok', 'read side': 'ok' } });
  });
});

describe('metrics', () => {
  it('count commands by outcome and measure requests by route, never by address', async () => {
    const officer = await platform.as('officer-tra-vinh');
    const parcel = { title: 'Máy ép', effectiveOn: '2026-03-02' };
    const key = { 'idempotency-key': 'measured-twice' };
    const { objectId } = (await officer.post('parcels', parcel, key)).body;
    await officer.post('parcels', parcel, key);
    await officer.post(`parcels/${objectId}/weighings`, { kilograms: 600, effectiveOn: '2026-03-02' });
    const { text, headers } = await platform.ask('/metrics', { headers: { accept: 'text/plain' } });
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toContain('soquy_commands_total{command="SendParcel",outcome="recorded"} 1');
    expect(text).toContain('soquy_commands_total{command="SendParcel",outcome="repeated"} 1');
    expect(text).toContain('soquy_commands_total{command="WeighParcel",outcome="refused"} 1');
    expect(text).toContain('route="/api/v1/parcels/:parcelId/weighings",status="422"} 1');
    expect(text).not.toContain(objectId);
  });
});

describe('the try-out page', () => {
  it('works under a policy without inline code and without internet access', async () => {
    const { text, headers } = await platform.ask('/api/docs', { headers: { accept: 'text/html' } });
    expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(text).not.toMatch(/<style|style=|<script>|\son\w+=|https?:/);
    const links = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links).toHaveLength(4);
    for (const link of links) {
      const file = await platform.ask(link);
      expect([link, file.status, file.text.length > 10]).toEqual([link, 200, true]);
    }
    expect((await platform.ask('/api/docs/files/..%2Fpackage.json')).status).toBe(404);
  });
});

describe('the OpenAPI document', () => {
  it('describes every route from the command classes', async () => {
    const { body } = await platform.ask('/api/v1/openapi.json');
    const { post } = body.paths['/api/v1/parcels/{parcelId}/weighings'] as Json;
    expect([body.openapi, post.operationId, post.summary]).toEqual(['3.1.0', 'WeighParcel', 'Cân bưu kiện']);
    expect(post.description).toBe('Weigh a parcel. Allowed to: officer.');
    const parameters = (post.parameters as Json[]).map((one) => ({
      ...one,
      ...body.components.parameters[one.$ref?.split('/').at(-1)],
    }));
    expect(parameters.map(({ name, required }) => [name, required])).toEqual(
      expect.arrayContaining([
        ['parcelId', true],
        ['Idempotency-Key', true],
        ['If-Match', false],
      ]),
    );
    const { WeighParcel, SendParcel, RequestCorrection, Stop } = body.components.schemas as Json;
    expect(WeighParcel).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['kilograms', 'effectiveOn'],
      properties: {
        kilograms: { type: 'integer', minimum: 0, maximum: 1_000, title: 'Số cân', description: 'Kilograms' },
        effectiveOn: { type: 'string', format: 'date', title: 'Ngày hiệu lực', description: 'Effective day' },
        evidence: expect.objectContaining({ $ref: '#/components/schemas/Evidence', title: 'Căn cứ' }),
        reason: expect.objectContaining({ type: 'string', minLength: 3, maxLength: 500 }),
        agencyId: expect.objectContaining({ type: 'string', title: 'Đơn vị' }),
      },
    });
    expect(SendParcel.properties.stops).toMatchObject({
      type: 'array',
      maxItems: 10,
      items: { $ref: '#/components/schemas/Stop' },
    });
    expect([Stop.additionalProperties, RequestCorrection.required]).toEqual([false, ['eventId', 'reason']]);
    expect(Object.keys(body.paths as object)).toEqual(
      expect.arrayContaining(['/api/v1/corrections', '/api/v1/corrections/{correctionId}/approvals', '/api/v1/sessions']),
    );
  });

  it('names nothing that it does not define', async () => {
    const { body, text } = await platform.ask('/api/v1/openapi.json');
    const named = [...text.matchAll(/#\/components\/(\w+)\/([\w.-]+)/g)].map(([, section, name]) => [section!, name!] as const);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([section, name]) => !(name in (body.components[section] as object)))).toEqual([]);
  });

  it('can be made for all slices of the product at once', async () => {
    const whole = await testPlatform({ slices: [...programmes, ...referenceSlices] });
    const { status, body } = await whole.ask('/api/v1/openapi.json');
    await whole.close();
    expect([status, Object.keys(body.paths as object).length > 30]).toEqual([200, true]);
  });
});
