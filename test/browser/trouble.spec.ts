import type { Page, Request } from 'playwright-core';
import { DEMO_PASSWORD } from '@soquy/platform';
import { inBrowser, type Visit } from './in-browser.js';
import { field, pressOn, typeInto, walkTo } from './keys.js';

const here = inBrowser();
const RECORD = 'Control+Enter';
const AGENCY = 'tra-vinh';

const told = (page: Page, sentence: string | RegExp) => page.getByText(sentence).first().waitFor();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function given(username: string, path: string, body: object): Promise<string> {
  const { status, body: receipt } = await (await here.product.as(username, DEMO_PASSWORD)).post(path, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(receipt)}`);
  return receipt.objectId as string;
}

async function titlesOf(q: string): Promise<readonly string[]> {
  await here.product.level();
  const { body } = await (
    await here.product.as('officer', DEMO_PASSWORD)
  ).get(`training-classes?limit=200&q=${encodeURIComponent(q)}`);
  return (body.items as readonly { title: string }[]).map(({ title }) => title).filter((title) => title === q);
}

const plannedClass = (title: string) =>
  given('officer-tra-vinh', 'training-classes', {
    agencyId: AGENCY,
    kind: 'craft',
    title,
    place: 'TCTK63:84',
    effectiveOn: '2020-10-01',
  });

/** Signs in by the form: a session of its own, which may be ended. */
async function signedInAnew(visit: Visit, username: string): Promise<void> {
  const { page, go } = visit;
  await go('/sign-in');
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  await visit.rest();
}

/** Ends the session as its time does: the browser is not told. */
async function endSession({ page }: Visit): Promise<void> {
  const current = await page.request.get('/api/v1/sessions/current');
  const { csrfToken } = (await current.json()) as { csrfToken: string };
  const ended = await page.request.delete('/api/v1/sessions/current', { headers: { 'x-csrf-token': csrfToken } });
  expect(ended.status()).toBe(204);
}

async function openClassForm({ page, go }: Visit, title: string): Promise<void> {
  await go('/activities/new?kind=training-classes&command=RecordHeldTrainingClass');
  await walkTo(page, field(page, 'Loại lớp'), /Truyền nghề/);
  await typeInto(page, field(page, 'Tên lớp'), title);
  await typeInto(page, field(page, 'Ngày hiệu lực'), '03/12/2020');
}

describe('two people at once:', () => {
  it('whoever comes second is told who recorded what in between, keeps what was typed, and may go on', async () => {
    const id = await plannedClass('Hai người cùng ghi');
    const visit = await here.visit({ as: 'officer' });
    const { page, go, noise, rest } = visit;
    noise.expect(/^412 POST/);
    await go(`/objects/training-classes/${id}?act=CancelTrainingClass`);
    await typeInto(page, field(page, 'Ngày hiệu lực'), '09/10/2020');
    await given('officer-tra-vinh', `training-classes/${id}/results`, { learners: { value: 31 }, effectiveOn: '2020-10-08' });
    // His page has followed; the form stays as it was opened.
    await page.getByRole('main').getByText('08/10/2020').first().waitFor();
    await page.keyboard.press(RECORD);
    await told(page, 'Có người vừa ghi vào đây');
    const alert = page.getByRole('alert');
    await alert.getByText('Ghi nhận kết quả lớp').or(alert.getByText(/lớp/)).first().waitFor();
    expect(await alert.innerText()).toMatch(/officer-tra-vinh|Trà Vinh/);
    expect(await field(page, 'Ngày hiệu lực').inputValue()).toBe('09/10/2020');
    await rest();
  }, 120_000);

  it('what one records, the other sees within a second, without a reload', async () => {
    const { page, go } = await here.visit({ as: 'officer' });
    await go('/activities?kind=training-classes');
    const title = 'Ghi ở máy bên';
    const link = page.getByRole('link', { name: title });
    expect(await link.count()).toBe(0);
    await plannedClass(title);
    const started = performance.now();
    await link.waitFor();
    console.log(`seen on the other screen after ${Math.round(performance.now() - started)} ms`);
  }, 120_000);
});

describe('what was typed is kept', () => {
  it('when a rule refuses, with the reason', async () => {
    const visit = await here.visit({ as: 'officer-tra-vinh' });
    const { page, noise } = visit;
    noise.expect(/^409 POST/);
    await openClassForm(visit, 'Lớp vượt dự toán');
    await page.getByRole('combobox', { name: 'Dòng dự toán' }).fill('2020');
    await page.getByRole('option', { name: /2020/ }).first().click();
    await typeInto(page, field(page, 'Kinh phí (đồng)'), '9 tỷ');
    await page.keyboard.press(RECORD);
    await page.getByRole('alert').first().waitFor();
    expect(await field(page, 'Kinh phí (đồng)').inputValue()).toBe('9.000.000.000');
    expect(await field(page, 'Tên lớp').inputValue()).toBe('Lớp vượt dự toán');
    expect(await titlesOf('Lớp vượt dự toán')).toEqual([]);
  }, 120_000);

  it('when the session ends: one signs in again in place, and the recording goes through', async () => {
    const visit = await here.visit();
    const { page, noise, rest } = visit;
    noise.expect(/^401 /, /stream/);
    await signedInAnew(visit, 'officer-tra-vinh');
    await openClassForm(visit, 'Ghi qua lúc hết phiên');
    await endSession(visit);
    await page.keyboard.press(RECORD);
    const again = page.getByRole('dialog', { name: 'Hết phiên làm việc' });
    await again.waitFor();
    expect(await again.locator('input[name=username]').inputValue()).toBe('officer-tra-vinh');
    await typeInto(page, again.locator('input[name=password]'), DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'hidden' });
    expect(await field(page, 'Tên lớp').inputValue()).toBe('Ghi qua lúc hết phiên');
    await pressOn(page, button(page, 'Thử lại'));
    await told(page, /Đã ghi “Ghi nhận lớp đã tổ chức”/);
    await rest();
    expect(await titlesOf('Ghi qua lúc hết phiên')).toHaveLength(1);
  }, 120_000);

  it('without a connection: the draft stays on this device, is found again, and is recorded once', async () => {
    const visit = await here.visit({ as: 'officer-tra-vinh' });
    const { page, context, noise, go, rest } = visit;
    noise.expect(/ERR_INTERNET_DISCONNECTED/);
    await openClassForm(visit, 'Ghi khi mất mạng');
    await context.setOffline(true);
    await page.keyboard.press(RECORD);
    await told(page, /Mất mạng. Nháp giữ trên máy này/);
    await context.setOffline(false);
    await go('/activities');
    await page.getByRole('region', { name: 'Nháp trên máy này' }).getByText('Ghi khi mất mạng').waitFor();
    expect(await titlesOf('Ghi khi mất mạng')).toEqual([]);
    await pressOn(page, button(page, 'Mở: Ghi khi mất mạng'));
    await told(page, /Đã mở lại nháp/);
    await page.keyboard.press('Tab');
    await pressOn(page, button(page, /^Ghi$/));
    await told(page, /Đã ghi “Ghi nhận lớp đã tổ chức”/);
    await rest();
    expect(await titlesOf('Ghi khi mất mạng')).toHaveLength(1);
  }, 120_000);

  it('and money is never queued: its form says that it needs a connection', async () => {
    const { body } = await (await here.product.as('finance', DEMO_PASSWORD)).get('loans?status=disbursed&limit=1');
    const { page, context, go, noise, rest } = await here.visit({ as: 'finance' });
    noise.expect(/ERR_INTERNET_DISCONNECTED/);
    await go(`/objects/loans/${body.items[0].id}?act=RecordRepayment`);
    await typeInto(page, field(page, 'Số tiền (đồng)').first(), '5tr');
    const sent: Request[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request));
    await context.setOffline(true);
    await told(page, 'Mất mạng. Thu chi cần có mạng mới ghi được.');
    expect(await button(page, /^Ghi$/).isDisabled()).toBe(true);
    await page.keyboard.press(RECORD);
    await context.setOffline(false);
    await rest();
    expect(sent).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('soquy-draft')))).toEqual([]);
  }, 120_000);
});

describe('a part of the application that is not there any more', () => {
  it('is told as such after an upgrade, and loading the page again brings it', async () => {
    const { page, go, noise, rest } = await here.visit({ as: 'finance' });
    noise.expect(/404|dynamically imported module/);
    await go('/overdue');
    const part = '**/assets/evidence-drawer-*.js';
    await page.route(part, (route) => route.fulfill({ status: 404 }));
    await page.locator('[data-figure]').first().click();
    await told(page, /phần mềm vừa được nâng cấp/);
    await page.unroute(part);
    await button(page, 'Tải lại trang').click();
    await page.getByRole('dialog', { name: 'Số này từ đâu ra?' }).waitFor();
    await rest();
  }, 120_000);
});

describe('an answer that is lost', () => {
  it('is asked for again under the same key, and the fact is booked once', async () => {
    const visit = await here.visit({ as: 'officer-tra-vinh' });
    const { page, noise, rest } = visit;
    noise.expect(/ERR_CONNECTION_RESET|ERR_FAILED/);
    const keys: (string | undefined)[] = [];
    await openClassForm(visit, 'Máy chủ tắt giữa chừng');
    // The server records it, and is gone before it can say so.
    await page.route('**/api/v1/held-training-classes', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      const answer = await route.fetch();
      expect(answer.status()).toBe(201);
      return route.abort('connectionreset');
    });
    await page.keyboard.press(RECORD);
    await told(page, /Thử lại không ghi hai lần/);
    expect(await field(page, 'Tên lớp').inputValue()).toBe('Máy chủ tắt giữa chừng');
    await pressOn(page, button(page, 'Thử lại'));
    await told(page, /Đã ghi “Ghi nhận lớp đã tổ chức”/);
    await rest();
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).toBeTruthy();
    expect(await titlesOf('Máy chủ tắt giữa chừng')).toHaveLength(1);
  }, 120_000);
});
