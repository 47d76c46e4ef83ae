import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '@soquy/platform';
import { countActs, expectAtMost } from './acts.js';
import { inBrowser } from './in-browser.js';
import { field, find, pressOn, typeInto } from './keys.js';
import { picture } from './pictures.js';

const here = inBrowser();

const drawerOf = (page: Page) => page.getByRole('dialog', { name: 'Số này từ đâu ra?' });
const agreed = (page: Page) => drawerOf(page).locator('[data-recomputed="match"]').first().waitFor();
const figureNamed = (page: Page, name: RegExp) => page.locator('[data-figure]').and(page.getByLabel(name)).first();

/** One more class of 2020, recorded now; the place in the log just before it. */
async function lateClass(costVnd: number): Promise<string> {
  const officer = await here.product.as('officer', DEMO_PASSWORD);
  await here.product.level();
  const before = (await officer.get('events?limit=1')).body.items[0].position as string;
  const { status, body } = await officer.post('held-training-classes', {
    agencyId: 'tra-vinh',
    kind: 'craft',
    title: 'Truyền nghề: Ghi muộn',
    place: 'TCTK63:84',
    learners: { value: 20 },
    countBasis: 'persons',
    costVnd,
    effectiveOn: '2020-12-15',
  });
  if (status >= 300) throw new Error(JSON.stringify(body));
  return before;
}

/** A class whose results were recorded with a wrong cost, taken back, and recorded again with as many learners. */
async function correctedClass(): Promise<{ readonly id: string; readonly wrong: string; readonly right: string }> {
  const [officer, leader] = await Promise.all(['officer', 'leader'].map((name) => here.product.as(name, DEMO_PASSWORD)));
  const recorded = async (who: typeof officer, path: string, body: object) => {
    const answer = await who!.post(path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 201, expect.anything()]);
    return answer.body.objectId as string;
  };
  const planned = { agencyId: 'tra-vinh', kind: 'craft', title: 'Truyền nghề: Hai lần ghi', effectiveOn: '2020-10-01' };
  const id = await recorded(officer, 'training-classes', planned);
  const results = { learners: { value: 30 }, countBasis: 'persons', costVnd: 25_000_000, effectiveOn: '2020-10-02' };
  await recorded(officer, `training-classes/${id}/results`, results);
  await here.product.level();
  const events = async () =>
    (await officer!.get(`training-classes/${id}/timeline`)).body.items.filter(
      ({ type }: { type: string }) => type === 'TrainingClassHeld',
    ) as { readonly eventId: string }[];
  const [wrong] = await events();
  const replacement = { command: 'HoldTrainingClass', fields: { ...results, costVnd: 2_500_000 } };
  const asked = await recorded(officer, 'corrections', { eventId: wrong!.eventId, reason: 'gõ thừa một số 0', replacement });
  await recorded(leader, `corrections/${asked}/approvals`, {});
  await here.product.level();
  const right = (await events()).find(({ eventId }) => eventId !== wrong!.eventId)!;
  return { id, wrong: wrong!.eventId, right: right.eventId };
}

/** What the numbers within say they are. */
const numbersOf = async (within: Locator): Promise<readonly (string | null)[]> => {
  const all = await within.locator('[data-figure]').evaluateAll((each) => each.map((one) => one.getAttribute('data-figure')));
  return all.sort();
};

