import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EventLine, ObjectAnswer, Page } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { read, useRead } from '../api/reads.js';
import { useAsOf } from '../as-of/as-of.js';
import { Failure, Loaded } from '../ui/states.js';
import { ObjectLink } from '../ui/object-link.js';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { Verdict } from './evidence-check.js';
import classes from './evidence.module.css';
import { Dates } from './evidence-head.js';
import { evidenceWords } from './evidence.words.js';
import { factWords } from './fact.words.js';
import { unitOfField, valueAt, type FactRef } from './figure-ids.js';
import { HolderRows } from './holder-rows.js';
import { holdersOf } from './holding.js';
import { valueExact, type NumberUnit } from './number-units.js';
import { useShownNumber } from './on-page.js';

interface Props {
  readonly id: string;
  readonly fact: FactRef;
}

/** A value of an object, and the events of that object which hold it. */
export function FactEvidence({ id, fact }: Props) {
  const object = useRead<ObjectAnswer>(`/api/v1/${fact.noun}/${fact.id}`);
  return (
    <Loaded of={object} height={320}>
      {(found) => <Found id={id} fact={fact} object={found} />}
    </Loaded>
  );
}

/** All events of an object, page by page: it has few. A page that could not be read is asked for again by who waits. */
function useEvents({ noun, id }: FactRef) {
  const { query } = useAsOf();
  const pages = useInfiniteQuery({
    queryKey: ['read', noun, id, 'timeline', query],
    queryFn: ({ pageParam, signal }) =>
      read<Page<EventLine>>(`/api/v1/${noun}/${id}/timeline`, { ...query, limit: '200', after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, error, data, refetch } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, error]);
  return {
    events: hasNextPage || !data ? undefined : data.pages.flatMap(({ items }) => items),
    error,
    again: () => void (data ? fetchNextPage() : refetch()),
  };
}

function Found({ id, fact, object }: Props & { readonly object: ObjectAnswer }) {
  const words = useScreenWords(factWords);
  const shared = useScreenWords(evidenceWords);
  const language = useLanguage();
  const say = useSay();
  const catalogue = useCatalogue();
  const shown = useShownNumber(id);
  const { events, error, again } = useEvents(fact);
  const waiting = error ? <Failure error={error} again={again} /> : shared.checking;
  const field = fact.path?.split('.').findLast((name) => !/^\d+$/.test(name));
  const held = heldBy(fact, object, events);
  const value = shown?.value ?? (typeof held === 'number' ? held : undefined);
  const unit: NumberUnit = shown?.unit ?? fact.unit ?? unitOfField(fact.path ?? '');
  const fieldWords = field ? catalogue.kind(fact.noun)?.fields[field] : undefined;
  if (value === undefined) return events ? <Text>{words.gone}</Text> : waiting;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Text fw={600}>{shown?.label ?? (fieldWords ? say(fieldWords) : field)}</Text>
        <div className={classes.number}>{valueExact(value, unit, language)}</div>
        <dl className={classes.told}>
          <dt>{shared.object}</dt>
          <dd>
            <ObjectLink link={{ ...object, noun: fact.noun }} withCode />
          </dd>
          <dt>{shared.formula}</dt>
          <dd>{words.formula}</dd>
          <dt>{shared.dates}</dt>
          <dd>
            <Dates meta={object.meta} />
          </dd>
        </dl>
      </Stack>
      {events ? <Held events={events} value={value} fact={fact} data={object.data} isInRow={held === value} /> : waiting}
    </Stack>
  );
}

/** What stands there now: in the event, or in the object as folded from its events. */
function heldBy({ event, path, value }: FactRef, { data }: ObjectAnswer, events: readonly EventLine[] = []): unknown {
  if (path === undefined) return value;
  return valueAt(event === undefined ? data : events.find(({ eventId }) => eventId === event)?.data, path);
}

interface HeldProps {
  readonly events: readonly EventLine[];
  readonly value: number;
  readonly fact: FactRef;
  readonly data: ObjectAnswer['data'];
  /** The object's row, or the event, holds the very number, as folded from its events. */
  readonly isInRow: boolean;
}

function Held({ events, value, fact, data, isInRow }: HeldProps) {
  const words = useScreenWords(factWords);
  const { noun } = fact;
  const holders = holdersOf(events, value, { ...fact, data });
  const standing = holders.filter(({ event }) => event.reversedBy === undefined).length;
  const all = events.map((event) => ({ event, names: [] }));
  if (standing > 0)
    return (
      <>
        <Verdict is="match">{words.held({ n: standing })}</Verdict>
        <HolderRows caption={words.holders} holders={holders} noun={noun} />
      </>
    );
  const isStruck = isInRow && fact.event !== undefined;
  if (holders.length > 0 && (isStruck || !isInRow))
    return (
      <>
        <Verdict is={isStruck ? 'takenBack' : 'differs'}>{isStruck ? words.struck : words.takenBack}</Verdict>
        <HolderRows caption={words.holders} holders={holders} noun={noun} />
      </>
    );
  return (
    <>
      <Verdict is={isInRow ? 'derived' : 'differs'}>{isInRow ? words.derived : words.held({ n: 0 })}</Verdict>
      <HolderRows caption={words.allEvents} holders={all} noun={noun} />
    </>
  );
}
