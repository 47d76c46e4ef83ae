import { useCatalogue } from '../api/use-catalogue.js';
import { useSay } from '../words/language.js';
import { factsToShow, fieldWords, unitBeside } from './fact-meaning.js';
import { FactText, type FactOwner } from './fact-text.js';
import classes from './timeline.module.css';

interface Props {
  readonly category: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the values were recorded: the object, or one event of it; `path`: the part of its data that they are fields of. */
  readonly of?: FactOwner;
}

/** Everything recorded of an object or by an event, each under its name. */
export function FactList({ category, data, of }: Props) {
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
              of={of && { ...of, path: of.path === undefined ? field : `${of.path}.${field}` }}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
