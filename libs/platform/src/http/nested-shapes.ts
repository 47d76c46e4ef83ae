import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { escaped } from './field-errors.js';
import { sentenceOf } from './field-words.js';
import { Problem } from './problem.js';

/**
 * A list where one nested object belongs is malformed. class-validator looks at the elements of such a list instead, so that
 * an empty one would pass as an object without fields.
 */
export function assertNestedShapes(type: object, body: unknown, within = ''): void {
  const { vi, en } = sentenceOf('isObject');
  const errors = misplacedLists(type, body, within).map((pointer) => {
    return { pointer, code: 'isObject', detail: { vi: `${pointer}: ${vi}.`, en: `${pointer}: ${en}.` } };
  });
  if (errors.length > 0) throw Problem.malformed(errors);
}

function misplacedLists(type: object, body: unknown, at: string): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([field, value]) => {
    const nested = defaultMetadataStorage.findTypeMetadata(type as () => void, field);
    if (!nested) return [];
    const pointer = `${at}/${escaped(field)}`;
    const inside = (item: unknown, where: string) =>
      Array.isArray(item) ? [where] : misplacedLists(nested.typeFunction() as object, item, where);
    const isList = nested.reflectedType === Array && Array.isArray(value);
    return isList ? value.flatMap((item, index) => inside(item, `${pointer}/${index}`)) : inside(value, pointer);
  });
}
