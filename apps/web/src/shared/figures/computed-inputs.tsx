import type { ReactNode } from 'react';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { computedWords } from './computed.words.js';
import classes from './evidence.module.css';
import { FactNumber } from './fact-number.js';
import { FigureNumber } from './figure-number.js';
import { valueExact } from './number-units.js';
import type { ComputedInput } from './computed-input.js';

/** What a number was computed from; figures and facts open further. */
export function ComputedInputs({ inputs }: { readonly inputs: readonly ComputedInput[] }) {
  const words = useScreenWords(computedWords);
  if (inputs.length === 0) return words.nothing;
  return (
    <table className={classes.items}>
      <caption>{words.inputs}</caption>
      <tbody>
        {inputs.map((input, index) => (
          <tr key={`${input.label} ${index}`}>
            <th scope="row">{input.label}</th>
            <td className={classes.amount}>
              <Given input={input} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Given({ input }: { readonly input: ComputedInput }): ReactNode {
  const language = useLanguage();
  if ('figure' in input) return <FigureNumber figure={input.figure} label={input.label} />;
  if ('fact' in input) return <FactNumber {...input.fact} label={input.label} />;
  return 'text' in input ? input.text : valueExact(input.value, input.unit, language);
}
