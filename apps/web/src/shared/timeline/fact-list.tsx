import { useCatalogue } from '../api/use-catalogue.js';
import { useSay } from '../words/language.js';
import { factsToShow, fieldWords, unitBeside } from './fact-meaning.js';
import { FactText } from './fact-text.js';
import classes from './timeline.module.css';

interface Props {
  readonly category: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the values were recorded; `isState`: they are fields of the object itself. */
  readonly of?: { readonly noun: string; readonly id: string };
  readonly isState?: boolean;
}

/** Everything recorded of an object or by an event, each under its name. */
export function FactList({ category, data, of, isState = false }: Props) {
  const say = useSay();
  const catalogue = useCatalogue();
  const unit = unitBeside(catalogue, data);
  return (
    <dl className={classes.facts}>
      {factsToShow(category, data).map(([field, value]) => (
        <div key={field} className={classes.fact}>
          <dt>{say(fieldWords(catalogue, category, field))}</dt>
          <dd>
            <FactText
              category={category}
              field={field}
              value={value}
              unit={unit}
              of={of && { ...of, ...(isState && { path: field }) }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
