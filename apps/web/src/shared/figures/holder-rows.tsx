import type { EventLine } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { showDay } from '../format/days.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { EventTold } from './event-told.js';
import { factWords } from './fact.words.js';
import type { Holder } from './holding.js';

interface Props {
  readonly caption: string;
  readonly holders: readonly Holder<EventLine>[];
  readonly noun: string;
}

/** Events of an object, with the fields that hold the number; those taken back are struck through. */
export function HolderRows({ caption, holders, noun }: Props) {
  const words = useScreenWords(evidenceWords);
  const { heldAs } = useScreenWords(factWords);
  const catalogue = useCatalogue();
  const say = useSay();
  const fields = catalogue.kind(noun)?.fields ?? {};
  const named = (names: readonly string[]) => names.map((name) => (fields[name] ? say(fields[name]) : name)).join(', ');
  return (
    <table className={classes.items}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.event}</th>
        </tr>
      </thead>
      <tbody>
        {holders.map(({ event, names }) => (
          <tr key={event.eventId}>
            <td className={classes.day}>{showDay(event.effectiveOn)}</td>
            <td>
              {event.reversedBy ? (
                <s>
                  <EventTold event={event} />
                </s>
              ) : (
                <EventTold event={event} />
              )}
              {names.length > 0 && (
                <span>
                  {heldAs}: {named(names)}
                </span>
              )}
              {event.reversedBy && <span className={classes.small}>{words.takenBack}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
