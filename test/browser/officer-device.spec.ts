import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '@soquy/platform';
import { inBrowser, type Visit } from './in-browser.js';
import { field, isTaken, paste, pressOn, typeInto } from './keys.js';

const here = inBrowser();
const CLASS_FORM = '/activities/new?kind=training-classes&command=RecordHeldTrainingClass';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const keptBy = (page: Page, username: string) =>
  page.evaluate(
    (name) => Object.keys(localStorage).filter((key) => /^soquy-(draft|paste):/.test(key) && key.split(':')[1] === name),
    username,
  );

/** Signs in by the form: a session of its own, which may be ended. */
async function enter({ page, go, rest }: Visit, username: string): Promise<void> {
  await go('/sign-in');
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  await rest();
}

/** A draft of a class and a table of two rows, neither recorded. */
async function leaveUnsent({ page, go, rest }: Visit): Promise<void> {
  await go('/organisations/paste');
  await paste(page, 'Tên HTX\tLoại hình\nHTX Chưa Ghi\tHTX\nHTX Chưa Gửi\tHTX');
  await page.getByText(/^2 dòng dán/).waitFor();
  await go(CLASS_FORM);
  await typeInto(page, field(page, 'Tên lớp'), 'Lớp còn là nháp');
  await page.getByText(/^Nháp đã lưu/).waitFor();
  await rest();
}

