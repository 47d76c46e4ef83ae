import { DEMO_PASSWORD } from '@soquy/platform';
import { BOARDS } from '../../apps/api/src/pages/board-definitions.js';
import { boardsApp } from './boards/app.js';
import { idOf, type Book } from './boards/book.js';
import { agency } from './boards/slices.js';
import { smallWorld } from './boards/world.js';

let book: Book;
let open: Awaited<ReturnType<typeof boardsApp>>;
let closed: typeof open;

/** The boards of the product, over the metrics of the test slices. */
const testBoards = {
  budget: { groupBy: 'programme', metrics: ['course.held', 'course.learners', 'course.cost'] },
  support: { groupBy: 'programme', metrics: ['course.cost', 'money.moved'] },
  funds: { groupBy: 'fund', metrics: ['debt.lent', 'debt.outstanding', 'debt.overdue', 'debt.overdueShare'] },
  overdue: { groupBy: 'object', metrics: ['debt.overdue'] },
};

beforeAll(async () => {
  for (const [name, changed] of Object.entries(testBoards)) Object.assign(BOARDS[name as keyof typeof BOARDS], changed);
  ({ book } = await smallWorld());
  open = await boardsApp(book, { PUBLIC_BOARDS: 'on' });
  closed = await boardsApp(book);
});
afterAll(async () => {
  await open.close();
  await closed.close();
  await book.close();
});

const visit = (url: string, headers: Record<string, string> = {}) =>
  open.app.inject({ url, headers: { accept: 'text/html', ...headers } });
const figuresIn = (page: string) =>
  [...page.matchAll(/<a href="([^"]+)" data-figure="([^"]+)" title="([^"]+)">([^<]+)<\/a>/g)].map(
    ([, href, metric, exact, text]) => ({ href: href!.replaceAll('&#38;', '&'), metric, exact, text }),
  );

