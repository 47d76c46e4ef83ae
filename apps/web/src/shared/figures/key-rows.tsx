import { numberText, type Words } from '@soquy/kernel';
import { ObjectLink } from '../ui/object-link.js';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { KeyItem } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { NumberButton } from './number-button.js';
import { RowsHead } from './rows-head.js';

interface Props {
  readonly items: readonly KeyItem[];
  /** What is counted. */
  readonly label: Words;
  readonly count: string;
}

/** The different keys of a count; the entries of each open as a figure of their own. */
export function KeyRows({ items, label, count }: Props) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  const say = useSay();
  return (
    <>
      <RowsHead caption={words.keysBehind({ n: count })} columns={[words.key]} number={words.entries} />
      <tbody>
        {items.map(({ key, object, entries, figureId }) => {
          const number = numberText(entries, language);
          const name = object?.title ?? key ?? words.notKnown;
          return (
            <tr key={key ?? ''}>
              <td>{object ? <ObjectLink link={object} withCode /> : name}</td>
              <td className={classes.amount}>
                <NumberButton id={figureId} label={`${say(label)}, ${name}`} exact={number}>
                  {number}
                </NumberButton>
              </td>
            </tr>
          );
        })}
      </tbody>
    </>
  );
}
