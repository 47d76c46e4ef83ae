import { createHash } from 'node:crypto';
import { ExportStore } from '@soquy/platform';
import { readXlsx } from 'hucre/xlsx';
import { sheetsOf } from '../support/workbook-file.js';
import { idOf } from './boards/book.js';
import { change, done, fileOf, manifest, until, withProcesses } from './boards/processes.js';
import { course } from './boards/slices.js';

const api = '/api/v1';
const { book, processes } = withProcesses();

describe('a file of many rows', () => {
  it('is made in the background, and is what it would have been at once', async () => {
    const leader = await (await processes.start()).as('leader');
    const direct = await (await processes.start({ EXPORT_ROWS: '50000' })).as('leader');
    for (const format of ['csv', 'ndjson']) {
      const answer = await leader(`${api}/courses.${format}`);
      expect([answer.statusCode, answer.headers['retry-after'], answer.headers['x-position']]).toEqual([202, '2', 't-00000021']);
      expect(answer.headers.location).toBe(`${api}/exports/${answer.json().id}`);
      expect(answer.json()).toMatchObject({ state: 'waiting', rows: 0, sha256: null, format });
      const told = await done(leader, answer);
      const file = await fileOf(leader, answer);
      expect(file.payload).toBe((await direct(`${api}/courses.${format}`)).payload);
      expect(told).toMatchObject({
        rows: 4,
        bytes: file.rawPayload.length,
        sha256: createHash('sha256').update(file.rawPayload).digest('hex'),
        file: `${String(answer.headers.location)}/file`,
      });
      expect(file.headers).toMatchObject({
        etag: `"${told.sha256}"`,
        'content-length': String(told.bytes),
        'content-disposition': `attachment; filename="courses.${format}"`,
        'content-type': expect.stringContaining(format === 'csv' ? 'text/csv' : 'ndjson'),
      });
      const again = await fileOf(leader, answer, { 'if-none-match': String(file.headers.etag) });
      expect([again.statusCode, again.payload]).toEqual([304, '']);
    }
  });

  it('is a whole workbook, in the language it was asked in', async () => {
    const leader = await (await processes.start()).as('leader');
    const answer = await leader(`${api}/courses.xlsx`, { 'accept-language': 'en', host: 'quy.example' });
    await done(leader, answer);
    const { rawPayload } = await fileOf(leader, answer);
    const [, source] = sheetsOf(rawPayload);
    expect([...source!.cells.values()].map(({ text }) => text)).toContain(`http://quy.example${String(answer.headers.location)}`);
    expect((await readXlsx(rawPayload)).sheets[0]!.rows).toHaveLength(5);
  });

  it('as JSON comes in pages as ever, and a small one at once', async () => {
    const leader = await (await processes.start()).as('leader');
    expect((await leader(`${api}/courses?limit=3`)).json().items).toHaveLength(3);
    expect((await leader(`${api}/courses.csv?kind=management`)).statusCode).toBe(200);
    expect((await leader(`${api}/figures/course.cost.csv?groupBy=month`)).statusCode).toBe(202);
  });

  it.each(['course.cost', 'course.organisations', 'debt.overdue?effectiveTo=2021-07-20'])(
    'that stands behind %s is counted before',
    async (question) => {
      const leader = await (await processes.start({ EXPORT_ROWS: '1' })).as('leader');
      const { figureId } = (await leader(`${api}/figures/${question}`)).json();
      const { items } = (await leader(`${api}/figures/${figureId}/evidence`)).json();
      const answer = await leader(`${api}/figures/${figureId}/evidence.ndjson`);
      expect(answer.statusCode).toBe(items.length > 1 ? 202 : 200);
      const lines = items.length > 1 ? (await done(leader, answer), await fileOf(leader, answer)) : answer;
      expect(lines.payload.trim().split('\n')).toHaveLength(items.length);
      const changes = await leader(`${api}/figures/${figureId}/changes.ndjson?from=t-00000001`);
      expect(changes.statusCode).toBe(items.length > 1 ? 202 : 200);
    },
  );

  it('shows the moment it was asked for, whatever is recorded before it is made', async () => {
    const waiting = await processes.startIdle();
    const leader = await waiting.as('leader');
    const answers = [await leader(`${api}/courses.ndjson`), await leader(`${api}/courses.ndjson?knownAt=2026-01-01T00:10:00Z`)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 200]);
    await book.record(course, idOf('mot'), 'CourseHeld', { costVnd: 1, heldOn: '2020-02-06' });
    await book.record(course, idOf('new'), 'CoursePlanned', { title: 'Lớp mới', kind: 'craft', plannedOn: '2020-01-01' });
    await processes.start();
    expect(await done(leader, answers[0]!)).toMatchObject({ rows: 4, position: 't-00000021' });
    const rows = (await fileOf(leader, answers[0]!)).payload.trim().split('\n');
    expect(rows.map((row) => JSON.parse(row).data.costVnd)).toEqual([67_175_000, 31_423_000, undefined, 1_000_000]);
  });
});

