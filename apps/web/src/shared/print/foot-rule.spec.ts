import { cssText, footRule } from './foot-rule.js';

/** As a browser reads a string of a style sheet. */
const read = (css: string) =>
  css.slice(1, -1).replace(/\\([0-9a-f]{1,6}) /g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

describe('the foot of a sheet', () => {
  it('writes Vietnamese as it is, and whatever could end a string as its number', () => {
    expect(cssText('Số liệu đến 31/12/2025 · người in Lê Thị Hoa')).toBe('"Số liệu đến 31/12/2025 · người in Lê Thị Hoa"');
    for (const name of ['"; } body { display: none } "', 'a\\', '\n\f\0', '</style>', '𝒜 😀 {}'])
      expect({ name, css: cssText(name) }).toEqual({ name, css: expect.stringMatching(/^"([^"\\\n\f<>{}]|\\[0-9a-f]+ )*"$/) });
    for (const name of ['"; } "', 'a\\9', '\n', '😀']) expect(read(cssText(name))).toBe(name);
  });

  it('stands in two boxes of the margin, the second with the number of the sheet', () => {
    const rule = footRule({ told: 'Số liệu đến 31/12/2025', sheet: 'trang' });
    expect(rule).toMatch(/@bottom-left \{ content: "Số liệu đến 31\/12\/2025";/);
    expect(rule).toMatch(/@bottom-right \{ content: "trang " counter\(page\) "\/" counter\(pages\);/);
  });
});
