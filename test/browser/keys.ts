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
  if (await target.inputValue()) await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Puts text on the clipboard of the page and pastes it, as out of a spreadsheet. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}