describe('an auditor, by keyboard alone,', () => {
  it('opens any number with 1 key, sees it recomputed, and its event with 2', async () => {
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go('/?to=2020-12-31');
    const acts = await countActs(page);
    await pressOn(page, figureNamed(page, /^Số học viên:/));
    await agreed(page);
    expectAtMost(acts, { clicks: 1, fields: 0 });
    await rest();
    await picture(page, 'evidence-drawer');
    await pressOn(page, drawerOf(page).locator('a[href^="/audit/events/"]').first());
    await page.waitForURL(/\/audit\/events\//);
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 0 });
    expect(await page.locator('h1').count()).toBe(1);
    await page.getByText('Người ghi').first().waitFor();
  }, 120_000);

  it('sees the state of a past day as it was known at a moment: two fields, said in words, amber and read-only', async () => {
    const before = await lateClass(3_000_000);
    const { page, go, rest } = await here.visit({ as: 'officer' });
    await go('/audit?metric=training.cost');
    const now = await figureNamed(page, /kinh phí/i).getAttribute('title');
    const acts = await countActs(page);
    await page.keyboard.press('m');
    await typeInto(page, field(page, 'Ngày phát sinh: đến hết ngày'), '31/12/2020');
    await typeInto(page, field(page, 'Ngày ghi nhận: như biết lúc'), before.replace(/^\D*0*/, ''));
    await page.keyboard.press('Enter');
    await page.getByText(/Bạn đang xem số liệu đến 31\/12\/2020, như biết lúc/).waitFor();
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 2 });
    expect(await figureNamed(page, /kinh phí/i).getAttribute('title')).not.toBe(now);
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    // The dates go along to every page; what cannot be done says why beside it.
    await page.getByText('Đang xem số liệu quá khứ, về hiện tại để ghi.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Ghi hoạt động' }).isDisabled()).toBe(true);
    const frame = page.getByText(/Bạn đang xem số liệu đến 31\/12\/2020/);
    await picture(page, 'past-view');
    expect(await frame.count()).toBe(1);
    await pressOn(page, page.getByRole('button', { name: 'Về hiện tại' }));
    await frame.waitFor({ state: 'hidden' });
    await rest();
  }, 120_000);

  it('learns why a number of the first page moved with 2 keys: every fact that moved it, with its sign', async () => {
    await lateClass(4_000_000);
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go('/?to=2020-12-31');
    const acts = await countActs(page);
    await pressOn(page, figureNamed(page, /^Số học viên:/));
    await agreed(page);
    await pressOn(page, drawerOf(page).getByRole('button', { name: 'Vì sao thay đổi?' }));
    await drawerOf(page).getByText('Truyền nghề: Ghi muộn').first().waitFor();
    await drawerOf(page).getByText('Chênh lệch').first().waitFor();
    await drawerOf(page).getByText('+20', { exact: true }).first().waitFor();
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 0 });
  }, 120_000);

  it('sees everything one person did with 2 keys, from any of his facts', async () => {
    await lateClass(2_500_000);
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go('/');
    const acts = await countActs(page);
    await pressOn(page, page.getByRole('navigation').getByRole('link', { name: 'Kiểm toán' }));
    await pressOn(page, page.getByRole('tab', { selected: true }), 'ArrowRight');
    const row = page.getByRole('row').filter({ hasText: 'Truyền nghề: Ghi muộn' }).first();
    await row.waitFor();
    await pressOn(page, row.getByRole('link', { name: /officer|Cán bộ/ }));
    await page.waitForURL(/tab=person/);
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 0 });
  }, 120_000);

  it('finds everything one person did by a name', async () => {
    await lateClass(1_000_000);
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go('/');
    const acts = await countActs(page);
    await pressOn(page, page.getByRole('navigation').getByRole('link', { name: 'Kiểm toán' }));
    const tabs = page.getByRole('tab', { selected: true });
    await tabs.waitFor();
    await pressOn(page, tabs, 'ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await typeInto(page, field(page, 'Người ghi'), 'officer');
    await page.keyboard.press('Enter');
    await page.getByRole('row').filter({ hasText: 'Truyền nghề: Ghi muộn' }).first().waitFor();
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 1 });
    const people = await page
      .getByRole('table')
      .last()
      .getByRole('link', { name: /officer|Cán bộ/ })
      .count();
    expect(people).toBe((await page.getByRole('table').last().getByRole('row').count()) - 1);
  }, 120_000);

  it('finds of each number in a timeline and on the card of a correction the event that holds it, also where two say the same', async () => {
    const { id, wrong, right } = await correctedClass();
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go(`/objects/training-classes/${id}`);
    const timeline = page.getByRole('region', { name: 'Dòng thời gian' }).getByRole('listitem').filter({ hasText: '02/10/2020' });
    const [struck, standing] = await Promise.all(
      [timeline.filter({ hasText: 'Đã huỷ bút toán' }), timeline.filter({ hasNotText: 'Đã huỷ bút toán' })].map(numbersOf),
    );
    const learnersAndCost = (event: string) =>
      ['costVnd', 'learners.value'].map((path) => `fact:training-classes/${id}/@${event}/${path}`);
    expect([struck, standing]).toEqual([learnersAndCost(wrong), learnersAndCost(right)]);
    const saidOf = async (event: string) => {
      const [costId] = learnersAndCost(event);
      await page.locator(`[data-figure="${costId}"]`).first().click();
      const verdict = page.locator('[data-recomputed]:not([data-recomputed="pending"])');
      const [is, text] = [await verdict.getAttribute('data-recomputed'), await verdict.innerText()];
      await page.keyboard.press('Escape');
      await verdict.waitFor({ state: 'hidden' });
      return `${is}: ${text}`;
    };
    expect(await saidOf(wrong)).toMatch(/^takenBack: .*đã bị huỷ/);
    expect(await saidOf(right)).toMatch(/^match: ✔ 1 sự kiện/);
    await go('/corrections?tab=decided');
    const card = page.getByRole('article').filter({ hasText: 'Truyền nghề: Hai lần ghi' });
    await card.waitFor();
    expect(await numbersOf(card)).toEqual(learnersAndCost(wrong));
    await rest();
  }, 120_000);

  it('keeps the events that are shown until those asked for next have come', async () => {
    await lateClass(1_500_000);
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go('/audit?tab=events');
    const shown = page.getByRole('row').filter({ hasText: 'Truyền nghề: Ghi muộn' }).first();
    await shown.waitFor();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/\/api\/v1\/events\?.*q=/, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(/\/api\/v1\/events\?.*q=/);
    await page.getByLabel('Tìm', { exact: true }).fill('khong-co-gi-nhu-the');
    await page.keyboard.press('Enter');
    await asked;
    expect(await shown.isVisible()).toBe(true);
    answer();
    await shown.waitFor({ state: 'hidden' });
    await rest();
  }, 120_000);

  it('divides a metric, and the rows add up to the whole', async () => {
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go('/audit');
    await find(page, field(page, 'Chỉ tiêu'), 'kinh phi ho tro', /hỗ trợ/i);
    await rest();
    await go(`${page.url()}&groupBy=programme`);
    await page.getByText(/dòng, cộng đủ bằng toàn bộ/).waitFor();
    await picture(page, 'audit-explorer');
  }, 120_000);
});
