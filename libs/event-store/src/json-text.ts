import { StoreFault } from './store-fault.js';

const MAX_DEPTH = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The JSON text of a value that will come back deeply equal; throws `invalid` for one that would not: what JSON leaves out
 * or rewrites (undefined, NaN, Date, Map), what it cannot hold (BigInt, cycles), and text PostgreSQL or UTF-8 cannot hold.
 */
export function jsonText(value: object, name: string): string {
  try {
    const flaw = flawOf(value, 0);
    if (flaw) throw new StoreFault('invalid', `${name}${flaw}`);
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    throw new StoreFault('invalid', `${name} cannot be written as JSON`, undefined, { cause: error });
  }
}

/** Well-formed and without U+0000. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text);

/** Where and why a value cannot be stored: `.rows[2].amountVnd is NaN`; undefined if it can. */
function flawOf(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return isStorableText(value) ? undefined : ' holds U+0000 or a lone surrogate';
    case 'number':
      return Number.isFinite(value) ? undefined : ` is ${value}`;
    case 'boolean':
      return undefined;
    case 'object':
      return value === null ? undefined : flawInside(value, depth);
    default:
      return ` is ${typeof value}`;
  }
}

function flawInside(value: object, depth: number): string | undefined {
  if (depth === MAX_DEPTH) return ' is nested too deep, or within itself';
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const flaw = flawOf(value[index], depth + 1);
      if (flaw) return `[${index}]${flaw}`;
    }
    return undefined;
  }
  if (Object.prototype.toString.call(value) !== '[object Object]' || 'toJSON' in value) return ' is not a plain object';
  for (const [key, part] of Object.entries(value)) {
    const flaw = isStorableText(key) ? flawOf(part, depth + 1) : ' has an unstorable name';
    if (flaw) return `.${key}${flaw}`;
  }
  return undefined;
}