describe("on an office's computer that others use too", () => {
  it('signing out says what is not sent yet, and takes it off the device', async () => {
    const visit = await here.visit();
    const { page, rest } = visit;
    await enter(visit, 'officer-tra-vinh');
    await leaveUnsent(visit);
    const leave = page.getByRole('banner').getByRole('button', { name: 'Đăng xuất' });
    await pressOn(page, leave, 'Enter');
    const dialog = page.getByRole('dialog', { name: 'Còn nội dung chưa ghi trên máy này' });
    await dialog.getByText('1 bản nháp chưa gửi: Lớp còn là nháp').waitFor();
    await dialog.getByText('bảng dán từ Excel, 2 dòng chưa ghi').waitFor();
    await dialog.getByRole('button', { name: 'Ở lại để ghi tiếp' }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await field(page, 'Tên lớp').inputValue()).toBe('Lớp còn là nháp');
    expect(await keptBy(page, 'officer-tra-vinh')).toHaveLength(2);

    await leave.click();
    await dialog.getByRole('button', { name: 'Đăng xuất và xoá' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/sign-in');
    await rest();
    expect(await keptBy(page, 'officer-tra-vinh')).toEqual([]);
    await enter(visit, 'officer-tra-vinh');
    await visit.go(CLASS_FORM);
    expect(await field(page, 'Tên lớp').inputValue()).toBe('');
    expect(await keptBy(page, 'officer-tra-vinh')).toEqual([]);
  }, 120_000);

  it('with nothing unsent, it asks nothing', async () => {
    const visit = await here.visit();
    await enter(visit, 'officer-tra-vinh');
    await visit.go('/organisations');
    await button(visit.page, 'Đăng xuất').click();
    await visit.page.waitForURL(({ pathname }) => pathname === '/sign-in');
    await visit.rest();
  });

  it('when a session ends by itself, what was typed comes back for the same person and for nobody else', async () => {
    const visit = await here.visit();
    const { page, go, context, noise } = visit;
    noise.expect(/^401 /);
    await enter(visit, 'officer-tra-vinh');
    await leaveUnsent(visit);
    await context.clearCookies();
    await enter(visit, 'officer');
    await go('/activities');
    expect(await page.getByText('Lớp còn là nháp').count()).toBe(0);
    await go(CLASS_FORM);
    expect(await field(page, 'Tên lớp').inputValue()).toBe('');
    await go('/organisations/paste');
    await page.getByText(/^Chép các dòng trong Excel/).waitFor();
    expect(await keptBy(page, 'officer')).toEqual([]);

    await context.clearCookies();
    await enter(visit, 'officer-tra-vinh');
    await go('/activities');
    await page.getByRole('region', { name: 'Nháp trên máy này' }).getByText('Lớp còn là nháp').waitFor();
    await go('/organisations/paste');
    await page.getByText(/^2 dòng dán/).waitFor();
  }, 120_000);
});

describe('the form of an activity', () => {
  it('asks whoever works for several agencies for one, until a programme tells which', async () => {
    const { page, go, rest } = await here.visit({ as: 'officer' });
    await go(CLASS_FORM);
    const agency = field(page, 'Đơn vị');
    expect(await agency.getAttribute('aria-required')).toBe('true');
    await field(page, 'Tên lớp').press('Control+Enter');
    await page.getByRole('alert').getByText('Đơn vị: chưa có.').waitFor();
    await field(page, 'Chương trình').fill('khuyen cong');
    await page
      .getByRole('option', { name: /Khuyến công/ })
      .first()
      .click();
    expect(await agency.getAttribute('aria-required')).toBeNull();
    await rest();
  }, 60_000);

  it('asks nobody of one agency', async () => {
    const { page, go } = await here.visit({ as: 'officer-tra-vinh' });
    await go(CLASS_FORM);
    expect(await field(page, 'Đơn vị').count()).toBe(0);
  });
});

const KEEP_THE_KEY = [
  '<input data-here>',
  '<textarea data-here></textarea>',
  '<select data-here><option>1</option></select>',
  '<div contenteditable="true" data-here>1</div>',
  '<a href="#1" data-here>1</a>',
  '<button type="button" data-here>1</button>',
  '<details><summary data-here>1</summary></details>',
  '<table><tbody><tr tabindex="0" data-here><td>1</td></tr></tbody></table>',
  '<div role="button" tabindex="0" data-here>1</div>',
  '<div role="menuitem" tabindex="0" data-here>1</div>',
  '<div role="menuitemcheckbox" tabindex="0" data-here>1</div>',
];
const LEAVE_IT = [
  '<div contenteditable="false" tabindex="0" data-here>1</div>',
  '<a tabindex="0" data-here>1</a>',
  '<table><tbody><tr><td tabindex="0" data-here>1</td></tr></tbody></table>',
];

/** With the focus on what is put beside the form. */
async function isTakenOn(page: Page, html: string): Promise<boolean> {
  await page.evaluate((written) => {
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = written;
    place.addEventListener('click', (event) => event.preventDefault());
    place.querySelector<HTMLElement>('[data-here]')!.focus();
  }, html);
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-here'))).toBe(true);
  const taken = await isTaken(page, 'Control+Enter');
  await page.evaluate(() => document.querySelector('[data-here]')!.closest('body > div')!.remove());
  return taken;
}

describe('Ctrl+Enter beside the form of an activity', () => {
  it('is left to what has a meaning of its own for it, and records from everywhere else', async () => {
    const { page, go, rest } = await here.visit({ as: 'officer' });
    await go(CLASS_FORM);
    await field(page, 'Tên lớp').focus();
    const missing = page.getByRole('alert').getByText('Đơn vị: chưa có.');
    const taken: Record<string, boolean> = {};
    for (const html of KEEP_THE_KEY) taken[html] = await isTakenOn(page, html);
    expect(await missing.count()).toBe(0);
    for (const html of LEAVE_IT) taken[html] = await isTakenOn(page, html);
    await missing.waitFor();
    expect(taken).toEqual(Object.fromEntries([...KEEP_THE_KEY, ...LEAVE_IT].map((html) => [html, LEAVE_IT.includes(html)])));
    await rest();
  }, 60_000);
});

describe('what one person did', () => {
  it('is found by a name that is chosen from those who recorded something', async () => {
    const { page, go, rest } = await here.visit({ as: 'officer' });
    await go('/audit?tab=person');
    const person = field(page, 'Người ghi');
    await person.fill('CREDIT Ồffi');
    await page.getByRole('option', { name: /credit-officer/ }).click();
    await page.getByRole('tabpanel').getByRole('button', { name: 'Xem', exact: true }).click();
    await rest();
    expect(new URL(page.url()).searchParams.get('actor')).toBe('credit-officer');
    await page.getByRole('row').nth(1).waitFor();
  }, 60_000);
});

describe('a loan', () => {
  it('is found by who borrows, and the list is held to that borrower', async () => {
    const { page, go, rest } = await here.visit({ as: 'credit-officer' });
    await go('/loans');
    await field(page, 'Khách hàng vay').fill('go sim');
    await page.getByRole('option', { name: /Gò Sim/ }).click();
    const rows = page.getByRole('table').locator('tbody tr');
    await page.getByText('1 dòng', { exact: true }).waitFor();
    await rest();
    expect(await rows.count()).toBe(1);
    expect(await rows.innerText()).toContain('HV-2026-0004');
    await button(page, 'Bỏ bộ lọc').last().click();
    await rows.nth(5).waitFor();
    await rest();
  }, 60_000);

  it('that is nowhere has a page with a name and the way back', async () => {
    const { page, go, noise } = await here.visit({ as: 'credit-officer' });
    noise.expect(/^404 /);
    await go('/loans/nowhere');
    expect(await page.locator('h1').innerText()).toBe('Khoản vay');
    await page.getByRole('link', { name: 'Về danh sách: Các khoản vay' }).waitFor();
  }, 60_000);
});

describe('the amount of a loan file', () => {
  it('says whether it was asked for or proposed, wherever it stands', async () => {
    const officer = await here.visit({ as: 'leader' });
    await officer.go('/inbox');
    const waiting = officer.page.getByRole('row').filter({ hasText: 'HV-2026-0008' });
    await waiting.getByText('thẩm định đề xuất').waitFor();
    await waiting.getByRole('link', { name: /^HTX / }).waitFor();
    await officer.go('/fund');
    const file = officer.page.getByRole('listitem').filter({ hasText: 'HV-2026-0008' });
    await file.getByText('thẩm định đề xuất').waitFor();
    await file.getByText('đề nghị', { exact: true }).waitFor();
  }, 60_000);
});
