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
  const read = text
    .replace(signs, (sign) => letters.get(sign) ?? [...sign].map((each) => letters.get(each) ?? each).join(''))
    .normalize('NFC');
  return font === 'TCVN3' && isCapitals(text) ? read.toUpperCase() : read;
}

/** Fonts of capitals drew small letters with accents as capitals: "HîP T¸C X·". */
const isCapitals = (text: string) => /[A-Z].*[A-Z]/.test(text) && !/[a-z]/.test(text);

/** So many signs of an old font leave no doubt about the rest of a table without any Unicode in it. */
const SURE = 3;

/**
 * A table with what was typed in old fonts in Unicode. Words like "Thóy" tell nothing by themselves: they go with their row, or
 * with the whole table where nothing in it is Unicode. What is Unicode stays as it is.
 */
export function repaired(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const fonts = rows.map((cells) => cells.map(legacyFont));
  const found = fonts.flat().filter((font) => font !== undefined);
  if (found.length === 0) return rows;
  const main = found.filter((font) => font === 'VNI').length * 2 > found.length ? 'VNI' : 'TCVN3';
  const isAllOld = found.length >= SURE && !rows.some((cells) => cells.some((cell) => UNICODE_VIETNAMESE.test(cell)));
  return rows.map((cells, row) => {
    const ofRow = fonts[row]!.find((font) => font !== undefined) ?? (isAllOld ? main : undefined);
    if (!ofRow) return cells;
    return cells.map((cell, index) => (UNICODE_VIETNAMESE.test(cell) ? cell : toUnicode(cell, fonts[row]![index] ?? ofRow)));
  });
}
