import { Text } from '@mantine/core';
import type { EventLine, Schemas } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { changedValues } from './changed-values.js';
import { fieldWords } from './fact-meaning.js';
import { FactText } from './fact-text.js';
import classes from './timeline.module.css';
import { timelineWords } from './timeline.words.js';

interface Props {
  readonly category: string;
  readonly old: Pick<EventLine, 'effectiveOn' | 'data' | 'evidence'>;
  readonly replacement: Schemas['Replacement'];
}

/** What a correction changes, value by value: the old one struck through, the new one beside it. */
export function OldNew({ category, old, replacement }: Props) {
  const words = useScreenWords(timelineWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const changed = changedValues(old, replacement);
  if (changed.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.sameValues}
      </Text>
    );
  return (
    <dl className={classes.facts} aria-label={words.oldNew}>
      {changed.map(({ field, from, to }) => (
        <div key={field} className={classes.fact}>
          <dt>{say(fieldWords(catalogue, category, field))}</dt>
          <dd>
            {from === undefined ? (
              words.notGiven
            ) : (
              <del className={classes.struck}>
                <FactText category={category} field={field} value={from} />
              </del>
            )}
            {' → '}
            <strong>
              <FactText category={category} field={field} value={to} />
            </strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
