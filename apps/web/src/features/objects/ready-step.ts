import type { ObjectAnswer } from '../../shared/api/answers.js';
import type { Catalogue, CommandCard, KindCard } from '../../shared/api/catalogue.js';
import { SHARED_FIELDS } from '../../shared/forms/shared-fields.js';

type Standing = Pick<ObjectAnswer, 'status' | 'suggested'>;

const awaited = (kind: KindCard, { status }: Standing): readonly string[] =>
  kind.statuses.find((each) => each.status === status)?.awaits ?? [];

/**
 * The step to open where the inbox asked for one: queues name the first step of their status, so where the object itself is ready for
 * another one (all is paid, it waits for its settlement), that one is meant. Any other step is the one that was asked for.
 */
export function meantStep(
  kind: KindCard,
  object: Standing,
  asked: string | undefined,
  ready: CommandCard | undefined,
): string | undefined {
  const isOfQueue = asked !== undefined && awaited(kind, object)[0] === asked;
  return isOfQueue && ready && !(asked in (object.suggested ?? {})) ? ready.name : asked;
}

/** The step that the office waits for, that the person here may take, and of which the object itself says all that must be said. */
export function readyStep(catalogue: Catalogue, kind: KindCard, object: Standing): CommandCard | undefined {
  const { suggested = {} } = object;
  return awaited(kind, object)
    .flatMap((name) => catalogue.command(name) ?? [])
    .find(({ name, mine, pathId, schema: { required = [] } }) => {
      const values = suggested[name];
      return mine && values && required.every((field) => field in values || SHARED_FIELDS.has(field) || field === pathId);
    });
}
