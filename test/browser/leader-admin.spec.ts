import { countActs, expectAtMost } from './acts.js';
import { inBrowser, PHONE } from './in-browser.js';
import { field, paste, pressOn, tabTo, typeInto, walkTo } from './keys.js';
import { picture } from './pictures.js';

const here = inBrowser();

describe('leadership', () => {
  it('sees on its first page, without a key, whether the year is on track: six figures beside the year before', async () => {
    const { page, go } = await here.visit({ as: 'leader' });
    await go('/');
    const figures = page.getByRole('region', { name: 'Chỉ tiêu chính' });
    const large = page.locator('[data-figure][data-size="large"]');
    expect(await large.count()).toBe(6);
    expect(await figures.locator('[data-figure]').count()).toBeGreaterThanOrEqual(12);
    expect(await page.getByRole('table').first().locator('tbody tr').count()).toBeGreaterThan(0);
    await picture(page, 'overview');
  });

  it('sees the same on a phone, figures first', async () => {
    const { page, go } = await here.visit({ as: 'leader', size: PHONE });
    await go('/');
    const first = await page.locator('[data-figure]').first().boundingBox();
    expect(first!.y).toBeLessThan(PHONE.height);
    await picture(page, 'phone');
  });
});

describe('an administrator', () => {
  it('invites somebody with 2 keys and 4 fields, who must change the one-time password before anything else', async () => {
    const { page, go, rest } = await here.visit({ as: 'admin' });
    await go('/admin');
    const acts = await countActs(page);
    await pressOn(page, page.getByRole('button', { name: 'Mời người dùng' }));
    const dialog = page.getByRole('dialog', { name: 'Mời người dùng' });
    await typeInto(page, field(dialog, 'Tên đăng nhập'), 'hoa.nguyen');
    await typeInto(page, field(dialog, 'Họ tên'), 'Nguyễn Thị Hoa');
    await walkTo(page, field(dialog, 'Vai trò'), /tín dụng/);
    await typeInto(page, field(dialog, 'Đơn vị'), 'Bắc Giang');
    await page.getByRole('option', { name: /Bắc Giang/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await picture(page, 'invitation');
    await pressOn(page, dialog.getByRole('button', { name: 'Mời người dùng' }));
    const password = await dialog.locator('code').innerText();
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 4 });

    const invited = await here.visit();
    await invited.go('/sign-in');
    await typeInto(invited.page, field(invited.page, 'Tên đăng nhập'), 'hoa.nguyen');
    await typeInto(invited.page, invited.page.locator('input[type=password]'), password);
    await invited.page.keyboard.press('Enter');
    await invited.page.waitForURL(/\/account$/);
    await invited.page.getByText('Mật khẩu một lần phải được đổi trước khi làm việc.').waitFor();
    // Before that nothing else may be asked for, also when the page is loaded anew: a refusal would stand in the console.
    await invited.go('/account');
    await typeInto(invited.page, invited.page.locator('input[name=current]'), password);
    await typeInto(invited.page, invited.page.locator('input[name=next]'), 'mot-mat-khau-dai-2026');
    await invited.page.keyboard.press('Enter');
    await invited.page.getByText('Bạn có thể').waitFor();
    await invited.rest();
  }, 120_000);

  it('sees how far each table of numbers is behind, and rebuilds one', async () => {
    const { page, go, rest } = await here.visit({ as: 'admin' });
    await go('/admin?tab=projections');
    page.on('dialog', (dialog) => void dialog.accept());
    const rows = page.getByRole('table').locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(5);
    const acts = await countActs(page);
    await pressOn(page, page.getByRole('button', { name: 'Dựng lại: Các lớp đào tạo, tập huấn' }));
    await page.getByRole('status').getByText('Đã dựng lại xong bảng “Các lớp đào tạo, tập huấn” từ sổ.').waitFor();
    await rest();
    expectAtMost(acts, { clicks: 2, fields: 0 });
    await picture(page, 'projections');
  }, 120_000);
});

/** As an announcement lists them, and a spreadsheet copies them. */
const HOLIDAYS_2027 = [
  'Ngày\tTên ngày nghỉ',
  '01/01/2027\tTết Dương lịch',
  ...['05/02', '08/02', '09/02', '10/02', '11/02'].map((day) => `${day}/2027\tTết Nguyên đán`),
  '16/04/2027\tGiỗ Tổ Hùng Vương',
  '30/04/2027\tNgày Chiến thắng',
  '03/05/2027\tNgày Quốc tế lao động',
  '02/09/2027\tQuốc khánh',
  '03/09/2027\tQuốc khánh',
].join('\r\n');

