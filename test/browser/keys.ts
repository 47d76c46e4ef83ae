import type { Locator, Page } from 'playwright-core';

const MOST_TABS = 150;

const isFocused = (target: Locator) => target.evaluate((each) => each === document.activeElement);

/** Walks there as someone without a pointer does, and sees where he is: what has the focus must show it. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let steps = 0; !(await isFocused(target)); steps++) {
    if (steps === MOST_TABS) throw new Error(`${MOST_TABS} times ${key} do not lead to ${target.toString()}`);
    await page.keyboard.press(key);
  }
  const sign = await target.evaluate(signOfFocus);
  if (!sign) throw new Error(`${target.toString()} has the focus and does not show it`);
}

/** Some outline or shadow on it, or on what frames it; and it lies beneath nothing that stays on the screen. */
function signOfFocus(focused: Element): boolean {
  const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(focused);
  const isText = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none' || (isText && borderColor !== '');
}

/** Goes to a control and presses it. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field and types into it, in place of what stands there. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  if (!(await target.evaluate(isSelectedWhole))) await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Tab into a field selects what stands there; only then does typing replace it. */
const isSelectedWhole = (field: Element) => {
  const { value, selectionStart, selectionEnd } = field as HTMLInputElement;
  return value === '' || (selectionStart === 0 && selectionEnd === value.length);
};

/** Goes to a list of a few fixed choices and walks down to one. */
export async function walkTo(page: Page, list: Locator, choice: string | RegExp): Promise<void> {
  await tabTo(page, list);
  const chosen = () => list.evaluate((each) => (each as HTMLSelectElement).selectedOptions[0]?.label ?? '');
  const fits = (label: string) => (typeof choice === 'string' ? label === choice : choice.test(label));
  let before: string | undefined;
  for (let now = await chosen(); !fits(now); now = await chosen()) {
    if (now === before) throw new Error(`${list.toString()} does not offer ${String(choice)}`);
    before = now;
    await page.keyboard.press('ArrowDown');
  }
}

/** Types a part of a name into a field that finds, and takes it once it is the first that is found. */
export async function find(page: Page, field: Locator, part: string, found: string | RegExp = part): Promise<void> {
  await typeInto(page, field, part);
  const first = page.getByRole('listbox').getByRole('option').first();
  await first.and(page.getByRole('option', { name: found })).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** A field by the name it has for those who do not see it, however it is filled in. */
export const field = (within: Page | Locator, name: string): Locator =>
  within.getByRole('textbox', { name, exact: true }).or(within.getByRole('combobox', { name, exact: true }));

/** Puts text on the clipboard of the page and pastes it, as out of a spreadsheet. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Presses Enter with something held, and says whether the page took it as its own instead of leaving it to what has the focus. */
export async function isTaken(page: Page, keys: string): Promise<boolean> {
  await page.evaluate(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      document.documentElement.toggleAttribute('data-taken', event.defaultPrevented);
      removeEventListener('keydown', listen);
    };
    // The last to hear of it.
    addEventListener('keydown', listen);
  });
  await page.keyboard.press(keys);
  return page.evaluate(() => document.documentElement.hasAttribute('data-taken'));
}
