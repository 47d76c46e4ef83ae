import { figureText } from '@soquy/kernel';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { Part } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { NumberButton } from './number-button.js';

/** What a ratio or formula is made of; each part opens its own evidence. */
export function EvidenceParts({ parts }: { readonly parts: readonly Part[] }) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
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
              <NumberButton id={part.figureId} label={say(part.words)} exact={figureText(part, language)}>
                {figureText(part, language)}
              </NumberButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
