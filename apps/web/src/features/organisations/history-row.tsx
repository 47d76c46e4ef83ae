import { Badge, Group, Text } from '@mantine/core';
import { instantText } from '@soquy/kernel';
import type { EventItem } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { EventLink } from '../../shared/figures/event-told.js';
import { personName } from '../../shared/figures/people.js';
import { showDay } from '../../shared/format/days.js';
import { fieldWords, unitBeside } from '../../shared/timeline/fact-meaning.js';
import { FactText, ReferenceText } from '../../shared/timeline/fact-text.js';
import { LateMark } from '../../shared/timeline/late-mark.js';
import classes from '../../shared/timeline/timeline.module.css';
import type { Axis } from '../../shared/timeline/timeline-order.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { isShared, valuesToTell } from './history-values.js';
import own from './history.module.css';
import { historyWords } from './history.words.js';

/** One fact: what it is and of which object, its amounts, both its days, and who is responsible. */
export function HistoryRow({ event, axis }: { readonly event: EventItem; readonly axis: Axis }) {
  const words = useScreenWords(historyWords);
  const struck = event.reversedBy === undefined ? undefined : classes.struck;
  return (
    <li className={classes.item}>
      <Group gap={8} align="baseline">
        <span className={classes.when}>{axis === 'effective' ? showDay(event.effectiveOn) : instantText(event.recordedAt)}</span>
        <span className={struck}>
          <EventLink event={event} />
        </span>
        {struck && (
          <Badge variant="outline" color="danger" size="sm" tt="none" miw="max-content">
            {words.reversed}
          </Badge>
        )}
        <LateMark event={event} />
      </Group>
      <Subject event={event} />
      <Values event={event} isStruck={struck !== undefined} />
      <Text className={own.basis} component="div">
        <ReferenceText noun="agencies" id={event.agency} /> ·{' '}
        {axis === 'recorded' && `${words.happenedOn({ day: showDay(event.effectiveOn) })} · `}
        {words.recordedOn({ at: instantText(event.recordedAt), who: personName(event) })}
      </Text>
    </li>
  );
}

/** The kind of the object, and the object by its code and name. */
function Subject({ event: { object, category } }: { readonly event: EventItem }) {
  const say = useSay();
  const kind = useCatalogue().kindOf(category);
  return (
    <Text size="sm" component="div">
      {kind && `${say(kind.one)}: `}
      <ObjectLink link={object} withCode isInText />
    </Text>
  );
}

function Values({ event, isStruck }: { readonly event: EventItem; readonly isStruck: boolean }) {
  const words = useScreenWords(historyWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const { category, effectiveOn, object } = event;
  const data = event.data as Readonly<Record<string, unknown>>;
  const values = valuesToTell(catalogue, { category, effectiveOn, data });
  const of = object.noun === null ? undefined : { noun: object.noun, id: object.id, event: event.eventId };
  return (
    <div className={isStruck ? classes.struck : undefined}>
      {values.length > 0 && (
        <dl className={own.values}>
          {values.map(([field, value]) => (
            <div key={field}>
              <dt>{say(fieldWords(catalogue, category, field))}</dt>
              <dd>
                <FactText
                  category={category}
                  field={field}
                  value={value}
                  unit={unitBeside(catalogue, data)}
                  of={of && { ...of, path: field }}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isShared({ data }) && (
        <Text className={classes.small}>{`${words.together}${values.length > 0 ? ` ${words.ofAll}` : ''}`}</Text>
      )}
    </div>
  );
}
