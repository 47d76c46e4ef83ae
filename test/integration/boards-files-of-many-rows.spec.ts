import { setTimeout as sleep } from 'node:timers/promises';
import { ExportRunner } from '@soquy/boards';
import { readXlsx } from 'hucre/xlsx';
import { sheetsOf } from '../support/workbook-file.js';
import { change, done, fileOf, manifest, until, withProcesses } from './boards/processes.js';

const api = '/api/v1';
const { book, processes } = withProcesses();

/** Held courses that no slice recorded, one entry each. */
const manyEntries = (count: number) =>
  book.database.query(
    `with made as (select n, gen_random_uuid() as id from generate_series(1, $1::int) n),
       f as (insert into rm.facts (build, event_id, stream, category, object_id, revision, position, type, version, effective_on, recorded_at, person_id, role, agency_id, data)
         select 1, id, 'course-m' || n, 'course', 'm' || n, 0, 't-00000021', 'CourseHeld', 1, date '2022-01-01' + n % 365, now(), 'officer-1', 'officer', 'tra-vinh', '{}' from made)
     insert into rm.entries (build, event_id, entry_no, position, metric, value, category, object_id, agency_id, effective_on, budget_year, posting_period)
     select 1, id, 0, 't-00000021', 'course.cost', n, 'course', 'm' || n, 'tra-vinh', date '2022-01-01' + n % 365, 2022, '2022-01' from made`,
    [count],
  );

describe('more groups than an answer has', () => {
  it('are a file, in the order asked, and pages', async () => {
    await manyEntries(12_000);
    const leader = await (await processes.start({ EXPORT_ROWS: '50000' })).as('leader');
    for (const groupBy of ['object', 'object&sort=-value']) {
      const question = `figures/course.cost?effectiveFrom=2022-01-01&groupBy=${groupBy}`;
      const file = await leader(`${api}/${question.replace('?', '.ndjson?')}`);
      expect(file.statusCode).toBe(200);
      const rows = file.payload
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { key: string; value: number });
      expect([rows.length, new Set(rows.map(({ key }) => key)).size]).toEqual([12_000, 12_000]);
      expect(rows.reduce((sum, { value }) => sum + value, 0)).toBe((12_000 * 12_001) / 2);
      if (groupBy !== 'object') expect(rows.map(({ value }) => value)).toEqual(rows.map((_, at) => 12_000 - at));
      // What a file was asked as can be asked again: in pages.
      const location = /<([^>]*)>; rel="describedby"/.exec(String(file.headers.link))![1];
      const { address } = await manifest(leader, { headers: { location } });
      const again = await leader(address);
      expect([again.statusCode, again.json().rows.length]).toEqual([200, 200]);
    }
    const whole = await leader(`${api}/figures/course.cost?effectiveFrom=2022-01-01&groupBy=object`);
    expect([whole.statusCode, whole.json().errors[0].code]).toEqual([400, 'tooManyGroups']);
  });
});

describe('fifty thousand rows', () => {
  const most = { EXPORT_ROWS: '50000' };
  const question = `${api}/figures/course.cost?effectiveFrom=2022-01-01`;

  it('leave at once, and one more makes a job whose workbook holds all of them', async () => {
    await manyEntries(50_000);
    const served = await processes.start(most);
    const leader = await served.as('leader');
    const { figureId, value } = (await leader(question)).json();
    expect(value).toBe((50_000 * 50_001) / 2);
    const evidence = `${api}/figures/${figureId}/evidence`;
    const direct = await leader(`${evidence}.csv`);
    expect([direct.statusCode, direct.payload.trim().split('\n').length]).toEqual([200, 50_001]);
    await manyEntries(1);
    const answer = await leader(`${evidence}.xlsx`);
    expect(answer.statusCode).toBe(202);
    const told = await done(leader, answer);
    expect(told.rows).toBe(50_001);
    const file = await fileOf(leader, answer);
    const rows = (await readXlsx(file.rawPayload)).sheets[0]!.rows.slice(1);
    const sum = rows.reduce((total, row) => total + Number(row[10]), 0);
    expect(sum).toBe((await leader(question)).json().value);
    const [sheet] = sheetsOf(file.rawPayload);
    expect(sheet!.cells.get('F2')).toMatchObject({ kind: 'n', text: '44562' });
  });

  it('are begun anew by the next start where a stop came in between', async () => {
    await manyEntries(60_000);
    const first = await processes.start(most);
    const ask = await first.as('leader');
    const { figureId } = (await ask(question)).json();
    const answer = await ask(`${api}/figures/${figureId}/evidence.ndjson`);
    await until(async () => (await manifest(ask, answer)).state === 'running');
    await first.app.get(ExportRunner).beforeApplicationShutdown();
    expect(await manifest(ask, answer)).toMatchObject({ state: 'waiting' });
    expect(await change(first, 'select attempt from app.export')).toEqual([{ attempt: 0 }]);
    const second = await (await processes.start(most)).as('leader');
    expect(await done(second, answer)).toMatchObject({ rows: 60_000 });
    const lines = (await fileOf(second, answer)).payload.trim().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).eventId)).size).toBe(60_000);
  });

  it('are made by one process so many files at a time', async () => {
    const waiting = await processes.startIdle();
    const leader = await waiting.as('leader');
    for (const query of ['sort=code', 'sort=-code', 'sort=title', 'sort=-title']) await leader(`${api}/courses.csv?${query}`);
    const maker = ExportRunner.prototype as unknown as { write: (this: unknown, job: unknown) => Promise<void> };
    const write = maker.write;
    let [now, atOnce] = [0, 0];
    const counted = jest.spyOn(maker, 'write').mockImplementation(async function (this: unknown, job) {
      atOnce = Math.max(atOnce, (now += 1));
      await sleep(100);
      await write.call(this, job).finally(() => (now -= 1));
    });
    await processes.start({ EXPORT_JOBS: '2' });
    await until(
      async () => Number((await change(waiting, `select count(*) from app.export where state = 'done'`))[0].count) === 4,
    );
    expect([atOnce, counted.mock.calls.length]).toEqual([2, 4]);
    counted.mockRestore();
  });
});
