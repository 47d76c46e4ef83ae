import { counted, isDay, type Words } from '@soquy/kernel';

/** One thing wrong with a value from outside: where (RFC 6901), a code for programs, a sentence for people. */
export interface Mistake {
  readonly pointer: string;
  readonly code: string;
  readonly detail: Words;
}

/** Looks at a value and says everything that is wrong with it; `schema` tells the same to who writes one (JSON Schema). */
export interface Check {
  readonly look: (value: unknown, at: string, found: Mistake[]) => void;
  readonly schema: Readonly<Record<string, unknown>>;
}

interface Field {
  readonly check: Check;
  readonly isOptional?: boolean;
}

/** A check for each field of a type: one that the type has and the table has not, does not compile. */
export type Fields<Type> = { readonly [Name in keyof Type]-?: Field };

export const required = (check: Check): Field => ({ check });
export const optional = (check: Check): Field => ({ check, isOptional: true });

const SENTENCES = {
  required: () => ({ vi: 'chưa có', en: 'is missing' }),
  unknownField: () => ({ vi: 'không phải là một trường ở đây', en: 'is no field here' }),
  isObject: () => ({ vi: 'phải là một đối tượng JSON', en: 'must be a JSON object' }),
  isArray: () => ({ vi: 'phải là một danh sách', en: 'must be a list' }),
  isBoolean: () => ({ vi: 'phải là true hoặc false', en: 'must be true or false' }),
  isInt: () => ({ vi: 'phải là số nguyên', en: 'must be a whole number' }),
  isText: (most) => ({ vi: `phải là chuỗi từ 1 đến ${most} ký tự`, en: `must be text of 1 to ${counted(most, 'character')}` }),
  isDay: () => ({
    vi: 'phải là một ngày có thật dạng YYYY-MM-DD, từ 1900 đến 2199',
    en: 'must be a day that exists, YYYY-MM-DD, from 1900 to 2199',
  }),
  isIn: (values) => ({ vi: `phải là một trong: ${values}`, en: `must be one of: ${values}` }),
  min: (least) => ({ vi: `không được nhỏ hơn ${least}`, en: `must not be less than ${least}` }),
  max: (most) => ({ vi: `không được lớn hơn ${most}`, en: `must not be more than ${most}` }),
  arrayMinSize: (least) => ({ vi: `cần ít nhất ${least} phần tử`, en: `needs at least ${counted(least, 'element')}` }),
  arrayMaxSize: (most) => ({ vi: `chỉ nhận nhiều nhất ${most} phần tử`, en: `takes at most ${counted(most, 'element')}` }),
} satisfies Record<string, (limit: string) => Words>;

/** A mistake with a sentence of its own; what it is about stands in front, as it is called in the value. */
export const mistake = (pointer: string, code: string, { vi, en }: Words): Mistake => {
  const subject = pointer.slice(1) || 'JSON';
  return { pointer, code, detail: { vi: `${subject}: ${vi}.`, en: `${subject}: ${en}.` } };
};

const broken = (pointer: string, code: keyof typeof SENTENCES, limit: unknown = ''): Mistake =>
  mistake(pointer, code, SENTENCES[code](String(limit)));

const escaped = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of these fields and no others. */
export function object<Type>(fields: Fields<Type>): Check {
  const all = Object.entries<Field>(fields);
  return {
    look: (value, at, found) => {
      if (!isRecord(value)) return void found.push(broken(at, 'isObject'));
      for (const name of Object.keys(value))
        if (!Object.hasOwn(fields, name)) found.push(broken(`${at}/${escaped(name)}`, 'unknownField'));
      for (const [name, { check, isOptional }] of all) {
        const own = Object.hasOwn(value, name) ? value[name] : undefined;
        if (own !== undefined) check.look(own, `${at}/${name}`, found);
        else if (!isOptional) found.push(broken(`${at}/${name}`, 'required'));
      }
    },
    schema: {
      type: 'object',
      properties: Object.fromEntries(all.map(([name, { check }]) => [name, check.schema])),
      required: all.flatMap(([name, { isOptional }]) => (isOptional ? [] : [name])),
      additionalProperties: false,
    },
  };
}

/** Objects of several shapes, told apart by the name in one of their fields. */
export function variants<Name extends string>(tag: string, shapes: Readonly<Record<Name, Fields<object>>>): Check {
  const named = Object.entries<Fields<object>>(shapes).map(
    ([name, fields]) => [name, object({ [tag]: required(oneOf([name])), ...fields })] as const,
  );
  const checks = new Map<unknown, Check>(named);
  const known = oneOf(Object.keys(shapes));
  return {
    look: (value, at, found) => {
      if (!isRecord(value)) return void found.push(broken(at, 'isObject'));
      const name = Object.hasOwn(value, tag) ? value[tag] : undefined;
      if (name === undefined) return void found.push(broken(`${at}/${tag}`, 'required'));
      const check = checks.get(name);
      if (check) check.look(value, at, found);
      else known.look(name, `${at}/${tag}`, found);
    },
    schema: { oneOf: named.map(([, { schema }]) => schema) },
  };
}

export const list = (item: Check, least: number, most: number): Check => ({
  look: (value, at, found) => {
    if (!Array.isArray(value)) return void found.push(broken(at, 'isArray'));
    if (value.length < least) found.push(broken(at, 'arrayMinSize', least));
    if (value.length > most) return void found.push(broken(at, 'arrayMaxSize', most));
    value.forEach((each, index) => item.look(each, `${at}/${index}`, found));
  },
  schema: { type: 'array', items: item.schema, minItems: least, maxItems: most },
});

/** A whole number between two others; what JSON cannot carry exactly is above the highest `most` there is. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER): Check => ({
  look: (value, at, found) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) found.push(broken(at, 'isInt'));
    else if (value < least) found.push(broken(at, 'min', least));
    else if (value > most) found.push(broken(at, 'max', most));
  },
  schema: { type: 'integer', minimum: least, maximum: most },
});

export const oneOf = (values: readonly (string | number)[]): Check => ({
  look: (value, at, found) => {
    if (!values.includes(value as string | number)) found.push(broken(at, 'isIn', values.join(', ')));
  },
  schema: { enum: values },
});

export const text = (most: number): Check => ({
  look: (value, at, found) => {
    if (typeof value !== 'string' || value.trim() === '' || value.length > most) found.push(broken(at, 'isText', most));
  },
  schema: { type: 'string', minLength: 1, maxLength: most },
});

export const flag: Check = {
  look: (value, at, found) => {
    if (typeof value !== 'boolean') found.push(broken(at, 'isBoolean'));
  },
  schema: { type: 'boolean' },
};

export const day: Check = {
  look: (value, at, found) => {
    if (typeof value !== 'string' || !isDay(value) || value < '1900' || value >= '2200') found.push(broken(at, 'isDay'));
  },
  schema: { type: 'string', format: 'date' },
};
