import type { Json } from './product.js';

/**
 * One valid recording. In `path` and `body`, `{name}` stands for the id of the object that the step of that name recorded, and
 * `{name.event}` for the id of its last event.
 */
export interface Step {
  readonly name: string;
  /** Demo account. */
  readonly as: string;
  readonly path: string;
  readonly body: Json;
}

export const step = (name: string, as: string, path: string, body: Json): Step => ({ name, as, path, body });
