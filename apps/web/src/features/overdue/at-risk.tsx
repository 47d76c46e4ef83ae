import { Text } from '@mantine/core';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { AGES, portfolioAtRisk, type AgeName } from '../../shared/lending/ageing.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { overdueWords } from './overdue.words.js';
import type { Overdue } from './use-overdue.js';

const DAYS_AT_RISK = 30;

/** Outstanding principal of loans long overdue, as a share of all. */
export function AtRisk({ overdue: { outstanding } }: { readonly overdue: Overdue }) {
  const words = useScreenWords(overdueWords);
  const say = useSay();
  const isAtRisk = outstanding.map(({ key }) => AGES[key as AgeName].from > DAYS_AT_RISK);
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const share = (values: readonly number[]) => portfolioAtRisk(sum(values.filter((_, at) => isAtRisk[at])), sum(values));
  return (
    <Text component="div">
      {words.par}:{' '}
      <ComputedNumber
        name="par30"
        value={share(outstanding.map(({ value }) => value ?? 0))}
        unit="basisPoints"
        label={words.par}
        formula={overdueWords.parFormula}
        inputs={outstanding.map((figure) => ({ label: say(AGES[figure.key as AgeName].words), figure }))}
        again={share}
      />
    </Text>
  );
}
