import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { instantText } from '@soquy/kernel';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { eventPath } from '../../shared/figures/event-told.js';
import { showDay } from '../../shared/format/days.js';
import { placeInLog } from '../../shared/as-of/known.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { EventAnswer } from '../../shared/api/answers.js';
import { EventData } from './event-data.js';
import { eventWords } from './event.words.js';
import classes from './event.module.css';
import { daysLate } from '../../shared/timeline/lateness.js';
import { PersonLink } from './person-link.js';

/** What happened to what, when, who wrote it down when, and on what grounds. */
export function EventFacts({ event }: { readonly event: EventAnswer }) {
  const words = useScreenWords(eventWords);
  const catalogue = useCatalogue();
  const say = useSay();
  const role = catalogue.answer.roles[event.role];
  const late = daysLate(event);
  const recorded = `${instantText(event.recordedAt)}${late > 0 ? ` (${words.after({ n: late })})` : ''}`;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.object, <ObjectLink key="object" link={event.object} withCode />],
    [words.effectiveOn, showDay(event.effectiveOn)],
    [words.recordedAt, `${recorded}, ${words.place({ n: placeInLog(event.position) })}`],
    [words.actor, <Actor key="actor" event={event} role={role ? say(role) : event.role} />],
    [words.onBehalfOf, event.onBehalfOf],
    [words.reason, event.reason],
    [words.evidence, event.evidence && <EventData key="evidence" category={event.category} data={event.evidence} />],
    [words.reverses, event.reverses && <OtherEvent key="reverses" id={event.reverses} />],
    [words.reversedBy, event.reversedBy && <OtherEvent key="reversedBy" id={event.reversedBy} />],
    [words.origin, event.origin],
  ];
  return (
    <dl className={classes.told} aria-label={words.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const Actor = ({ event, role }: { readonly event: EventAnswer; readonly role: string }) => (
  <>
    <PersonLink event={event} /> · {role}
  </>
);

function OtherEvent({ id }: { readonly id: string }) {
  const words = useScreenWords(eventWords);
  return (
    <Anchor component={Link} to={eventPath(id)} inherit>
      {words.seeEvent}
    </Anchor>
  );
}