describe('a job', () => {
  it('of a dead writer is begun anew by another process, without what that one left', async () => {
    const waiting = await processes.startIdle();
    const leader = await waiting.as('leader');
    const answer = await leader(`${api}/courses.ndjson`);
    const { id } = answer.json();
    await change(waiting, `update app.export set state = 'running', attempt = 1, touched_at = now() - interval '31 seconds'`);
    await change(waiting, `insert into app.export_chunk values ($1, 1, 0, 'rubbish')`, id);
    await processes.start();
    expect(await done(leader, answer)).toMatchObject({ rows: 4 });
    expect((await fileOf(leader, answer)).payload).not.toContain('rubbish');
    const left = await change(waiting, 'select distinct attempt from app.export_chunk');
    expect(left).toEqual([{ attempt: 2 }]);
  });

  it('of a living writer is left to it', async () => {
    const waiting = await processes.startIdle();
    const leader = await waiting.as('leader');
    const answer = await leader(`${api}/courses.ndjson`);
    await change(waiting, `update app.export set state = 'running', attempt = 1, touched_at = now() - interval '20 seconds'`);
    const other = await processes.start();
    expect(await other.app.get(ExportStore).claim()).toBeUndefined();
    expect(await manifest(leader, answer)).toMatchObject({ state: 'running' });
    const early = await fileOf(leader, answer);
    expect([early.statusCode, early.json().code, early.headers['retry-after']]).toEqual([404, 'ExportNotReady', '2']);
  });

  it('whose writer comes back too late spoils nothing', async () => {
    const waiting = await processes.startIdle();
    const leader = await waiting.as('leader');
    const answer = await leader(`${api}/courses.ndjson`);
    const store = waiting.app.get(ExportStore);
    const late = (await store.claim())!;
    await store.append(late, 0, Buffer.from('late'));
    await change(waiting, `update app.export set touched_at = now() - interval '31 seconds'`);
    await processes.start();
    const told = await done(leader, answer);
    expect(await store.progress(late, { rows: 9, bytes: 9 })).toBe(false);
    expect(await store.finish(late, { rows: 9, bytes: 9, sha256: 'x', cut: 0 })).toBe(false);
    await store.fail(late, { code: 'Late', detail: { vi: '', en: '' } });
    expect(await manifest(leader, answer)).toEqual(told);
    expect((await fileOf(leader, answer)).payload.trim().split('\n')).toHaveLength(4);
  });

  it('that died three times has failed, in words', async () => {
    const waiting = await processes.startIdle();
    const leader = await waiting.as('leader');
    const answer = await leader(`${api}/courses.ndjson`);
    await change(waiting, `update app.export set state = 'running', attempt = 3, touched_at = now() - interval '31 seconds'`);
    const store = waiting.app.get(ExportStore);
    expect(await store.claim()).toBeUndefined();
    await store.prune();
    const told = (await leader(String(answer.headers.location), { 'accept-language': 'en' })).json();
    expect(told).toMatchObject({
      state: 'failed',
      failure: { code: 'Interrupted', detail: expect.stringContaining('interrupted') },
    });
    const file = await fileOf(leader, answer);
    expect([file.statusCode, file.json().code]).toEqual([404, 'ExportFailed']);
    expect((await leader(`${api}/courses.ndjson`)).json().id).not.toBe(told.id);
  });

  it('that cannot be answered has failed with the reason', async () => {
    const waiting = await processes.startIdle();
    const leader = await waiting.as('leader');
    const answer = await leader(`${api}/courses.ndjson`);
    await change(
      waiting,
      `update app.export set basis = jsonb_set(basis::jsonb, '{question}', '{"kind": "figure", "metric": "gone", "asked": {}}')::json`,
    );
    await processes.start();
    await until(async () => (await manifest(leader, answer)).state === 'failed');
    expect((await manifest(leader, answer)).failure).toEqual({ code: 'UnknownMetric', detail: 'Không có chỉ tiêu gone.' });
  });

  it('is the same one where the same file is asked again, and there are not too many', async () => {
    const waiting = await processes.startIdle();
    const [leader, bound] = [await waiting.as('leader'), await waiting.as('officer-tra-vinh')];
    const { id } = (await leader(`${api}/courses.ndjson`)).json();
    expect((await leader(`${api}/courses.ndjson?sort=code`)).json().id).not.toBe(id);
    expect((await leader(`${api}/courses.ndjson`)).json().id).toBe(id);
    expect((await bound(`${api}/courses.ndjson`)).json().id).not.toBe(id);
    for (const query of ['sort=-code', 'sort=title', 'sort=-title'])
      expect((await leader(`${api}/courses.ndjson?${query}`)).statusCode).toBe(202);
    const tooMany = await leader(`${api}/courses.csv`);
    expect([tooMany.statusCode, tooMany.json().code, tooMany.headers['retry-after']]).toEqual([429, 'TooManyExports', '30']);
    expect((await bound(`${api}/courses.csv`)).statusCode).toBe(202);
    expect((await leader(`${api}/courses.ndjson`)).json().id).toBe(id);
  });

  it('shows its file to whoever may ask the question, and to nobody else', async () => {
    const served = await processes.start();
    const [leader, bound] = [await served.as('leader'), await served.as('officer-tra-vinh')];
    const mine = await bound(`${api}/courses.csv`);
    await done(bound, mine);
    expect((await fileOf(leader, mine)).payload.trim().split('\n')).toHaveLength(4);
    const theirs = await leader(`${api}/courses.csv`);
    await done(leader, theirs);
    for (const answer of [await fileOf(bound, theirs), await bound(String(theirs.headers.location))])
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'UnknownExport']);
    expect((await served.app.inject({ url: `${String(mine.headers.location)}/file` })).statusCode).toBe(401);
  });
});

