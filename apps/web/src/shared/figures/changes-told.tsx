import { Button, Group, Stack, Text } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import { showDay } from '../format/days.js';
import { ObjectLink } from '../ui/object-link.js';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { Changes, EntryItem, MovedObject, MovedPart } from './evidence-answers.js';
import { isEntry } from './evidence-answers.js';
import classes from './evidence.module.css';
import { EventTold } from './event-told.js';
import { FigureNumber } from './figure-number.js';
import { signedText } from './number-units.js';
import { useMetrics } from './use-metrics.js';
import { whyWords } from './why.words.js';

interface Props {
  readonly pages: readonly Changes[];
  readonly more: (() => unknown) | undefined;
}

/** The figure then and now, the difference, and what made it, each with its sign. */
export function ChangesTold({ pages, more }: Props) {
  const words = useScreenWords(whyWords);
  const language = useLanguage();
  const { from, to, difference, parts } = pages[0]!;
  const items = pages.flatMap((page) => page.items ?? []);
  const told = difference === null ? '–' : signedText(difference, from.unit, language);
  return (
    <Stack gap="xs" data-changes={difference ?? ''}>
      <Group gap="lg">
        <span>
          {words.then}: <FigureNumber figure={from} label={words.then} />
        </span>
        <span>
          {words.now}: <FigureNumber figure={to} label={words.now} />
        </span>
        <strong>
          {words.difference}: {told}
        </strong>
      </Group>
      {parts ? <Parts parts={parts} /> : items.length === 0 ? <Text c="dimmed">{words.same}</Text> : <Items items={items} />}
      {more && (
        <Button size="compact-sm" variant="default" onClick={() => void more()}>
          {words.more}
        </Button>
      )}
    </Stack>
  );
}

function Items({ items }: { readonly items: readonly (EntryItem | MovedObject)[] }) {
  const words = useScreenWords(whyWords);
  const language = useLanguage();
  return (
    <table className={classes.items}>
      <caption>{isEntry(items[0]!) ? words.entries : words.objects}</caption>
      <tbody>
        {items.map((item, index) => (
          <tr key={isEntry(item) ? `${item.eventId} ${index}` : item.object.id}>
            <td>
              <ObjectLink link={item.object} withCode />
              {(isEntry(item) ? [item] : item.events).map((event) => (
                <div key={event.eventId}>
                  <span className={classes.small}>{showDay(event.effectiveOn)}</span>
                  <EventTold event={event} />
                </div>
              ))}
            </td>
            <td className={classes.amount}>
              {isEntry(item)
                ? item.value === null
                  ? '–'
                  : signedText(item.value, 'count', language)
                : signedText(item.to - item.from, 'count', language)}
              {!isEntry(item) && (
                <span className={classes.small}>
                  {numberText(item.from, language)} → {numberText(item.to, language)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Parts({ parts }: { readonly parts: readonly MovedPart[] }) {
  const words = useScreenWords(whyWords);
  const metrics = useMetrics();
  const say = useSay();
  return (
    <table className={classes.items}>
      <caption>{words.parts}</caption>
      <thead>
        <tr>
          <th scope="col" aria-label={words.parts} />
          <th scope="col" className={classes.amount}>
            {words.then}
          </th>
          <th scope="col" className={classes.amount}>
            {words.now}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ metric, from, to }) => {
          const card = metrics.find((each) => each.metric === metric);
          const name = card ? say(card.words) : metric;
          return (
            <tr key={metric}>
              <td>{name}</td>
              <td className={classes.amount}>
                <FigureNumber figure={from} label={`${name}, ${words.then}`} />
              </td>
              <td className={classes.amount}>
                <FigureNumber figure={to} label={`${name}, ${words.now}`} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
