import type { ReactNode } from 'react';
import { isDay } from '@soquy/kernel';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { unitOfField } from '../../shared/figures/figure-ids.js';
import { valueExact } from '../../shared/figures/number-units.js';
import { useValueNames } from '../../shared/figures/use-value-name.js';
import { showDay } from '../../shared/format/days.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { eventWords } from './event.words.js';
import classes from './event.module.css';

interface Props {
  readonly category: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Recorded data by the names people know the fields by; whatever has none stands under its own name. */
export function EventData({ category, data }: Props) {
  const catalogue = useCatalogue();
  const say = useSay();
  const fields = catalogue.kindOf(category)?.fields ?? {};
  return (
    <dl className={classes.told}>
      {Object.entries(data).map(([name, value]) => (
        <div key={name}>
          <dt>{fields[name] ? say(fields[name]) : name}</dt>
          <dd>
            <Value category={category} name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  readonly category: string;
  readonly name: string;
  readonly value: unknown;
}

function Value({ category, name, value }: ValueProps): ReactNode {
  const words = useScreenWords(eventWords);
  const language = useLanguage();
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return valueExact(value, unitOfField(name), language);
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((each, index) => (
      <div key={index}>
        <Value category={category} name={name} value={each} />
      </div>
    ));
  if (typeof value === 'object') return <EventData category={category} data={value as Props['data']} />;
  return <Word name={name} value={value as string} />;
}

/** Ids by what they name, words of the catalogue in words, days as days. */
function Word({ name, value }: { readonly name: string; readonly value: string }) {
  const catalogue = useCatalogue();
  const say = useSay();
  const [named] = useValueNames([[name.replace(/Id$/, ''), value]]);
  const enumWords = catalogue.enumWords(name, value);
  if (enumWords) return say(enumWords);
  if (isDay(value)) return showDay(value);
  return name.endsWith('Id') ? named : value;
}
