import { numberText, unitWords, type Metric } from '@soquy/kernel';
import { showDay } from '../format/days.js';
import { ObjectLink } from '../ui/object-link.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { FoldItem } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { EventTold } from './event-told.js';

interface Props {
  readonly items: readonly FoldItem[];
  readonly unit: Metric['unit'];
  readonly count: string;
}

/** The objects that were measured, each with the events its state follows from. */
export function FoldRows({ items, unit, count }: Props) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  return (
    <>
      <caption>{words.objectsBehind({ n: count })}</caption>
      <thead>
        <tr>
          <th scope="col">{words.object}</th>
          <th scope="col" className={classes.amount}>
            {unitWords[unit][language] || words.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ object, value, events }) => (
          <tr key={object.id}>
            <td>
              <ObjectLink link={object} withCode />
              <details className={classes.events}>
                <summary>{words.events({ n: events.length })}</summary>
                <ul>
                  {events.map((event) => (
                    <li key={event.eventId}>
                      {showDay(event.effectiveOn)} <EventTold event={event} />
                    </li>
                  ))}
                </ul>
              </details>
            </td>
            <td className={classes.amount}>{numberText(value, language)}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
