import { Problem } from '../http/problem.js';
import type { PlaceBook } from '../ports/reference-book.js';
import { placeFieldsOf } from './place-fields.js';
import type { RecordingCommand } from './recording-command.js';

/** Seven codes changed their meaning on 01/07/2025 (domain.md G2), so a code of another day's list is as wrong as one of none. */
export function assertPlaces(command: RecordingCommand, places: PlaceBook): void {
  const { effectiveOn } = command;
  const fields = command as unknown as Readonly<Record<string, string | undefined>>;
  for (const field of placeFieldsOf(command)) {
    const place = fields[field];
    const list = place === undefined ? undefined : places.on(effectiveOn);
    if (place !== undefined && list && !list.has(place))
      throw Problem.of('UnknownPlace', { facts: { field, place, effectiveOn, codeSystem: list.codeSystem } });
  }
}
