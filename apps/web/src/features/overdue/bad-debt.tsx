import { Text } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import type { Board, FigureRow, FigureRows } from '../../shared/api/answers.js';
import { isProblem } from '../../shared/api/problem.js';
import { useReads } from '../../shared/api/reads.js';
import { rowInput } from '../../shared/figures/computed-input.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { AGES, LATE_AGES } from '../../shared/lending/ageing.js';
import { debtGroupWords } from '../../shared/lending/debt-group.words.js';
import { badDebt, badFrom, type FundRules, type Owing } from '../../shared/lending/debt-groups.js';
import { useFundRules } from '../../shared/lending/use-fund-rules.js';
import { Failure } from '../../shared/ui/states.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { METRICS } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';
import { firstRows } from './use-overdue.js';

/** Customers in one request, so that no address grows too long for a server, and in all. */
const AT_ONCE = 100;
const MOST_CUSTOMERS = 2_000;

/** Outstanding principal of groups 3 to 5: of all loans of customers with a loan that is so long overdue. */
export function BadDebt() {
  const rules = useFundRules();
  return rules ? <OfRules rules={rules} /> : null;
}

function OfRules({ rules }: { readonly rules: FundRules }) {
  const from = badFrom(rules);
  const ages = LATE_AGES.filter((age) => AGES[age].to >= from);
  const { all, error, again } = useReads<FigureRows>(
    ages.map((debtAge) => ({ path: `/api/v1/figures/${METRICS.days}`, query: { groupBy: 'object', debtAge } })),
  );
  if (error) return hasTooMany(error) ? <TooMany /> : <Failure error={error} again={again} />;
  const late = all?.flatMap(({ rows }) => rows).filter(({ value }) => (value ?? 0) >= from);
  if (!late) return null;
  const customers = [...new Set(late.flatMap(({ organisation }) => organisation?.id ?? []))];
  if (customers.length > MOST_CUSTOMERS) return <TooMany />;
  return <OfCustomers rules={rules} late={late} customers={customers} />;
}

/** More loans of one age than an answer without pages has. */
const hasTooMany = (error: unknown): boolean =>
  isProblem(error) && (error.document.errors ?? []).some(({ code }) => code === 'tooManyGroups');

function TooMany() {
  const words = useScreenWords(debtGroupWords);
  const most = numberText(MOST_CUSTOMERS, useLanguage());
  return <Text>{`${words.badDebt}: ${words.badDebtTooMany({ most })}`}</Text>;
}

interface Props {
  readonly rules: FundRules;
  /** Days overdue of the loans that are long overdue. */
  readonly late: readonly FigureRow[];
  readonly customers: readonly string[];
}

function OfCustomers({ rules, late, customers }: Props) {
  const words = useScreenWords(debtGroupWords);
  const { outstanding, days } = useScreenWords(overdueWords);
  const boards = useReads<Board>(
    Array.from({ length: Math.ceil(customers.length / AT_ONCE) }, (_, nth) => {
      const among = customers.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE).join(',');
      return { path: '/api/v1/boards', query: { metrics: METRICS.outstanding, groupBy: 'organisation', among } };
    }),
  );
  const owing = firstRows(boards);
  if (boards.error) return <Failure error={boards.error} again={boards.again} />;
  if (!owing) return null;
  const compute = (debts: readonly number[], daysLate: readonly number[]) =>
    badDebt(
      rules,
      owing.map(({ key }, at): Owing => {
        const own = daysLate.filter((_, nth) => late[nth]!.organisation?.id === key);
        return { customerId: key ?? '', daysOverdue: Math.max(0, ...own), outstandingVnd: debts[at] ?? 0 };
      }),
    );
  const valuesOf = (rows: readonly FigureRow[]) => rows.map(({ value }) => value ?? 0);
  return (
    <Text component="div">
      {words.badDebt}:{' '}
      <ComputedNumber
        name="bad-debt"
        value={compute(valuesOf(owing), valuesOf(late))}
        unit="vnd"
        label={words.badDebt}
        formula={debtGroupWords.badDebtFormula}
        inputs={[...owing.map((figure) => rowInput(figure, outstanding)), ...late.map((figure) => rowInput(figure, days))]}
        again={(given) => compute(given.slice(0, owing.length), given.slice(owing.length))}
      />
    </Text>
  );
}
