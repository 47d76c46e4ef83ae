import { nothing, type EventCatalogue, type Outcomes } from '@soquy/kernel';

/** Reference data is what figures are computed with, and adds to none of them. */
export function addsNothing<Catalogue, State>(events: EventCatalogue<Catalogue>): Outcomes<Catalogue, never, State> {
  const on = Object.fromEntries(Object.keys(events).map((event) => [event, nothing]));
  return { dimensions: () => ({}), on: on as unknown as Outcomes<Catalogue, never, State>['on'] };
}
