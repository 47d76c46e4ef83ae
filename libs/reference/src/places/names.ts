/** Marks of the five tones after decomposition: grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const KIND = /^(tỉnh|thành phố)\s+|^tp(\.\s*|\s+)/;

/**
 * What of a place's name counts when names are compared: not capitals, not the kind of unit before it, not the kind of dash,
 * and not on which vowel of a syllable the tone is written, so Hòa and Hoà are one name (domain.md G3). Đ, ơ and the like count.
 */
export function nameKey(name: string): string {
  const plain = name.normalize('NFC').trim().toLowerCase().replace(KIND, '');
  return plain
    .replace(/\s*[-–—]\s*|\s+/g, ' ')
    .split(' ')
    .map(toneLast)
    .join(' ');
}

/** Whether two spellings name the same place. */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

function toneLast(word: string): string {
  const letters = word.normalize('NFD');
  return letters.replace(TONES, '') + (letters.match(TONES) ?? []).join('');
}
