/** Fonts of before Unicode that Vietnamese files were typed in. */
export type LegacyFont = 'TCVN3' | 'VNI';

const TCVN3: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...pairs('¡¢£¤¥¦§¨©ª«¬\u00ad®', 'ĂÂÊÔƠƯĐăâêôơưđ'),
    ...pairs('µ¶·¸¹»¼½¾Æ\u03bc', 'àảãáạằẳẵắặà'),
    ...pairs('ÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ', 'ầẩẫấậèẻẽéẹềểễếệ'),
    ...pairs('×ØÜÝÞßáâãäåæçèé', 'ìỉĩíịòỏõóọồổỗốộ'),
    ...pairs('êëìíîïñòóôõö÷øùúûüýþ', 'ờởỡớợùủũúụừửữứựỳỷỹýỵ'),
  }),
);

/** A mark stands behind its letter; where the letter is one of its own, ơ and ư, it has a sign of its own too. */
const VNI_MARKS: Readonly<Record<string, readonly [marks: string, letters: string]>> = {
  a: ['ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'],
  e: ['ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  o: ['ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  u: ['ùøûõï', 'úùủũụ'],
  y: ['ùøûõ', 'ýỳỷỹ'],
  ô: ['ùøûõï', 'ớờởỡợ'],
  ö: ['ùøûõï', 'ứừửữự'],
};
const VNI: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...pairs('ôöñæóòî', 'ơưđỉĩịỵ'), ...pairs('ÔÖÑÆÓÒÎ', 'ƠƯĐỈĨỊỴ') }),
  ...Object.entries(VNI_MARKS).flatMap(([base, [marks, letters]]) =>
    Object.entries(pairs(marks, letters)).flatMap(([mark, letter]) => [
      [base + mark, letter] as const,
      [base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase()] as const,
      [base.toUpperCase() + mark, letter.toUpperCase()] as const,
    ]),
  ),
]);

function pairs(signs: string, letters: string): Readonly<Record<string, string>> {
  const written = [...letters];
  return Object.fromEntries([...signs].map((sign, index) => [sign, written[index]!]));
}

const UNICODE_VIETNAMESE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;
/** Signs of TCVN3 that no Vietnamese word has in Unicode, next to a letter. */
const LOW = '¡-®µ-¹»-¾';
const FOREIGN = `${LOW}ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþ`;
const TCVN3_SIGN = new RegExp(`(?<=[\\p{L}${LOW}])[${FOREIGN}Ð]|[${FOREIGN}](?=\\p{L})`, 'gu');
/** "oà" and "oá" stand in Unicode words as well: hoà, khoá. */
const VNI_SIGN = /[ae][ùøûõïâáàåãä]|a[êéèúüë]|o[ùøûõïâåä]|[uôö][ùøûõï]|y[ùøûõ]|ñ(?=\p{L})|ö(?=\p{L})/giu;

const countOf = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0;

/** The font a text was typed in, where its signs make no Vietnamese word in Unicode. */
export function legacyFont(text: string): LegacyFont | undefined {
  if (!/[\u00a1-\u00ff]/.test(text) || UNICODE_VIETNAMESE.test(text)) return undefined;
  const vni = countOf(text, VNI_SIGN) * 2;
  const tcvn3 = countOf(text, TCVN3_SIGN);
  if (vni === 0 && tcvn3 === 0) return undefined;
  return vni > tcvn3 ? 'VNI' : 'TCVN3';
}

/** The same in Unicode NFC. */
export function toUnicode(text: string, font: LegacyFont): string {
  const signs = font === 'TCVN3' ? /[¡-þ\u03bc]/g : /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ôöñæóòî]/gi;
  const letters = font === 'TCVN3' ? TCVN3 : VNI;
  return text
    .replace(signs, (sign) => letters.get(sign) ?? [...sign].map((each) => letters.get(each) ?? each).join(''))
    .normalize('NFC');
}

/**
 * The font of a whole column. Words like "Thóy" tell nothing by themselves, so that they go with the cells around them; what is
 * Unicode already stays as it is.
 */
export function fontOfColumn(cells: readonly string[]): LegacyFont | undefined {
  const fonts = cells.flatMap((cell) => legacyFont(cell) ?? []);
  const vni = fonts.filter((font) => font === 'VNI').length;
  return fonts.length === 0 ? undefined : vni * 2 > fonts.length ? 'VNI' : 'TCVN3';
}

/** One cell of a column typed in a font; what tells nothing goes with the rest, unless most of the rest is Unicode. */
export function repaired(cells: readonly string[]): readonly string[] {
  const font = fontOfColumn(cells);
  if (!font) return cells;
  const legacy = cells.filter((cell) => legacyFont(cell)).length;
  const unicode = cells.filter((cell) => UNICODE_VIETNAMESE.test(cell)).length;
  const goesWith = (cell: string) => legacy > unicode && !UNICODE_VIETNAMESE.test(cell);
  return cells.map((cell) => (legacyFont(cell) || goesWith(cell) ? toUnicode(cell, font) : cell));
}