describe('files that were made', () => {
  it('are let go when their time is over; the manifest stays', async () => {
    const served = await processes.start({ EXPORT_HOURS: '3' });
    const leader = await served.as('leader');
    const answer = await leader(`${api}/courses.csv`);
    const told = await done(leader, answer);
    expect(Date.parse(told.expiresAt) - Date.parse(told.finishedAt)).toBe(3 * 3_600_000);
    const store = served.app.get(ExportStore);
    await store.prune();
    expect((await fileOf(leader, answer)).statusCode).toBe(200);
    await change(served, `update app.export set expires_at = now() - interval '1 second'`);
    await store.prune();
    expect(await manifest(leader, answer)).toMatchObject({ state: 'expired', sha256: told.sha256, rows: 4 });
    const gone = await fileOf(leader, answer, { 'accept-language': 'en' });
    expect([gone.statusCode, gone.json().code, gone.json().title]).toEqual([410, 'ExportExpired', 'Gone']);
    expect(await change(served, 'select * from app.export_chunk')).toEqual([]);
    await change(served, `update app.export set created_at = now() - interval '31 days'`);
    await store.prune();
    expect((await leader(String(answer.headers.location))).statusCode).toBe(404);
  });

  it('are ten of one account at the most, the oldest goes first', async () => {
    const served = await processes.start();
    const leader = await served.as('leader');
    const first = await leader(`${api}/courses.csv`);
    await done(leader, first);
    for (let day = 10; day < 20; day += 1) await done(leader, await leader(`${api}/courses.csv?effectiveTo=2026-05-${day}`));
    expect((await manifest(leader, first)).state).toBe('expired');
    expect((await leader(`${api}/courses.csv?effectiveTo=2026-05-10`)).json().state).toBe('done');
  });

  it('outlive a transfer that died on its way: that one has failed', async () => {
    const served = await processes.start();
    const leader = await served.as('leader');
    const file = await leader(`${api}/courses.csv?kind=management`);
    await change(served, `update app.export set state = 'running', touched_at = now() - interval '1 minute'`);
    await served.app.get(ExportStore).prune();
    const location = /<(.+)>/.exec(String(file.headers.link))![1]!;
    expect((await leader(location)).json()).toMatchObject({ state: 'failed', failure: { code: 'Interrupted' } });
  });
});
