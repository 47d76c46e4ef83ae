import type { Page } from 'playwright-core';
import { countActs, expectAtMost } from './acts.js';
import { everyFigureAgrees } from './figures.js';
import { inBrowser } from './in-browser.js';
import { field, find, pressOn, tabTo, typeInto } from './keys.js';
import { picture } from './pictures.js';

const here = inBrowser();
const RECORD = 'Control+Enter';

const told = (page: Page, sentence: RegExp) => page.getByText(sentence).first().waitFor();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** One loan from its file to its first payment, each step by the person whose step it is. */
describe('a loan, by keyboard alone,', () => {
  let address = '';

  it('begins with a file of 9 fields and 3 keys, its schedule live beside what is typed', async () => {
    const { page, go, rest } = await here.visit({ as: 'credit-officer' });
    await go('/loans');
    const acts = await countActs(page);
    await pressOn(page, page.getByRole('link', { name: 'Lập hồ sơ vay' }));
    await find(page, field(page, 'Quỹ'), 'bac giang', /Bắc Giang/);
    await find(page, field(page, 'Khách hàng vay'), 'bg-open-7', /BG-open-7/);
    await typeInto(page, field(page, 'Số tiền (đồng)'), '100tr');
    await typeInto(page, field(page, 'Thời hạn (tháng)'), '24');
    await typeInto(page, field(page, 'Phương án sử dụng vốn'), 'Mua máy sấy măng');
    await typeInto(page, field(page, 'Tổng vốn đầu tư (đồng)'), '200tr');
    await typeInto(page, field(page, 'Vốn tự có (đồng)'), '80tr');
    const live = page.getByRole('region', { name: 'Lịch trả dự kiến' });
    await live.getByRole('row').nth(2).waitFor();
    await rest();
    await picture(page, 'loan-file');
    await page.keyboard.press(RECORD);
    await told(page, /Đã ghi “Tiếp nhận hồ sơ vay vốn”: HV-2026-\d+, 100\.000\.000 đ/);
    await page.waitForURL(/\/loans\/[0-9a-f-]{36}/);
    await rest();
    expectAtMost(acts, { clicks: 3, fields: 9 });
    address = new URL(page.url()).pathname;
    await page
      .getByRole('link', { name: /BG-open-7/ })
      .first()
      .waitFor();
  }, 120_000);

  it('is appraised with 2 keys and 2 fields by another person, who recommends the rate too', async () => {
    const { page, go, rest } = await here.visit({ as: 'fund-manager' });
    await go(address);
    const acts = await countActs(page);
    await pressOn(page, button(page, /^Thẩm định/));
    await typeInto(page, field(page, 'Lãi suất đề xuất (%/năm)'), '6,6');
    await typeInto(page, field(page, 'Kết quả thẩm định'), 'Khả thi, tài sản bảo đảm 60%');
    await page.keyboard.press(RECORD);
    await told(page, /Đã ghi “Thẩm định”/);
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 6 });
    // Who appraised it does not approve it, and is told so beside the button.
    await page.getByText(/Bạn là người thẩm định khoản này/).waitFor();
  }, 120_000);

  it('is approved with 2 keys and nothing typed, with its effect on the fund in sight', async () => {
    const { page, go, rest } = await here.visit({ as: 'leader' });
    await go('/inbox');
    await page.getByRole('table').first().waitFor();
    await picture(page, 'inbox');
    await go(address);
    const acts = await countActs(page);
    await page.keyboard.press('a');
    await page.getByText('Ảnh hưởng tới quỹ').waitFor();
    await page.getByText('Lịch sẽ được đồng ý').waitFor();
    expect(await page.getByRole('textbox', { name: /^Lãi suất trong hạn/ }).inputValue()).toBe('6,6');
    await rest();
    await picture(page, 'approval');
    // What records it has the focus: Enter is enough, and nothing is recorded before it.
    await page.keyboard.press('Enter');
    await told(page, /Đã ghi “Phê duyệt cho vay”/);
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 0 });
  }, 120_000);

  it('is disbursed with 2 keys', async () => {
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go(address);
    const acts = await countActs(page);
    await pressOn(page, button(page, /^Giải ngân/));
    await page.getByText('Còn được giải ngân').waitFor();
    await tabTo(page, field(page, 'Số tiền (đồng)'));
    await page.keyboard.press(RECORD);
    await told(page, /Đã ghi “Giải ngân”: .*100\.000\.000 đ/);
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 3 });
  }, 120_000);

  it('is repaid with 2 keys and 2 fields: how it is split is seen before it is recorded', async () => {
    const { page, go, rest } = await here.visit({ as: 'credit-officer' });
    await go(address);
    const acts = await countActs(page);
    await page.keyboard.press('t');
    await typeInto(page, field(page, 'Số tiền (đồng)'), '10tr');
    await page.getByText('Tiền này được hạch toán').waitFor();
    await page.getByText('Vào gốc').waitFor();
    await rest();
    await page.keyboard.press(RECORD);
    await told(page, /Đã ghi thu 10\.000\.000 đ. Dư nợ gốc còn 90\.000\.000 đ/);
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 2 });
    await picture(page, 'loan');
  }, 120_000);
});

describe('what is overdue', () => {
  it('stands on one page, by age, without a key, and names the loan, its days and its amount', async () => {
    const { page, go } = await here.visit({ as: 'credit-officer' });
    await go('/overdue');
    const table = page.getByRole('table').first();
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-figure]').count()).toBeGreaterThan(3);
    await picture(page, 'overdue');
  }, 120_000);

  it('is added up by age by the server, opens to its loans, and has cards for the first of each age', async () => {
    const visit = await here.visit({ as: 'credit-officer' });
    const { page, go, rest } = visit;
    // As a fund with many loans would see it: there is no card for the loans of an age that are beyond the first.
    await page.route(/\/api\/v1\/boards\?.*debtAge=over180/, async (route) => {
      const answer = await route.fetch();
      const board = (await answer.json()) as { readonly items: readonly object[] };
      await route.fulfill({ response: answer, json: { ...board, items: board.items.map((item) => ({ ...item, rows: [] })) } });
    });
    await go('/overdue?view=columns');
    const ages = page.getByRole('region', { name: 'Sắp đến hạn, và quá hạn theo tuổi nợ' });
    const column = ages.locator('h2', { hasText: /^Trên 180 ngày · \d+ khoản$/ });
    await column.waitFor();
    const [, loans] = /(\d+) khoản$/.exec(await column.innerText())!;
    expect(Number(loans)).toBeGreaterThan(0);
    await ages.getByText(`Còn ${loans} khoản`).waitFor();
    await ages.getByRole('link', { name: /^HV-/ }).first().waitFor();
    expect(await everyFigureAgrees(visit)).toBeGreaterThan(10);
    await rest();
  }, 240_000);

  it('comes page by page where there are many, the longest overdue first', async () => {
    const { page, go, rest } = await here.visit({ as: 'credit-officer' });
    await page.route(/\/api\/v1\/boards\?.*limit=50/, (route) =>
      route.continue({ url: route.request().url().replace('limit=50', 'limit=2') }),
    );
    await go('/overdue');
    const lines = page.getByRole('table', { name: 'Nợ quá hạn', exact: true }).locator('tbody tr');
    await page.getByText('2 khoản quá hạn lâu nhất trong').waitFor();
    expect(await lines.count()).toBe(2);
    await pressOn(page, button(page, 'Xem thêm'));
    await lines.nth(3).waitFor();
    const days = (await lines.locator('td:nth-child(5)').allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    await rest();
  }, 240_000);
});
