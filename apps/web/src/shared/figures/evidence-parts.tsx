import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { Part } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { FigureNumber } from './figure-number.js';

/** What a ratio or formula is made of; each part opens its own evidence. */
export function EvidenceParts({ parts }: { readonly parts: readonly Part[] }) {
  const words = useScreenWords(evidenceWords);
  const say = useSay();
  return (
    <table className={classes.items}>
      <caption>{words.partsBehind}</caption>
      <thead>
        <tr>
          <th scope="col">{words.part}</th>
          <th scope="col" className={classes.amount}>
            {words.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.role} ${part.figureId}`}>
            <td>
              {say(part.words)}
              <span className={classes.small}>{words[part.role]}</span>
            </td>
            <td className={classes.amount}>
              <FigureNumber figure={part} label={say(part.words)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