describe('the overview', () => {
  it('shows three boards in Vietnamese, each number short with its exact one', async () => {
    const { statusCode, headers, payload } = await visit('/');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(payload).toContain('<html lang="vi">');
    for (const title of ['Ngân sách theo chương trình', 'Đào tạo và hỗ trợ', 'Quỹ và nợ quá hạn', 'Các khoản vay quá hạn'])
      expect(payload).toContain(title);
    expect(figuresIn(payload)).toContainEqual(
      expect.objectContaining({ metric: 'course.cost', exact: '99.598.000 đồng', text: '99,598 triệu' }),
    );
    expect(payload).toContain('<small>còn 1 ghi nhận chưa có số</small>');
    expect(payload).toContain('Khuyến công địa phương');
    expect(payload).toContain('NO-2026-0001');
    expect(payload).toContain(`<td><a href="/objects/organisations/${idOf('anh mai')}">TC-2026-0001 · HTX Ánh Mai</a></td>`);
  });

  it('in English on request, and by preference', async () => {
    for (const page of [await visit('/?lang=en'), await visit('/', { 'accept-language': 'en' })]) {
      expect(page.payload).toContain('<html lang="en">');
      expect(page.payload).toContain('Budget by programme');
      expect(page.payload).toContain('99.598 million');
    }
    expect((await visit('/?lang=en')).payload).toMatch(/href="\/evidence\/[\w-]+\?lang=en"/);
  });

  it('has a link to evidence behind every number, and none of them is broken', async () => {
    const links = figuresIn((await visit('/')).payload);
    expect(links.length).toBeGreaterThan(12);
    for (const { href, exact } of links) {
      const page = await visit(href);
      expect([href, page.statusCode]).toEqual([href, 200]);
      expect(page.payload).toContain(`>${exact}</p>`);
      expect(page.payload).toMatch(/verdict ok">Tính lại: .* — khớp</);
    }
  });

  it('shows what was, as of a day and as known then, and says so', async () => {
    const past = (await visit('/?effectiveTo=2020-02-29&knownAt=2026-01-01T07:10&agency=&lang=vi')).payload;
    expect(past).toContain('Bạn đang xem số liệu quá khứ.');
    expect(past).toContain('<strong>29/02/2020</strong>');
    expect(past).toContain('<strong>01/01/2026 07:10</strong>');
    expect(figuresIn(past)).toContainEqual(expect.objectContaining({ metric: 'course.cost', text: '67,175 triệu' }));
    expect((await visit('/')).payload).not.toContain('quá khứ');
  });

  it('is filtered by agency and grouped the other way', async () => {
    expect(figuresIn((await visit('/?agency=soc-trang')).payload)).toContainEqual(
      expect.objectContaining({ metric: 'course.cost', text: '1 triệu' }),
    );
    const byAgency = (await visit('/?by=agency')).payload;
    expect(byAgency).toContain('<th scope="row"><a href="/objects/agencies/soc-trang">Sóc Trăng</a></th>');
  });

  it('has tables with captions and scopes, and neither script nor inline style', async () => {
    const { payload, headers } = await visit('/');
    expect(payload.match(/<table>/g)).toHaveLength(4);
    expect(payload.match(/<caption /g)).toHaveLength(4);
    expect(payload).not.toMatch(/<script|style=| on\w+="/);
    expect(payload).not.toMatch(/<th(?!ead| scope=)/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const css = await open.app.inject({ url: '/assets/soquy.css', headers: { accept: 'text/css' } });
    expect([css.statusCode, css.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it.each([
    '/?effectiveTo=2020-02-31',
    '/?knownAt=yesterday',
    '/?colour=red',
    '/?agency=nowhere',
    '/evidence/rubbish',
    '/objects/nothing/x',
    '/objects/courses/x',
  ])('%s is a page that says what is wrong', async (url) => {
    const page = await visit(url);
    expect([400, 404]).toContain(page.statusCode);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.payload).toContain('Về trang tổng quan');
  });
});

describe('behind a number', () => {
  it('stand formula, filters, dates, events and their objects', async () => {
    const { figureId } = (
      await visit('/api/v1/figures/course.cost?programme=CT-2026-0001', { accept: 'application/json' })
    ).json();
    const { payload } = await visit(`/evidence/${figureId}`);
    for (const text of [
      'Tổng các bút toán có ngày phát sinh trong kỳ',
      'Chương trình: Khuyến công địa phương',
      '01/01/2026 07:21',
      'Đã tổ chức lớp',
      'bút toán huỷ',
      'đã bị thay',
      '−314.230.000',
      'chưa rõ',
    ])
      expect(payload).toContain(text);
    expect(payload).toContain(`<a href="/objects/courses/${idOf('hai')}">KH-2026-0002 · Lớp đan lát hai</a>`);
  });

  it('stand parts, and objects with their own events', async () => {
    const ratio = (
      await visit('/api/v1/figures/debt.overdueShare?effectiveTo=2021-07-10', { accept: 'application/json' })
    ).json();
    const parts = await visit(`/evidence/${ratio.figureId}`);
    expect(figuresIn(parts.payload).map(({ metric }) => metric)).toEqual(['debt.overdue', 'debt.outstanding']);
    const fold = await visit(figuresIn(parts.payload)[0]!.href);
    expect(fold.payload).toContain('<summary>1</summary>');
    expect(fold.payload).toContain('Đã cho vay');
  });

  it('an object shows its facts and its timeline', async () => {
    const { payload } = await visit(`/objects/courses/${idOf('hai')}`);
    for (const text of [
      '<h1>Lớp đan lát hai</h1>',
      '<dt>Kinh phí</dt><dd>31.423.000 đồng</dd>',
      '<dt>Học viên</dt><dd>40</dd>',
      'gõ nhầm số',
      'cán bộ chương trình (officer-)',
    ])
      expect(payload).toContain(text);
  });
});

it('text of others is shown, never run', async () => {
  await book.record(agency, 'quang-tri', 'Named', { title: '<script>alert(1)</script>"\'', namedOn: '2019-01-01' });
  const { payload } = await visit('/');
  expect(payload).not.toContain('<script>');
  expect(payload).toContain('&#60;script&#62;');
});

describe('where boards are not public', () => {
  const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    closed.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });

  it('visitors are led to sign in, and back', async () => {
    const page = await closed.app.inject({ url: '/?agency=tra-vinh' });
    expect([page.statusCode, page.headers.location]).toEqual([303, '/sign-in?next=%2F%3Fagency%3Dtra-vinh']);
    const form = await closed.app.inject({ url: String(page.headers.location) });
    expect(form.payload).toContain('<input type="hidden" name="next" value="/?agency=tra-vinh">');
    const signed = await post('/sign-in', { username: 'officer-tra-vinh', password: DEMO_PASSWORD, next: '/?agency=tra-vinh' });
    expect([signed.statusCode, signed.headers.location]).toEqual([303, '/?agency=tra-vinh']);
    const cookie = String(signed.headers['set-cookie']).split(';')[0]!;
    expect(String(signed.headers['set-cookie'])).toContain('HttpOnly');
    const overview = await closed.app.inject({ url: '/', headers: { cookie } });
    expect(overview.statusCode).toBe(200);
    expect(figuresIn(overview.payload)).toContainEqual(
      expect.objectContaining({ metric: 'course.cost', exact: '98.598.000 đồng' }),
    );
    const out = await post('/sign-out', {}, { cookie });
    expect([out.statusCode, out.headers.location]).toEqual([303, '/']);
    expect((await closed.app.inject({ url: '/', headers: { cookie } })).statusCode).toBe(303);
  });

  it('a wrong password is told, without the password and without saying which was wrong', async () => {
    const answer = await post('/sign-in', { username: 'leader<', password: 'secret-typo' });
    expect(answer.statusCode).toBe(401);
    expect(answer.payload).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(answer.payload).toContain('value="leader&#60;"');
    expect(answer.payload).not.toContain('secret-typo');
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])(
    'nobody is led on to %s',
    async (next) => {
      const signed = await post('/sign-in', { username: 'leader', password: DEMO_PASSWORD, next });
      expect(signed.headers.location).toBe('/');
      expect((await closed.app.inject({ url: `/sign-in?next=${encodeURIComponent(next)}` })).statusCode).toBe(400);
    },
  );

  it('forms of other sites are not taken, nor forms anywhere else', async () => {
    expect(
      (await post('/sign-in', { username: 'leader', password: DEMO_PASSWORD }, { 'sec-fetch-site': 'cross-site' })).statusCode,
    ).toBe(403);
    expect((await post('/api/v1/sessions', { username: 'leader', password: DEMO_PASSWORD })).statusCode).toBe(415);
    const json = await closed.app.inject({
      method: 'POST',
      url: '/sign-in',
      payload: { username: 'leader', password: DEMO_PASSWORD },
    });
    expect(json.statusCode).toBe(415);
  });
});
