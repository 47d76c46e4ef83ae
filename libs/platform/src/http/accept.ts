import { SetMetadata } from '@nestjs/common';

const PRODUCES = 'platform:produces';

/** Media types a handler can answer in; JSON where nothing is said. */
export const Produces = (...types: readonly [string, ...string[]]) => SetMetadata(PRODUCES, types);

export const producedBy = (handler: object): readonly string[] =>
  (Reflect.getMetadata(PRODUCES, handler) as readonly string[] | undefined) ?? ['application/json'];

/** True where the `Accept` header (RFC 9110) takes at least one of the types. */
export function accepts(header: string | undefined, types: readonly string[]): boolean {
  if (!header?.trim()) return true;
  const ranges = header.split(',').map((range) => {
    const [type = '', ...parameters] = range.trim().toLowerCase().split(';');
    return { type: type.trim(), refused: parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter)) };
  });
  return types.some((type) => {
    const matching = ranges.filter((range) => [type, `${type.split('/')[0]}/*`, '*/*'].includes(range.type));
    const closest = matching.sort((a, b) => b.type.replace(/\*/g, '').length - a.type.replace(/\*/g, '').length)[0];
    return closest !== undefined && !closest.refused;
  });
}
