import { idOf } from './boards/book.js';
import { withBoards } from './boards/app.js';
import { course } from './boards/slices.js';
import { smallWorld } from './boards/world.js';

const { world, book, served, leader, bound } = withBoards(smallWorld);

const api = '/api/v1';
const pointers = (answer: { json: () => { errors?: { pointer: string }[] } }) =>
  answer.json().errors?.map(({ pointer }) => pointer);

describe('figures over HTTP', () => {
  it('list every metric with its words and how it is computed', async () => {
    const { items } = (await leader(`${api}/figures`)).json();
    expect(items).toContainEqual({
      metric: 'debt.overdueShare',
      kind: 'ratio',
      unit: 'percent',
      words: { vi: 'Tỷ lệ quá hạn', en: 'Tỷ lệ quá hạn' },
      formula: { vi: '“Nợ quá hạn” chia “Dư nợ” × 100', en: '“Nợ quá hạn” per “Dư nợ” × 100' },
    });
  });

  it('answer in the shape of the contract', async () => {
    const { statusCode, json } = await leader(`${api}/figures/course.cost?agency=tra-vinh&effectiveTo=2020-12-31`).then(
      (answer) => ({ statusCode: answer.statusCode, json: answer.json() }),
    );
    expect(statusCode).toBe(200);
    expect(json).toEqual({
      metric: 'course.cost',
      kind: 'sum',
      unit: 'vnd',
      value: 98_598_000,
      qualifier: 'exact',
      unknown: 1,
      figureId: expect.stringMatching(/^[\w-]+$/),
      meta: {
        position: 't-00000021',
        lagSeconds: 0,
        effectiveTo: '2020-12-31',
        knownAt: { position: 't-00000021', instant: '2026-01-01T00:21:00.000Z' },
      },
    });
  });

  it('open their evidence by an id of any length', async () => {
    const { figureId } = (
      await leader(`${api}/figures/course.cost?programme=CT-2026-0001&organisation=${idOf('anh mai')}&kind=craft&place=TCTK63:84`)
    ).json();
    expect(figureId.length).toBeGreaterThan(200);
    const answer = await leader(`${api}/figures/${figureId}/evidence`);
    expect([answer.statusCode, answer.json().matches, answer.json().value]).toEqual([200, true, 67_175_000]);
    const changes = await leader(`${api}/figures/${figureId}/changes?from=t-00000003`);
    expect([changes.statusCode, changes.json().difference]).toEqual([200, 67_175_000]);
  });

  it.each([
    ['figures/nothing.here', 404, undefined],
    ['figures/course.cost?colour=red&agency=', 400, ['/colour', '/agency']],
    ['figures/course.cost?agency=tra-vinh&agency=soc-trang', 400, ['/agency']],
    ['figures/course.cost?effectiveTo=2020-02-31', 400, ['/effectiveTo']],
    ['figures/course.cost?effectiveTo=0000-01-01', 400, ['/effectiveTo']],
    ['figures/course.cost?period=2020-Q5', 400, ['/period']],
    ['figures/course.cost?period=0000', 400, ['/period']],
    ['figures/course.cost?knownAt=2020-02-31T00:00:00Z', 400, ['/knownAt']],
    ['figures/course.cost?knownAt=2020-01-01', 400, ['/knownAt']],
    ['figures/course.cost?groupBy=colour', 400, ['/groupBy']],
    ['figures/course.cost?sector=war', 400, ['/sector']],
    ['figures/course.cost?year=20', 400, ['/year']],
    ['figures/course.cost?programme=CT-2026-0999', 400, ['/programme']],
    ["figures/course.cost?object=x'%20or%201=1", 400, ['/object']],
    ['figures/rubbish/evidence', 404, undefined],
    ['figures/rubbish/changes?from=t-1', 404, undefined],
    ['courses?limit=0', 400, ['/limit']],
    ['courses?limit=201', 400, ['/limit']],
    ['courses?status=flying', 400, ['/status']],
    ['courses?sort=colour', 400, ['/sort']],
    ['courses?after=rubbish', 400, ['/after']],
    ['courses/nothing', 404, undefined],
    ['courses/KH-2026-0001?effectiveTo=2019-01-01', 404, undefined],
    ['courses/KH-2026-0001?colour=red', 400, ['/colour']],
    ['corrections?status=open', 400, ['/status']],
  ])('%s is %d %j', async (path, status, expected) => {
    const answer = await leader(`${api}/${path}`);
    expect([answer.statusCode, pointers(answer)]).toEqual([status, expected]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('are limited to the agencies of the account', async () => {
    expect((await bound(`${api}/figures/course.cost`)).json().value).toBe(98_598_000);
    expect((await bound(`${api}/figures/course.cost?agency=soc-trang`)).statusCode).toBe(403);
    const { figureId } = (await leader(`${api}/figures/course.cost`)).json();
    expect((await bound(`${api}/figures/${figureId}/evidence`)).statusCode).toBe(403);
    expect((await bound(`${api}/courses/KH-2026-0004`)).statusCode).toBe(403);
    expect((await bound(`${api}/courses`)).json().items).toHaveLength(3);
    expect((await bound(`${api}/organisations`)).json().items).toHaveLength(2);
  });

  it('are for those who signed in, where boards are not public', async () => {
    expect((await served.app.inject({ url: `${api}/figures/course.cost` })).statusCode).toBe(401);
    expect((await served.app.inject({ url: `${api}/courses` })).statusCode).toBe(401);
  });
});

describe('lists', () => {
  const codes = async (query: string) =>
    (await leader(`${api}/courses?${query}`))
      .json()
      .items.map(({ code }: { code: string }) => code.slice(-1))
      .join('');

  it.each([
    ['', '1234'],
    ['sort=-code', '4321'],
    ['sort=title', '3421'],
    ['sort=-effectiveFrom', '4321'],
    ['status=planned', ''],
    ['status=planned&effectiveTo=2020-01-31', '1'],
    ['agency=soc-trang', '4'],
    ['kind=management', '3'],
    ['organisation=TC-2026-0001', '13'],
    ['q=dan%20lat%20MOT', '1'],
    ['q=%C4%91an', '1234'],
    ['q=100%25', ''],
    ['knownAt=t-00000009', '12'],
  ])('%s', async (query, expected) => {
    expect(await codes(query)).toBe(expected);
  });

  it('come in pages that join, and count only on request', async () => {
    const first = (await leader(`${api}/courses?limit=3&sort=-title&total=true`)).json();
    expect([first.items.length, first.total]).toEqual([3, 4]);
    const rest = (await leader(`${api}/courses?limit=3&sort=-title&after=${first.next}`)).json();
    expect(rest).not.toHaveProperty('total');
    expect(rest).not.toHaveProperty('next');
    const all = (await leader(`${api}/courses?sort=-title`)).json();
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect((await leader(`${api}/courses?limit=3&sort=title&after=${first.next}`)).statusCode).toBe(400);
  });

  it('give an object by id or code with its revision, as of any day', async () => {
    const now = await leader(`${api}/courses/KH-2026-0002`);
    expect(now.headers.etag).toBe('"4"');
    expect(now.json()).toMatchObject({
      id: idOf('hai'),
      noun: 'courses',
      agency: 'tra-vinh',
      status: 'held',
      revision: 4,
      data: { costVnd: 31_423_000 },
    });
    const then = await leader(`${api}/courses/${idOf('hai')}?knownAt=t-00000010`);
    expect(then.json()).toMatchObject({ revision: 1, data: { costVnd: 314_230_000 } });
    expect((await leader(`${api}/courses/${idOf('hai')}?effectiveTo=2020-03-15`)).json()).toMatchObject({
      status: 'planned',
      revision: 4,
    });
  });

  it('tell what happened to an object, in words', async () => {
    const { items, code } = (await leader(`${api}/courses/${idOf('hai')}/timeline`)).json();
    expect(code).toBe('KH-2026-0002');
    expect(items.map(({ words }: { words: { vi: string } }) => words.vi)).toEqual([
      'Đã lập kế hoạch',
      'Đã tổ chức lớp',
      'Đề nghị đính chính',
      'Đã duyệt đính chính, bút toán gốc bị huỷ',
      'Đã tổ chức lớp',
    ]);
    expect(items[1]).toMatchObject({
      eventId: world.wrongCost,
      reversedBy: world.correction,
      effectiveOn: '2020-03-31',
      personId: 'officer-1',
      revision: 1,
    });
    expect(items[2]).toMatchObject({ correctionId: 'c-1', reason: 'gõ nhầm số' });
    expect(items[3]).toMatchObject({ eventId: world.correction, reverses: world.wrongCost });
    const before = (await leader(`${api}/courses/${idOf('hai')}/timeline?knownAt=t-00000010&limit=1`)).json();
    expect(before.items).toHaveLength(1);
    const next = (await leader(`${api}/courses/${idOf('hai')}/timeline?knownAt=t-00000010&limit=1&after=${before.next}`)).json();
    expect(next.items[0]).not.toHaveProperty('reversedBy');
    expect(next).not.toHaveProperty('next');
  });

  it('of corrections hold the open ones', async () => {
    expect((await leader(`${api}/corrections`)).json().items).toEqual([]);
    const { items } = (await leader(`${api}/corrections?knownAt=t-00000015`)).json();
    expect(items).toMatchObject([
      {
        correctionId: 'c-1',
        of: { eventId: world.wrongCost, words: { vi: 'Đã tổ chức lớp' } },
        object: { code: 'KH-2026-0002', noun: 'courses' },
        reason: 'gõ nhầm số',
      },
    ]);
    expect((await leader(`${api}/corrections?knownAt=t-00000015&agency=soc-trang`)).json().items).toEqual([]);
  });

  it('of corrections hold the decided ones with who decided, where they are asked for, and count them', async () => {
    const decided = (await leader(`${api}/corrections?status=decided&total=true`)).json();
    expect(decided).toMatchObject({ total: 1, items: [{ correctionId: 'c-1', decision: { type: 'CorrectionApproved' } }] });
    expect(decided.items[0].of.data).toHaveProperty('costVnd');
    expect(decided.items[0]).not.toHaveProperty('replacedBy');
    expect(decided.items[0].decision.eventId).toBe(world.correction);
    const before = (await leader(`${api}/corrections?status=decided&total=true&knownAt=t-00000015`)).json();
    expect([before.items, before.total]).toEqual([[], 0]);
    expect((await leader(`${api}/corrections?total=true&knownAt=t-00000015&limit=1`)).json().total).toBe(1);
  });
});

describe('files', () => {
  it('of a list are CSV for spreadsheets, by ending or Accept', async () => {
    const file = await leader(`${api}/courses.csv`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename="courses.csv"');
    expect(file.headers['x-position']).toBe('t-00000021');
    const lines = String(file.rawPayload).split('\n');
    expect(lines[0]).toBe(
      '\uFEFFcode;title;status;agency;programme;budgetLine;fund;organisation;organisationType;sector;kind;place;source;year;effectiveFrom;revision;id;costVnd;learners;qualifiers',
    );
    expect(lines[1]).toContain('KH-2026-0001;Lớp đan lát mot;held;tra-vinh;');
    expect(lines[1]).toMatch(/;67175000;30;$/);
    expect(lines).toHaveLength(6);
    const same = await leader(`${api}/courses?separator=%2C`, { accept: 'text/csv' });
    expect(String(same.rawPayload)).toBe(String(file.rawPayload).replaceAll(';', ','));
  });

  it('hold more rows than are in memory at once', async () => {
    const title = '=cmd|"/c calc"!A1';
    for (let count = 0; count < 3; count += 1)
      await book.record(course, idOf(`extra ${count}`), 'CoursePlanned', { title, kind: 'extra', plannedOn: '2025-01-01' });
    await book.database.query(
      `insert into rm.objects select build, category, 'x' || n, 'X-' || n, agency_id, title, search, status, programme_id, budget_line_id, fund_id,
      organisation_id, organisation_type, sector, place, source, activity_kind, budget_year, origin, "row", revision, created_position, effective_from, effective_to, known_from, known_to
      from rm.objects, generate_series(1, 2500) n where object_id = $1 and known_to is null`,
      [idOf('extra 0')],
    );
    const lines = (await leader(`${api}/courses.ndjson?kind=extra`)).payload
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { code: string });
    expect(lines).toHaveLength(2503);
    expect(new Set(lines.map(({ code }) => code)).size).toBe(2503);
    expect((await leader(`${api}/courses.csv?kind=extra`)).payload).toContain(`;"'=cmd|""/c calc""!A1";`);
    await book.database.query(`delete from rm.objects where object_id like 'x%' or object_id = any($1)`, [
      [0, 1, 2].map((count) => idOf(`extra ${count}`)),
    ]);
  });

  it('of figures and evidence', async () => {
    const groups = await leader(`${api}/figures/course.cost.csv?groupBy=agency`);
    expect(
      String(groups.rawPayload)
        .split('\n')
        .slice(1, 3)
        .map((line) => line.split(';').slice(1, 6).join(' ')),
    ).toEqual(['soc-trang DV-2026-0002 Sóc Trăng 1000000 ', 'tra-vinh DV-2026-0001 Trà Vinh 98598000 ']);
    const { figureId } = (await leader(`${api}/figures/course.cost`)).json();
    const evidence = await leader(`${api}/figures/${figureId}/evidence.ndjson`);
    expect(evidence.payload.trim().split('\n')).toHaveLength(6);
    expect((await leader(`${api}/figures/${figureId}/evidence`, { accept: 'text/csv' })).payload).toContain('314230000');
  });

  it('that cannot be made are problems, not cut files', async () => {
    const answer = await leader(`${api}/courses.csv?programme=CT-2026-0999`);
    expect([answer.statusCode, pointers(answer)]).toEqual([400, ['/programme']]);
    expect((await leader(`${api}/courses`, { accept: 'image/png' })).statusCode).toBe(406);
  });
});
