import { createHash } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { sheetsOf } from '../support/workbook-file.js';
import { idOf } from './boards/book.js';
import { boardsApp, withBoards } from './boards/app.js';
import { smallWorld } from './boards/world.js';

const api = '/api/v1';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const { book, served, leader, bound } = withBoards(smallWorld);

type Answer = Awaited<ReturnType<typeof leader>>;
const idIn = ({ headers }: Pick<Answer, 'headers'>) => /exports\/([\w-]+)>/.exec(String(headers.link))![1]!;
const manifestOf = async (answer: Pick<Answer, 'headers'>, who = leader) => (await who(`${api}/exports/${idIn(answer)}`)).json();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const figure = async (question: string, who = leader): Promise<string> =>
  (await who(`${api}/figures/${question}`)).json().figureId;

/** The first sheet by headings, as a library that did not write it reads it. */
async function table(file: Answer): Promise<Record<string, unknown>[]> {
  const [head, ...rows] = (await readXlsx(file.rawPayload)).sheets[0]!.rows;
  return rows.map((row) => Object.fromEntries(head!.map((name, index) => [String(name), row[index]])));
}

describe('a workbook', () => {
  it('of a list, by ending or Accept, has numbers and real days under Vietnamese headings', async () => {
    const file = await leader(`${api}/courses.xlsx`);
    expect(file.headers['content-type']).toBe(XLSX);
    expect(file.headers['content-disposition']).toBe('attachment; filename="courses.xlsx"');
    const [first] = await table(file);
    expect(first).toMatchObject({
      Mã: 'KH-2026-0001',
      Tên: 'Lớp đan lát mot',
      'Đơn vị': 'Trà Vinh',
      'Tình trạng này từ ngày': new Date('2020-02-05T00:00:00Z'),
      'Kinh phí': 67_175_000,
      'Học viên': 30,
    });
    const [sheet] = sheetsOf(file.rawPayload);
    expect(sheet!.name).toBe('các courses');
    expect((await leader(`${api}/courses`, { accept: XLSX })).headers['content-type']).toBe(XLSX);
  });

  it('says where it comes from, in the language asked for', async () => {
    const file = await leader(`${api}/courses.xlsx?agency=tra-vinh`, { 'accept-language': 'en', host: 'quy.example' });
    const [sheet, source] = sheetsOf(file.rawPayload);
    expect([sheet!.cells.get('A1')!.text, source!.name]).toEqual(['Code', 'Source']);
    const told = [...source!.cells.values()].map(({ text }) => text);
    const address = `http://quy.example/api/v1/courses?agency=tra-vinh&effectiveTo=2026-06-30&knownAt=t-00000021`;
    expect(told).toEqual([
      ...['Content', 'các courses', 'Agency', 'Trà Vinh (tra-vinh)', 'To', '46203'],
      ...['Recorded until', '2026-01-01T00:21:00.000Z', 'Position in the log', 't-00000021', 'Rows', '3'],
      ...['Question', address, 'Evidence', address],
      ...['Manifest with the SHA-256', `http://quy.example/api/v1/exports/${idIn(file)}`],
    ]);
  });

  it('of a figure by group, and of one in one row', async () => {
    const rows = await table(await leader(`${api}/figures/course.cost.xlsx?groupBy=agency`));
    expect(rows.map((row) => [row['Nhóm'], row['Tên nhóm'], row['Giá trị']])).toEqual([
      ['soc-trang', 'Sóc Trăng', 1_000_000],
      ['tra-vinh', 'Trà Vinh', 98_598_000],
    ]);
    expect(await table(await leader(`${api}/figures/debt.overdueShare.xlsx?effectiveTo=2021-07-20`))).toMatchObject([
      { 'Chỉ tiêu': 'Tỷ lệ quá hạn', 'Giá trị': 100, 'Tử số': 50_000_000, 'Mẫu số': 50_000_000 },
    ]);
  });
});

describe('all that stands behind a figure', () => {
  const questions = ['course.cost', 'course.organisations', 'debt.overdue?effectiveTo=2021-07-20', 'money.moved'];

  it.each(questions)('of %s is in every format what the pages say', async (question) => {
    const figureId = await figure(question);
    const { items, parts } = (await leader(`${api}/figures/${figureId}/evidence?limit=200`)).json();
    const all = items ?? parts;
    expect(all.length).toBeGreaterThan(0);
    const lines = (await leader(`${api}/figures/${figureId}/evidence.ndjson`)).payload.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(all);
    const csv = (await leader(`${api}/figures/${figureId}/evidence.csv`)).payload.trim().split('\n');
    expect(csv).toHaveLength(Number(all.length) + 1);
    expect(await table(await leader(`${api}/figures/${figureId}/evidence.xlsx`))).toHaveLength(all.length);
  });

  it('joins its pages, whatever the kind', async () => {
    for (const question of questions.slice(0, 3)) {
      const figureId = await figure(question);
      const found: unknown[] = [];
      for (let after = ''; ;) {
        const page = (await leader(`${api}/figures/${figureId}/evidence?limit=1${after}`)).json();
        found.push(...page.items);
        if (!page.next) break;
        after = `&after=${page.next}`;
      }
      expect(found).toEqual((await leader(`${api}/figures/${figureId}/evidence?limit=200`)).json().items);
    }
  });

  it.each([
    ['course.cost', 't-00000010', 4],
    ['debt.overdue?effectiveTo=2021-07-20', 't-00000010', 1],
    ['money.moved', 't-00000010', 2],
  ])('and why %s moved', async (question, from, count) => {
    const figureId = await figure(question);
    const changes = `${api}/figures/${figureId}/changes`;
    const { items, parts } = (await leader(`${changes}?from=${from}`)).json();
    const all = items ?? parts;
    expect(all).toHaveLength(count);
    const lines = (await leader(`${changes}.ndjson?from=${from}`)).payload.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(all);
    expect(await table(await leader(`${changes}.xlsx?from=${from}`))).toHaveLength(count);
    const file = await leader(`${changes}.csv?from=${from}&separator=%2C`);
    expect(file.payload.split('\n')[0]).toContain(',');
    expect((await manifestOf(file)).address).toBe(`${changes}?from=${from}&to=t-00000021`);
    expect((await leader(`${changes}.csv`)).json().errors[0].pointer).toBe('/from');
  });
});

