import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '@soquy/platform';
import { countActs, expectAtMost } from './acts.js';
import { inBrowser, type Visit } from './in-browser.js';
import { field, find, isTaken, pressOn, tabTo, typeInto, walkTo } from './keys.js';
import { picture } from './pictures.js';

const here = inBrowser();
const RECORD = 'Control+Enter';
const LINE_2020 = 'ac7aaa3f-730a-5eea-a2b6-c434bf3e5fe0';

const told = (page: Page, sentence: RegExp) => page.getByText(sentence).first().waitFor();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Records over the API what a task begins with, as whoever may. */
async function given(username: string, path: string, body: object): Promise<string> {
  const { status, body: receipt } = await (await here.product.as(username, DEMO_PASSWORD)).post(path, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(receipt)}`);
  return receipt.objectId as string;
}

/** Begins something new by its key, as from any page. */
async function begin({ page }: Visit, kind: string) {
  const acts = await countActs(page);
  await page.keyboard.press('n');
  await pressOn(page, button(page, kind));
  await page.getByRole('heading', { level: 1, name: kind }).waitFor();
  return acts;
}

async function typeClass(page: Page, title: string): Promise<void> {
  await walkTo(page, field(page, 'Loại lớp'), /Bồi dưỡng cán bộ/);
  await typeInto(page, field(page, 'Tên lớp'), title);
  await typeInto(page, field(page, 'Ngày hiệu lực'), '10/11/2020');
  await find(page, field(page, 'Chương trình'), 'khuyen cong', /Khuyến công/);
  await find(page, field(page, 'Dòng dự toán'), '2020', /2020/);
  await typeInto(page, field(page, 'Số người học'), '35');
  await typeInto(page, field(page, 'Kinh phí (đồng)'), '1,5tr');
}

const heldClass = (title: string, costVnd = 2_000_000) =>
  given('officer-tra-vinh', 'training-classes', {
    agencyId: 'tra-vinh',
    kind: 'craft',
    title,
    place: 'TCTK63:84',
    budgetLineId: LINE_2020,
    effectiveOn: '2020-10-01',
  }).then(async (id) => {
    await given('officer-tra-vinh', `training-classes/${id}/results`, {
      learners: { value: 30 },
      countBasis: 'persons',
      costVnd,
      effectiveOn: '2020-10-20',
    });
    return id;
  });

describe('an officer, by keyboard alone,', () => {
  it('records a training class with 3 keys and 7 fields, sees what is left on its line, and finds it listed at once', async () => {
    const visit = await here.visit({ as: 'officer-tra-vinh' });
    const { page, go, rest } = visit;
    await go('/activities');
    const acts = await begin(visit, 'Lớp đào tạo, tập huấn');
    await typeClass(page, 'Bồi dưỡng quản trị hợp tác xã');
    await page.getByText('Còn lại của dòng dự toán').waitFor();
    await rest();
    await picture(page, 'recording-form');
    await page.keyboard.press(RECORD);
    await told(page, /Đã ghi “Ghi nhận lớp đã tổ chức”: LH-2020-\d+, 1\.500\.000 đ, ngày 10\/11\/2020/);
    await rest();
    expectAtMost(acts, { clicks: 3, fields: 7 });
    expect(await page.locator('h1').innerText()).toBe('Bồi dưỡng quản trị hợp tác xã');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('link', { name: /Bồi dưỡng quản trị hợp tác xã/ }).waitFor();
  }, 120_000);

  it('repeats a class elsewhere with 2 keys and 3 fields, the copied values dimmed until touched', async () => {
    const { page, go, rest } = await here.visit({ as: 'officer-tra-vinh' });
    await go(`/objects/training-classes/${await heldClass('Truyền nghề: Đan bàng')}`);
    const acts = await countActs(page);
    await pressOn(page, page.getByRole('link', { name: 'Ghi lại ở nơi khác' }));
    const cost = field(page, 'Kinh phí (đồng)');
    await cost.waitFor();
    await page.getByText('Chữ mờ là giá trị chép lại').waitFor();
    expect(await cost.inputValue()).toBe('2.000.000');
    await typeInto(page, field(page, 'Tên lớp'), 'Truyền nghề: Đan bàng, xã bên');
    await typeInto(page, field(page, 'Ngày hiệu lực'), '05/12/2020');
    await typeInto(page, field(page, 'Số người học'), '28');
    await page.keyboard.press(RECORD);
    await told(page, /Đã ghi “Ghi nhận lớp đã tổ chức”/);
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 3 });
  }, 120_000);

  it('opens a machinery grant with 3 keys and 8 fields', async () => {
    const visit = await here.visit({ as: 'officer-tra-vinh' });
    const { page, go, rest } = visit;
    await go('/');
    const acts = await begin(visit, 'Hỗ trợ máy móc thiết bị');
    await find(page, field(page, 'Đơn vị thụ hưởng'), 'nam do', /Năm Do/);
    await walkTo(page, field(page, 'Khuyến công quốc gia hay địa phương'), 'Khuyến công địa phương');
    await typeInto(page, field(page, 'Tên đề án'), 'Máy se lõi lác');
    await typeInto(page, field(page, 'Máy móc, thiết bị'), 'Máy se lõi lác 2 đầu');
    await typeInto(page, field(page, 'Tổng vốn đầu tư (đồng)'), '40tr');
    await typeInto(page, field(page, 'Kinh phí đề nghị hỗ trợ (đồng)'), '12tr');
    await typeInto(page, field(page, 'Ngày hiệu lực'), '02/11/2020');
    await find(page, field(page, 'Dòng dự toán'), '2020', /2020/);
    const share = page.getByRole('status', { name: 'Hỗ trợ so với tổng vốn đầu tư' });
    expect((await share.innerText()).replace(/\s+/g, ' ')).toMatch(/^Tỷ lệ hỗ trợ: 30% .*Vốn của đơn vị: 28 triệu/);
    await page.keyboard.press(RECORD);
    await told(page, /Đã ghi “Đề nghị hỗ trợ máy móc”: MM-2020-\d+/);
    await rest();
    expectAtMost(acts, { clicks: 3, fields: 8 });
  }, 120_000);
});

let contracts = 0;

/** A grant that waits for its acceptance. */
async function contractedGrant(): Promise<string> {
  const effectiveOn = '2020-11-03';
  const id = await given('officer-tra-vinh', 'machinery-grants', {
    agencyId: 'tra-vinh',
    organisationId: 'b061a315-83e7-5e21-b163-f43fcc0be3ba',
    tier: 'provincial',
    title: 'Máy dệt chiếu',
    item: 'Máy dệt chiếu bán tự động',
    totalInvestmentVnd: 30_000_000,
    requestedSupportVnd: 10_000_000,
    budgetLineId: LINE_2020,
    effectiveOn,
  });
  await given('officer', `machinery-grants/${id}/appraisals`, { recommendedSupportVnd: 10_000_000, effectiveOn });
  await given('leader', `machinery-grants/${id}/approvals`, { approvedSupportVnd: 10_000_000, effectiveOn });
  await given('officer', `machinery-grants/${id}/contracts`, { contractNumber: `HĐ-${++contracts}/2020`, effectiveOn });
  return id;
}

describe('of a grant', () => {
  it('its acceptance is recorded with 2 keys, its payment by another person with 1: 3 keys and 3 fields at most', async () => {
    const id = await contractedGrant();
    const officer = await here.visit({ as: 'officer-tra-vinh' });
    await officer.go(`/objects/machinery-grants/${id}`);
    const accepting = await countActs(officer.page);
    await pressOn(officer.page, button(officer.page, 'Ghi nhận nghiệm thu'));
    await typeInto(officer.page, field(officer.page, 'Vốn đầu tư thực tế (đồng)'), '29tr');
    await typeInto(officer.page, field(officer.page, 'Kinh phí được nghiệm thu (đồng)'), '10tr');
    // It records also when the focus was lost to the page.
    await officer.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await officer.page.keyboard.press(RECORD);
    await told(officer.page, /Đã ghi “Ghi nhận nghiệm thu”: .*, kinh phí được nghiệm thu 10\.000\.000 đ, ngày/);
    await officer.rest();
    expectAtMost(accepting, { clicks: 2, fields: 3 });
    const accepted = accepting.so;

    const finance = await here.visit({ as: 'finance' });
    await finance.go(`/objects/machinery-grants/${id}`);
    const paying = await countActs(finance.page);
    // What is left waits for this person alone and needs but a yes: its form is open with the page.
    const step = finance.page.getByRole('region', { name: 'Thanh toán kinh phí' });
    expect(await field(step, 'Số tiền (đồng)').inputValue()).toBe('10.000.000');
    await pressOn(finance.page, step.getByRole('button', { name: 'Ghi', exact: true }));
    await told(finance.page, /Đã ghi “Thanh toán kinh phí”: .*10\.000\.000 đ/);
    await finance.rest();
    expectAtMost(paying, { clicks: 3 - accepted.clicks, fields: 3 - accepted.fields });
  }, 180_000);

  it('no payment is recorded by a key pressed elsewhere: its form opened by itself, and counts once it had the focus', async () => {
    const id = await contractedGrant();
    const accepted = { actualInvestmentVnd: 29_000_000, acceptedSupportVnd: 10_000_000, effectiveOn: '2020-11-05' };
    await given('officer-tra-vinh', `machinery-grants/${id}/acceptances`, accepted);
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go(`/objects/machinery-grants/${id}`);
    const amount = field(page.getByRole('region', { name: 'Thanh toán kinh phí' }), 'Số tiền (đồng)');
    await amount.waitFor();
    expect(await isTaken(page, RECORD)).toBe(false);
    const other = page.locator('header button[lang=en]');
    await other.focus();
    expect(await isTaken(page, RECORD)).toBe(false);
    await other.blur();
    expect(await isTaken(page, RECORD)).toBe(false);
    await amount.focus();
    await amount.blur();
    expect(await isTaken(page, RECORD)).toBe(true);
    await told(page, /Đã ghi “Thanh toán kinh phí”: .*10\.000\.000 đ/);
    await rest();
  }, 120_000);
});

describe('a wrong figure', () => {
  it('is corrected by two persons: asked for with 2 keys and 2 fields, approved by another; old and new are told side by side', async () => {
    const id = await heldClass('Truyền nghề: Se chỉ', 25_000_000);
    const officer = await here.visit({ as: 'officer-tra-vinh' });
    await officer.go(`/objects/training-classes/${id}`);
    const acts = await countActs(officer.page);
    await pressOn(officer.page, button(officer.page, /Đính chính \/ Huỷ bút toán: .*20\/10\/2020/));
    const dialog = officer.page.getByRole('dialog', { name: 'Đề nghị đính chính' });
    const cost = field(dialog, 'Kinh phí (đồng)');
    await cost.waitFor();
    expect(await cost.inputValue()).toBe('25.000.000');
    await typeInto(officer.page, cost, '2,5tr');
    await typeInto(officer.page, field(dialog, 'Lý do'), 'gõ thừa một số 0');
    await dialog.getByText(/25\.000\.000.*→.*2\.500\.000/).waitFor();
    await picture(officer.page, 'correction');
    await officer.page.keyboard.press(RECORD);
    await told(officer.page, /Đã trình đề nghị đính chính/);
    await officer.rest();
    expectAtMost(acts, { clicks: 3, fields: 2 });
    await officer.page.getByText('Chờ duyệt đính chính').first().waitFor();

    const finance = await here.visit({ as: 'finance' });
    await finance.go('/corrections');
    const card = finance.page.getByRole('article').filter({ hasText: 'Truyền nghề: Se chỉ' });
    await card.getByText(/25\.000\.000.*→.*2\.500\.000/).waitFor();
    const approving = await countActs(finance.page);
    await pressOn(finance.page, card.getByRole('button', { name: /^Đồng ý đính chính/ }));
    // What records it has the focus.
    await tabTo(finance.page, card.getByRole('button', { name: 'Đồng ý đính chính', exact: true }));
    await finance.page.keyboard.press('Enter');
    await told(finance.page, /Đã đồng ý đính chính/);
    await finance.rest();
    expectAtMost(approving, { clicks: 2, fields: 0 });

    // The officer's page has followed by itself; what was wrong stays, struck through, and the right value stands.
    await officer.page.getByText('Đã huỷ bút toán').first().waitFor();
    await button(officer.page, 'Ghi lại với giá trị đúng').waitFor({ state: 'hidden' });
    const facts = officer.page.locator('[data-figure]').and(officer.page.getByLabel(/^Kinh phí/));
    await facts
      .and(officer.page.getByTitle(/2\.500\.000/))
      .first()
      .waitFor();
    await officer.rest();
    expect(await facts.first().getAttribute('title')).toMatch(/2\.500\.000/);

    await pressOn(finance.page, finance.page.getByRole('tab', { selected: true }), 'ArrowRight');
    const decided = finance.page.getByRole('article').filter({ hasText: 'Truyền nghề: Se chỉ' });
    await decided.getByText(/Đã duyệt đính chính.*:/).waitFor();
    expect(await decided.getByText(/chưa được ghi khi duyệt/).count()).toBe(0);
    await decided.getByText(/25\.000\.000.*→.*2\.500\.000/).waitFor();
    await finance.rest();
  }, 180_000);

  it('is not approved by whoever asked for it: the reason stands beside the disabled button', async () => {
    const id = await heldClass('Truyền nghề: Kết cườm');
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go(`/objects/training-classes/${id}?axis=recorded`);
    await pressOn(page, button(page, /Đính chính \/ Huỷ bút toán: .*20\/10\/2020/));
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /^Huỷ bút toán/ })
      .press('Space');
    await typeInto(page, field(page.getByRole('dialog'), 'Lý do'), 'ghi hai lần');
    await page.keyboard.press(RECORD);
    await told(page, /Đã trình đề nghị đính chính/);
    await rest();
    await go('/corrections');
    const card = page.getByRole('article').filter({ hasText: 'Truyền nghề: Kết cườm' });
    expect(await card.getByRole('button', { name: /^Đồng ý đính chính/ }).isDisabled()).toBe(true);
    await card.getByText('Bạn là người đề nghị nên không thể tự duyệt.').waitFor();
  }, 120_000);
});

describe('what is left of each budget line', () => {
  it('is one key away from the list of programmes', async () => {
    const { page, go, rest } = await here.visit({ as: 'officer-tra-vinh' });
    await go('/programmes');
    const acts = await countActs(page);
    await pressOn(page, page.getByRole('table').getByRole('link', { name: /Khuyến công/ }));
    await page.getByRole('columnheader', { name: 'Còn lại' }).waitFor();
    await rest();
    expectAtMost(acts, { clicks: 1, fields: 0 });
    const row = page.getByRole('row').filter({ hasText: 'Kinh phí khuyến công địa phương 2020' });
    expect(await row.locator('[data-figure]').count()).toBeGreaterThanOrEqual(4);
  });
});
