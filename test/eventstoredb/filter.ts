import type { LoggedEvent } from './log.js';
import type { ReadRequest } from './proto.js';

type FilterOptions = NonNullable<ReturnType<NonNullable<ReturnType<ReadRequest['getOptions']>>['getFilter']>>;

/** What a filtered subscription lets through, and how far it looks between two checkpoints. */
export interface Filter {
  readonly matches: (event: LoggedEvent) => boolean;
  /** Events one page looks at. */
  readonly window: number;
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number;
}

export function filterOf(options: FilterOptions, pageSize: number): Filter {
  const onType = options.hasEventType();
  const expression = onType ? options.getEventType()! : options.getStreamIdentifier()!;
  const pattern = expression.getRegex() ? new RegExp(expression.getRegex(), 'u') : undefined;
  const prefixes = expression.getPrefixList();
  const window = options.hasMax() ? options.getMax() : pageSize;
  return {
    matches: (event) => {
      const text = onType ? event.type : event.stream;
      return pattern ? pattern.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
    },
    window,
    checkpointEvery: window * options.getCheckpointintervalmultiplier(),
  };
}