describe('the manifest of a file', () => {
  it.each(['csv', 'ndjson', 'xlsx'])('that left as %s tells of its bytes and its question', async (format) => {
    const file = await leader(`${api}/courses.${format}?kind=craft&knownAt=2026-01-01T00:12:00Z`);
    const manifest = await manifestOf(file);
    expect(manifest).toMatchObject({
      state: 'done',
      format,
      fileName: `courses.${format}`,
      rows: 2,
      bytes: file.rawPayload.length,
      sha256: sha256(file.rawPayload),
      position: 't-00000012',
      knownAt: '2026-01-01T00:12:00.000Z',
      effectiveTo: '2026-06-30',
      agencies: 'all',
      address: `${api}/courses?kind=craft&knownAt=t-00000012&effectiveTo=2026-06-30`,
      query: { kind: 'list', noun: 'courses', asked: { kind: 'craft', knownAt: 't-00000012', effectiveTo: '2026-06-30' } },
    });
    expect(manifest).not.toHaveProperty('file');
    expect((await leader(manifest.address)).json().items).toHaveLength(2);
    const kept = await leader(`${api}/exports/${manifest.id}/file`, { 'accept-language': 'en' });
    expect([kept.statusCode, kept.json().code]).toEqual([404, 'ExportNotKept']);
  });

  it('is there for whoever may ask the question, and for nobody else', async () => {
    const mine = await bound(`${api}/courses.csv`);
    expect((await manifestOf(mine, bound)).agencies).toEqual(['tra-vinh']);
    expect((await manifestOf(mine, leader)).rows).toBe(3);
    const all = await leader(`${api}/courses.csv`);
    const other = await leader(`${api}/courses.csv?agency=soc-trang`);
    for (const file of [all, other]) {
      const answer = await bound(`${api}/exports/${idIn(file)}`);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'UnknownExport']);
      expect((await bound(`${api}/exports/${idIn(file)}/file`)).json().code).toBe('UnknownExport');
    }
    const organisations = await leader(`${api}/organisations.csv`);
    expect((await manifestOf(organisations, bound)).agencies).toEqual([]);
    expect((await served.app.inject({ url: `${api}/exports/${idIn(mine)}` })).statusCode).toBe(401);
  });

  it('is open to who knows its id where boards are public', async () => {
    const open = await boardsApp(book, { PUBLIC_BOARDS: 'on' });
    const ask = (url: string) => open.app.inject({ url });
    const file = await ask(`${api}/courses.csv`);
    expect((await ask(`${api}/exports/${idIn(file)}`)).json()).toMatchObject({ state: 'done', rows: 4 });
    await open.close();
  });

  it.each(['nothing', idOf('nothing'), `${idOf('nothing')}/file`])('of %s is not there', async (id) => {
    const answer = await leader(`${api}/exports/${id}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'UnknownExport']);
  });
});

describe('what cannot be a file', () => {
  it.each([
    ['courses.csv?limit=10', '/limit'],
    ['courses.ndjson?total=true', '/total'],
    ['courses.xlsx?after=x', '/after'],
    ['figures/FIGURE/evidence.xlsx?limit=3', '/limit'],
    ['figures/FIGURE/changes.csv?from=t-00000001&limit=3', '/limit'],
  ])('%s asks for a page', async (path, pointer) => {
    const answer = await leader(`${api}/${path.replace('FIGURE', await figure('course.cost'))}`);
    expect([answer.statusCode, answer.json().errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      400,
      [pointer],
    ]);
  });

  it.each([
    ['courses.pdf', ['json', 'csv', 'ndjson', 'xlsx']],
    ['courses.xls', ['json', 'csv', 'ndjson', 'xlsx']],
    ['figures/course.cost.pdf', ['json', 'csv', 'ndjson', 'xlsx']],
    ['figures/FIGURE/evidence.docx', ['json', 'csv', 'ndjson', 'xlsx']],
    ['figures/FIGURE/changes.pdf', ['json', 'csv', 'ndjson', 'xlsx']],
  ])('%s names the formats there are', async (path, formats) => {
    const url = `${api}/${path.replace('FIGURE', await figure('course.cost'))}`;
    const [vi, en] = [await leader(url), await leader(url, { 'accept-language': 'en' })];
    expect([vi.statusCode, vi.json().code, vi.json().facts]).toEqual([404, 'UnknownFormat', { formats }]);
    expect(vi.json().detail).toContain('không có định dạng');
    expect(en.json().detail).toContain('no such format');
  });

  it('is refused where there is only JSON', async () => {
    for (const path of ['figures', 'courses/KH-2026-0001', 'courses/KH-2026-0001/timeline', 'corrections'])
      expect([path, (await leader(`${api}/${path}`, { accept: XLSX })).statusCode]).toEqual([path, 406]);
    const post = await served.app.inject({ method: 'POST', url: `${api}/courses.csv` });
    expect([post.statusCode, post.json().code]).toEqual([405, 'MethodNotAllowed']);
    expect((await leader(`${api}/nothing.csv`)).json().code).toBe('NotFound');
  });
});
