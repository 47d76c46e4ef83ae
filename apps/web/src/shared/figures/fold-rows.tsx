import { numberText, unitWords, type Metric } from '@soquy/kernel';
import { showDay } from '../format/days.js';
import { ObjectLink } from '../ui/object-link.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { FoldItem } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { EventTold } from './event-told.js';
import { RowsHead } from './rows-head.js';

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
      <RowsHead
        caption={words.objectsBehind({ n: count })}
        columns={[words.object]}
        number={unitWords[unit][language] || words.value}
      />
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
