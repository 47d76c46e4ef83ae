import { Text } from '@mantine/core';
import { rowInput, rowLabel } from '../../shared/figures/computed-input.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { portfolioAtRisk } from '../../shared/lending/ageing.js';
import { debtGroupWords } from '../../shared/lending/debt-group.words.js';
import { badDebt, type Owing } from '../../shared/lending/debt-groups.js';
import { useFundRules } from '../../shared/lending/use-fund-rules.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { sumOf } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';
import type { Overdue } from './use-overdue.js';

const DAYS_AT_RISK = 30;

/** Outstanding principal of loans long overdue, as a share of all. */
export function AtRisk({ overdue: { lines, answers } }: { readonly overdue: Overdue }) {
  const words = useScreenWords(overdueWords);
  const atRisk = lines.filter(({ days }) => days > DAYS_AT_RISK);
  const all = answers.outstanding.rows;
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const late = new Set(atRisk.map(({ id }) => id));
  return (
    <Text component="div">
      {words.par}:{' '}
      <ComputedNumber
        name="par30"
        value={portfolioAtRisk(sumOf(atRisk, 'outstanding'), sum(all.map(({ value }) => value ?? 0)))}
        unit="basisPoints"
        label={words.par}
        formula={overdueWords.parFormula}
        inputs={all.map((figure) => ({
          label: `${late.has(figure.key ?? '') ? '> 30: ' : ''}${rowLabel(figure)}`,
          figure,
        }))}
        again={(given) => portfolioAtRisk(sum(given.filter((_, index) => late.has(all[index]!.key ?? ''))), sum(given))}
      />
    </Text>
  );
}

/** Outstanding principal of groups 3 to 5, from outstanding and days overdue of every loan. */
export function BadDebt({ overdue: { answers } }: { readonly overdue: Overdue }) {
  const words = useScreenWords(debtGroupWords);
  const { outstanding, days } = useScreenWords(overdueWords);
  const rules = useFundRules();
  if (!rules) return null;
  const owing = answers.outstanding.rows;
  const late = answers.days.rows;
  const compute = (debts: readonly number[], daysLate: readonly number[]) => {
    const daysOf = new Map(late.map(({ key }, index) => [key, daysLate[index]]));
    return badDebt(
      rules,
      owing.map(({ key, organisation }, index): Owing => {
        const customerId = organisation?.id ?? key ?? '';
        return { customerId, daysOverdue: daysOf.get(key) ?? 0, outstandingVnd: debts[index] ?? 0 };
      }),
    );
  };
  const valuesOf = (rows: typeof owing) => rows.map(({ value }) => value ?? 0);
  const inputsOf = (rows: typeof owing, what: string) => rows.map((figure) => rowInput(figure, what));
  return (
    <Text component="div">
      {words.badDebt}:{' '}
      <ComputedNumber
        name="bad-debt"
        value={compute(valuesOf(owing), valuesOf(late))}
        unit="vnd"
        label={words.badDebt}
        formula={debtGroupWords.badDebtFormula}
        inputs={[...inputsOf(owing, outstanding), ...inputsOf(late, days)]}
        again={(given) => compute(given.slice(0, owing.length), given.slice(owing.length))}
      />
    </Text>
  );
}
