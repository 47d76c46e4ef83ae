import type { ObjectAnswer } from '../../shared/api/answers.js';
import type { Catalogue, CommandCard, KindCard } from '../../shared/api/catalogue.js';
import { SHARED_FIELDS } from '../../shared/forms/shared-fields.js';

/**
 * The step to open where the inbox asked for one: queues name the first step of their status, so where the object itself is ready for
 * another one (all is paid, it waits for its settlement), that one is meant.
 */
export const meantStep = (
  asked: string | undefined,
  ready: CommandCard | undefined,
  { suggested = {} }: Pick<ObjectAnswer, 'suggested'>,
): string | undefined => (asked !== undefined && ready && !(asked in suggested) ? ready.name : asked);

/** The step that the office waits for, that the person here may take, and of which the object itself says all that must be said. */
export function readyStep(
  catalogue: Catalogue,
  kind: KindCard,
  { status, suggested = {} }: Pick<ObjectAnswer, 'status' | 'suggested'>,
): CommandCard | undefined {
  const { awaits = [] } = kind.statuses.find((each) => each.status === status) ?? {};
  return awaits
    .flatMap((name) => catalogue.command(name) ?? [])
    .find(({ name, mine, pathId, schema: { required = [] } }) => {
      const values = suggested[name];
      return mine && values && required.every((field) => field in values || SHARED_FIELDS.has(field) || field === pathId);
    });
}
