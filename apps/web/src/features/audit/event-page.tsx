import { Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { instantText } from '@soquy/kernel';
import type { EventItem } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { EventLink } from '../../shared/figures/event-told.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { Page } from '../../shared/ui/page.js';
import { Loaded } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { EventAnswer } from '../../shared/api/answers.js';
import { EventData } from './event-data.js';
import { EventFacts } from './event-facts.js';
import { EventMarks } from './event-marks.js';
import { EventSteps } from './event-steps.js';
import { eventWords } from './event.words.js';
import classes from './event.module.css';

/** One event: in the office's words first, then as it is stored, with how it came to be. */
export function EventPage() {
  const words = useScreenWords(eventWords);
  const say = useSay();
  const { eventId } = useParams({ strict: false }) as { eventId: string };
  // One event has its own day; only what was known when matters.
  const event = useRead<EventAnswer>(`/api/v1/events/${eventId}`, { effectiveTo: undefined });
  return (
    <Page
      title={event.data ? say(event.data.words) : words.loading}
      beside={event.data && <EventMarks event={event.data} />}
      actions={event.data && <EventSteps event={event.data} />}
    >
      <Loaded of={event} height={420}>
        {(found) => <Found event={found} />}
      </Loaded>
    </Page>
  );
}

/** The data without what stands above them already: the object itself, the day and the person. */
const ownData = ({ data, object, effectiveOn, personId }: EventAnswer) =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => value !== object.id && value !== personId && !(name.endsWith('On') && value === effectiveOn),
    ),
  );

function Found({ event }: { readonly event: EventAnswer }) {
  const words = useScreenWords(eventWords);
  const { metadata, caused, meta: _, ...stored } = event;
  return (
    <Stack gap="lg">
      <EventFacts event={event} />
      <section>
        <Title order={2} size="h4" mb="xs">
          {words.data}
        </Title>
        <EventData category={event.category} data={ownData(event)} />
      </section>
      <section>
        <Title order={2} size="h4" mb="xs">
          {words.caused}
        </Title>
        {caused.length === 0 ? <Text c="dimmed">{words.causedNothing}</Text> : <Caused events={caused} />}
      </section>
      <details className={classes.raw}>
        <summary>{words.metadata}</summary>
        <dl className={classes.told}>
          {Object.entries(metadata ?? {}).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details className={classes.raw}>
        <summary>{words.json}</summary>
        <pre tabIndex={0}>{JSON.stringify({ ...stored, metadata }, null, 2)}</pre>
      </details>
    </Stack>
  );
}

function Caused({ events }: { readonly events: readonly EventItem[] }) {
  return (
    <ul className={classes.list}>
      {events.map((event) => (
        <li key={event.eventId}>
          <EventLink event={event} /> · <ObjectLink link={event.object} withCode /> · {instantText(event.recordedAt)}
        </li>
      ))}
    </ul>
  );
}
