import { Text } from '@mantine/core';
import type { FigureRow, FigureRows } from '../api/answers.js';
import { ComputedNumber } from '../figures/computed-number.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { debtGroupWords } from './debt-group.words.js';
import { customerGroup, fundRulesOn } from './debt-groups.js';

interface Props {
  readonly loan: { readonly id: string; readonly code: string };
  readonly customerId: string;
  /** Days overdue of late loans: the customer's, others' may be among them. */
  readonly late: readonly FigureRow[];
  readonly day: string;
  /** Large: its name stands below. */
  readonly size?: 'inline' | 'large';
}

const daysIn = (rows: readonly FigureRow[]) => rows.map(({ value }) => value ?? 0);

/** The group a loan is in on a day, which opens to the days overdue of all loans of its customer. */
export function DebtGroupNumber({ loan, customerId, late, day, size = 'inline' }: Props) {
  const words = useScreenWords(debtGroupWords);
  const language = useLanguage();
  const rules = fundRulesOn(day);
  if (!rules) return null;
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
        ...own.map((figure) => ({ label: `${figure.code ?? ''} ${figure.label ?? ''}`, figure })),
        { label: words.rules, text: `${rules.words[language]}, ${rules.columns[0]!.source}` },
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
