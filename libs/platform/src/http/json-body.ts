import { sentenceOf } from './field-words.js';
import { escaped } from './field-errors.js';
import { Problem } from './problem.js';

/** Deeper than any command; a bound for everything that walks a body afterwards. */
const DEPTH = 20;

/** Keys that reach into the object model of JavaScript; no field of ours has such a name. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** C0 but tab and line breaks, DEL, C1, lone surrogates, and the noncharacters at the end of the plane. */
// eslint-disable-next-line no-control-regex -- naming them is the point
const UNTEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/** Made once: a new one costs more than the decoding of a body. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** JSON in UTF-8 as commands may rely on it: bounded depth, clean text in NFC, no nulls, no keys of the object model. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(UTF8.decode(bytes));
  } catch {
    throw Problem.of('Malformed');
  }
  return cleaned(value, '', 0);
}

/** The same rules for what came in by the address: parameters of path and query. */
export function cleaned(value: unknown, pointer = '', depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value, pointer);
  if (value === null) throw wrong(pointer, 'notNull');
  if (typeof value !== 'object') return value;
  if (depth === DEPTH) throw wrong(pointer, 'tooDeep');
  if (Array.isArray(value)) return value.map((item, index) => cleaned(item, `${pointer}/${index}`, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const at = `${pointer}/${escaped(key)}`;
      if (FORBIDDEN_KEYS.has(key) || UNTEXT.test(key)) throw wrong(at, 'unknownField');
      return [key, cleaned(item, at, depth + 1)];
    }),
  );
}

function cleanText(text: string, pointer: string): string {
  if (UNTEXT.test(text)) throw wrong(pointer, 'notText');
  return text.normalize('NFC');
}

function wrong(pointer: string, code: string): Problem {
  const { vi, en } = sentenceOf(code);
  const at = pointer || '/';
  return Problem.malformed([{ pointer, code, detail: { vi: `${at}: ${vi}.`, en: `${at}: ${en}.` } }]);
}