describe('the calendar of a year', () => {
  it('is recorded once with all its days, pasted from the announcement, and moves the days on which is paid', async () => {
    const { page, go, rest } = await here.visit({ as: 'admin' });
    const firstDue = async () => {
      await go('/loans/calculator');
      await typeInto(page, field(page, 'Ngày giải ngân'), '01/10/2026');
      return page.getByRole('table').first().locator('tbody tr').first();
    };
    await (await firstDue()).getByText('01/01/2027').first().waitFor();

    await go('/objects/calendars');
    await pressOn(page, page.getByRole('button', { name: 'Công bố lịch nghỉ năm' }));
    const form = page.getByRole('region', { name: 'Công bố lịch nghỉ năm' });
    const acts = await countActs(page);
    await typeInto(page, field(form, 'Năm'), '2027');
    await pressOn(page, form.getByRole('button', { name: 'Thêm: Các ngày nghỉ' }));
    await paste(page, HOLIDAYS_2027);
    const names = form.getByRole('textbox', { name: 'Tên ngày nghỉ' });
    await names.nth(10).waitFor();
    expect([await names.count(), await names.nth(10).inputValue()]).toEqual([11, 'Quốc khánh']);
    // By keyboard a row follows the last one; one that nobody wrote in is none.
    await tabTo(page, names.nth(10));
    await page.keyboard.press('Enter');
    await names.nth(11).waitFor();
    await typeInto(page, form.getByRole('textbox', { name: 'Căn cứ', exact: true }).first(), 'Thông báo nghỉ lễ, Tết năm 2027');
    await typeInto(page, field(form, 'Ngày hiệu lực'), '15/11/2026');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Đã ghi “Công bố lịch nghỉ năm”/).waitFor();
    await rest();
    expectAtMost(acts, { clicks: 4, fields: 6 });

    await (await firstDue()).getByText('04/01/2027').first().waitFor();
    await rest();
  }, 240_000);

  it('cuts nothing off pasted days: what has no room beside the day and its name is told, and goes with the next rows', async () => {
    const { page, go } = await here.visit({ as: 'admin' });
    await go('/objects/calendars?act=PublishCalendarYear');
    await pressOn(page, page.getByRole('button', { name: 'Thêm: Các ngày nghỉ' }));
    await paste(page, 'STT\tNgày\tTên ngày nghỉ\r\n1\t01/01/2027\tTết Dương lịch');
    const told = page.getByRole('alert').getByText('Chưa dán gì: từ ô này dán được 2 cột, bản chép có 3.');
    await told.waitFor();
    await paste(page, HOLIDAYS_2027);
    await page.getByRole('textbox', { name: 'Tên ngày nghỉ' }).nth(10).waitFor();
    await told.waitFor({ state: 'detached' });
  }, 120_000);

  it('need not name a paper; where one is named, it says what of it must be there', async () => {
    const { page, go } = await here.visit({ as: 'admin' });
    await go('/objects/calendars?act=PublishCalendarYear');
    const paper = page.getByRole('group', { name: /^Căn cứ/ });
    await page.locator('summary').last().click();
    await paper.getByText('Không bắt buộc. Khi nêu thì cần có: Số văn bản.').waitFor();
    const number = paper.getByRole('textbox', { name: 'Số văn bản' });
    expect(await number.getAttribute('aria-required')).toBeNull();
    await typeInto(page, paper.getByRole('textbox').nth(1), 'Bộ Nội vụ');
    expect(await number.getAttribute('aria-required')).toBe('true');
  }, 120_000);
});

describe('lists and rules', () => {
  it('say in words what the product watches, and whose the rules are; a rule is found by its name', async () => {
    const { page, go, rest } = await here.visit({ as: 'admin' });
    await go('/admin?tab=health');
    await page.getByRole('cell', { name: 'Cơ sở dữ liệu' }).waitFor();
    expect(await page.getByRole('table').innerText()).not.toMatch(/store|database|read side/);
    await go('/objects/rules?q=may moc toi da');
    await page.getByRole('link', { name: 'Mức hỗ trợ máy móc tối đa' }).click();
    await page
      .getByText(/Hệ thống \(Quản trị\)/)
      .first()
      .waitFor();
    await rest();
  }, 60_000);

  it('a programme leads to the form that allocates its budget, for finance alone', async () => {
    const { page, go, rest } = await here.visit({ as: 'finance' });
    await go('/programmes');
    await page.getByRole('link', { name: /2016-2020/ }).click();
    await page.getByRole('link', { name: 'Phân bổ dự toán' }).click();
    const form = page.getByRole('region', { name: 'Phân bổ dự toán' });
    await rest();
    expect(await field(form, 'Chương trình hỗ trợ').inputValue()).toMatch(/^CT-2016-0001/);
    const leader = await here.visit({ as: 'leader' });
    await leader.go(`/programmes/${new URL(page.url()).searchParams.get('programme')}`);
    expect(await leader.page.getByRole('link', { name: 'Phân bổ dự toán' }).count()).toBe(0);
  }, 60_000);
});
