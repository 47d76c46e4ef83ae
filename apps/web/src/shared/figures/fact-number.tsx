import { useSearch } from '@tanstack/react-router';
import type { CommonSearch } from '../as-of/as-of.js';
import { useLanguage } from '../words/language.js';
import { factId } from './figure-ids.js';
import { NumberButton } from './number-button.js';
import { valueExact, valueShort, type NumberUnit } from './number-units.js';
import { useOnPage } from './on-page.js';

interface Props {
  /** Whose value it is: the path of its list, and its id. */
  readonly noun: string;
  readonly id: string;
  /** The event whose value it is; without it, it is one of the object. */
  readonly event?: string;
  /** Field of the `data` that holds it; without it the events are found by the value. */
  readonly path?: string;
  readonly value: number;
  readonly unit: NumberUnit;
  readonly label: string;
  readonly size?: 'inline' | 'large';
}

/** A value recorded in an object; it opens to the events of that object which hold it. */
export function FactNumber({ noun, id, event, path, value, unit, label, size }: Props) {
  const language = useLanguage();
  const { unit: money } = useSearch({ strict: false }) as CommonSearch;
  const figure = factId({ noun, id, ...(event !== undefined && { event }), ...(path !== undefined && { path }), value, unit });
  useOnPage(figure, { kind: 'fact', value, unit, label });
  return (
    <NumberButton id={figure} label={label} exact={valueExact(value, unit, language)} {...(size && { size })}>
      {valueShort(value, unit, language, money)}
    </NumberButton>
  );
}
