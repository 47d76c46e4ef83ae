import { Problem } from '../http/problem.js';
import type { LoadedObject } from './object-loader.js';
import type { Receipt } from './recording-command.js';

type Place = { readonly revision: bigint | string; readonly position: string };

export const receiptOf = (
  { stream, id, code }: Pick<LoadedObject, 'stream' | 'id' | 'code'>,
  { revision, position }: Place,
): Receipt => ({ stream, revision: Number(revision), position, objectId: id, code });

/** The first receipt again, where the command was recorded before. The same key for another body, or for what lapsed, is refused. */
export function repeatOf(object: LoadedObject, commandId: string, commandHash: string): Receipt | undefined {
  const trace = object.commands[commandId];
  if (!trace) return undefined;
  if (trace.commandHash !== commandHash) throw Problem.keyReused();
  if (trace.lapsed) throw Problem.of('ReservationLapsed');
  return receiptOf(object, trace);
}
