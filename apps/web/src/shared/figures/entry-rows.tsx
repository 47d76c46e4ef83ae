import { toldNumber, numberText, unitWords, type Metric } from '@soquy/kernel';
import { showDay } from '../format/days.js';
import { ObjectLink } from '../ui/object-link.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { stands, type EntryItem } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { EventTold } from './event-told.js';
import { RowsHead } from './rows-head.js';

interface Props {
  readonly items: readonly EntryItem[];
  readonly unit: Metric['unit'];
  readonly count: string;
}

/** The entries of a sum, each with its event; those taken back are struck through. */
export function EntryRows({ items, unit, count }: Props) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  return (
    <>
      <RowsHead
        caption={words.entriesBehind({ n: count })}
        columns={[words.day, words.object]}
        number={unitWords[unit][language] || words.value}
      />
      <tbody>
        {items.map((item, index) => (
          <EntryRow key={`${item.eventId} ${index}`} item={item} />
        ))}
      </tbody>
    </>
  );
}

function EntryRow({ item }: { readonly item: EntryItem }) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  const { value, valueTo, qualifier } = item;
  const told = toldNumber({ value, qualifier, ...(valueTo !== undefined && { valueTo }), unknown: 1 }, language, (number) =>
    numberText(number, language),
  );
  const mark = item.negates ? words.takesBack : item.reversedBy ? words.takenBack : undefined;
  return (
    <tr className={stands(item) ? undefined : classes.reversed}>
      <td className={classes.day}>{showDay(item.effectiveOn)}</td>
      <td>
        <ObjectLink link={item.object} withCode />
        <EventTold event={item} />
      </td>
      <td className={classes.amount}>
        {stands(item) ? told : <s>{told}</s>}
        {mark && <span className={classes.small}>{mark}</span>}
      </td>
    </tr>
  );
}
