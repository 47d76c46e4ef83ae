import { Text } from '@mantine/core';
import type { DebtGroup } from '@soquy/lending';
import type { FigureRow, FigureRows } from '../api/answers.js';
import { rowInput, type ComputedInput } from '../figures/computed-input.js';
import { ComputedNumber } from '../figures/computed-number.js';
import { useScreenWords } from '../words/screen-words.js';
import { debtGroupWords } from './debt-group.words.js';
import { BOUNDS_RULE, customerGroup, type FundRules } from './debt-groups.js';

interface Props {
  readonly loan: { readonly id: string; readonly code: string };
  readonly customerId: string;
  /** Days overdue of late loans: the customer's, others' may be among them. */
  readonly late: readonly FigureRow[];
  readonly rules: FundRules;
  /** Large: its name stands below. */
  readonly size?: 'inline' | 'large';
}

const boundsOf = (
  { bounds: { path, value } }: FundRules,
  label: (of: { group: DebtGroup }) => string,
): readonly ComputedInput[] =>
  value.map((days, index) => ({
    label: label({ group: (index + 2) as DebtGroup }),
    fact: { noun: 'rules', id: BOUNDS_RULE, path: `${path}.${index}`, value: days, unit: 'day' },
  }));

const daysIn = (rows: readonly FigureRow[]) => rows.map(({ value }) => value ?? 0);

/** The group a loan is in on a day, which opens to the days overdue of all loans of its customer. */
export function DebtGroupNumber({ loan, customerId, late, rules, size = 'inline' }: Props) {
  const words = useScreenWords(debtGroupWords);
  const own = late.filter(({ organisation }) => organisation?.id === customerId);
  const group = customerGroup(rules, daysIn(own));
  const number = (
    <ComputedNumber
      name={`debt-group-${loan.id}`}
      value={group}
      unit="count"
      label={`${loan.code}: ${words.debtGroup}`}
      formula={debtGroupWords.formula}
      inputs={[
        ...own.map((figure) => rowInput(figure)),
        ...boundsOf(rules, words.boundOf),
        { label: words.source, text: rules.bounds.source },
      ]}
      again={{
        path: '/api/v1/figures/loan.overdueDays',
        query: { organisation: customerId, groupBy: 'object' },
        from: ({ rows }: FigureRows) => customerGroup(rules, daysIn(rows)),
      }}
      size={size}
    >
      {`${group}`}
    </ComputedNumber>
  );
  if (size === 'inline') return number;
  return (
    <>
      {number}
      <Text size="sm">{words.group({ group })}</Text>
    </>
  );
}
