import type { Page } from 'playwright-core';
import { countActs, expectAtMost } from './acts.js';
import { everyFigureAgrees } from './figures.js';
import { inBrowser } from './in-browser.js';
import { walkTo } from './keys.js';

const here = inBrowser();

/** One line of an organisation's history. */
const line = (page: Page, ...texts: readonly (string | RegExp)[]) =>
  texts.reduce(
    (found, hasText) => found.filter({ hasText }),
    page.getByRole('region', { name: 'Mọi việc với tổ chức này' }).getByRole('listitem'),
  );

/** Goes from the register to the page of one of its organisations. */
async function openOrganisation(page: Page, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: /^Tìm theo tên/ }).fill(title);
  await page.getByRole('table').getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** And to its history. */
async function openHistory(page: Page, title: string): Promise<void> {
  await openOrganisation(page, title);
  const acts = await countActs(page);
  await page.getByRole('tab', { name: 'Lịch sử' }).click();
  await line(page, 'Đã đăng ký tổ chức').waitFor();
  expectAtMost(acts, { clicks: 1, fields: 0 });
}

describe('the history of an organisation', () => {
  it('is one click from its page: its loan stands in it with what was lent, and the number opens', async () => {
    const { page, go, rest } = await here.visit({ as: 'leader' });
    await go('/organisations');
    await openHistory(page, 'HTX minh hoạ BG-new-1');
    const lent = line(page, 'Đã giải ngân', /HV-2021-\d+/);
    await lent.getByText('Liên minh Hợp tác xã tỉnh Bắc Giang').waitFor();
    expect(await lent.innerText()).toMatch(/25\/04\/2021[^]*ghi nhận 26\/04\/2021/);
    await lent.locator('[data-figure]').first().click();
    const drawer = page.getByRole('dialog', { name: /Số này từ đâu ra/ });
    await drawer.getByText('370.000.000 đ').first().waitFor();
    await drawer.getByText(/^✔ /).first().waitFor();
    await rest();
    await page.keyboard.press('Escape');
    await lent.getByRole('link', { name: /HV-2021-\d+/ }).click();
    await page.waitForURL(/\/loans\/[0-9a-f-]{36}/);
    await rest();
  });

  it('holds the payments of a grant, and on a day before them none of them', async () => {
    const { page, go, rest } = await here.visit({ as: 'leader' });
    await go('/organisations');
    await openHistory(page, 'THT Dệt chiếu Năm Do');
    const paid = line(page, 'Đã tạm ứng', /MM-2017-\d+/);
    await paid.locator('[data-figure]').first().click();
    await page.getByRole('dialog').getByText('7.000.000 đ').first().waitFor();
    await page.keyboard.press('Escape');
    await walkTo(page, page.getByRole('combobox', { name: 'Loại', exact: true }), /^Khoản vay|^Các khoản vay/);
    await page.getByText(/^Không có ghi nhận nào với loại/).waitFor();
    await page.getByRole('button', { name: 'Bỏ bộ lọc' }).click();
    await paid.waitFor();
    await rest();
    const address = new URL(page.url());
    await go(`${address.pathname}?tab=timeline&to=2017-05-01`);
    await line(page, 'Đã đăng ký tổ chức').waitFor();
    expect(await paid.count()).toBe(0);
  });

  it('names the fair that many went to', async () => {
    const { page, go, rest } = await here.visit({ as: 'officer' });
    await go('/organisations');
    await openHistory(page, 'HTX nông nghiệp Đồng Tâm 3');
    await line(page, 'Triển lãm quốc tế Đổi mới sáng tạo Việt Nam 2021', 'Nhiều tổ chức cùng tham gia').waitFor();
    await rest();
  });
});

/** One support that an organisation shared with others. */
const shared = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Hỗ trợ chung với đơn vị khác' }).getByRole('listitem').filter({ hasText: title });

describe('the support an organisation received', () => {
  const FAIR = 'Hội chợ sản phẩm HTX 2026';
  const CLASS = 'Quản trị HTX khoá 3/2026';

  it('holds what it shared with others: with how many, by whom, its own part, and a cost that is not its own', async () => {
    const visit = await here.visit({ as: 'officer' });
    const { page, go, rest } = visit;
    await go('/organisations');
    await openOrganisation(page, 'HTX Cồn Rau (minh hoạ)');
    await shared(page, FAIR).getByText('Kinh phí chung').waitFor();
    await rest();
    const told = async (title: string) => (await shared(page, title).innerText()).replace(/\s+/g, ' ');
    expect(await told(FAIR)).toMatch(/02\/09\/2026 HC-2026-\d+ .*cùng 1 đơn vị khác và những đơn vị chưa nêu tên/);
    expect(await told(FAIR)).toMatch(/Lượt HTX, THT tham gia 1 lượt Kinh phí chung: 120 triệu .*Quảng Trị · Kế hoạch minh hoạ/);
    expect(await told(CLASS)).toMatch(/17\/08\/2026 LH-2026-\d+ .*cùng 1 đơn vị khác .*Số học viên 6 người/);
    await page.getByRole('table').getByText('Dây chuyền sơ chế rau (minh hoạ)').waitFor();
    expect(await page.getByRole('table').getByText('120 triệu').count()).toBe(0);
    expect(await everyFigureAgrees(visit)).toBeGreaterThanOrEqual(8);
    await shared(page, FAIR).getByRole('link', { name: FAIR }).click();
    await page.getByRole('heading', { level: 1, name: FAIR }).waitFor();
    await rest();
  });

  it('opens down to the event that counted it, and does not hold it on a day before', async () => {
    const { page, go, rest } = await here.visit({ as: 'officer' });
    await go('/organisations');
    await openOrganisation(page, 'HTX Đồi Sim (minh hoạ)');
    await shared(page, FAIR)
      .getByRole('button', { name: /Lượt HTX, THT tham gia/ })
      .click();
    const drawer = page.getByRole('dialog', { name: /Số này từ đâu ra/ });
    await drawer.getByText('Đã tổ chức, tham gia hội chợ').first().waitFor();
    await drawer.getByText(/^✔ /).first().waitFor();
    await rest();
    await go(`${new URL(page.url()).pathname}?to=2026-09-01`);
    await shared(page, CLASS).getByText('Kinh phí chung').waitFor();
    expect(await shared(page, FAIR).count()).toBe(0);
  });
});
