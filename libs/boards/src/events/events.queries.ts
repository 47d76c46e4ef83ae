import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import type { Items, Page } from '../evidence/items.js';
import { metaOf, type AnswerMeta } from '../figures/asked.js';
import { Catalogue } from '../figures/catalogue.js';
import type { Reader } from '../figures/reader.js';
import { People } from '../people.js';
import type { EventItem } from './event-item.js';
import type { AskedEvents } from './events-asked.js';
import { openEvents } from './open-events.js';

/** What was recorded, by whomever and of whatever: the newest first. */
export class GetEvents extends Query<EventsAnswer> {
  constructor(
    readonly asked: AskedEvents,
    readonly page: Page,
    readonly reader: Reader,
    readonly minPosition?: string | undefined,
  ) {
    super();
  }
}

export interface EventsAnswer extends Items<EventItem> {
  readonly meta: AnswerMeta;
}

@QueryHandler(GetEvents)
export class GetEventsHandler implements IQueryHandler<GetEvents> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  async execute({ asked, page, reader, minPosition }: GetEvents): Promise<EventsAnswer> {
    const { catalogue, clock, people } = this;
    const found = await this.readModels.read(
      async (session) => {
        const events = await openEvents(session, { catalogue, clock, people }, asked, reader);
        return { ...(await events.page(page)), meta: await metaOf(session, events.frame) };
      },
      minPosition === undefined ? undefined : { minPosition },
    );
    return { ...found, items: await people.named(reader, found.items) };
  }
}
