import { Text } from '@mantine/core';
import type { Instalment } from '@soquy/lending';
import { ComputedNumber } from '../figures/computed-number.js';
import type { ComputedInput } from '../figures/computed-input.js';
import { showDay } from '../format/days.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { useScreenWords } from '../words/screen-words.js';
import { lendingWords, SCHEDULE_FORMULA } from './lending.words.js';

interface Props {
  /** Tells its numbers from those of another schedule on the page. */
  readonly name: string;
  readonly schedule: readonly Instalment[];
  readonly inputs: readonly ComputedInput[];
}

interface Line extends Instalment {
  readonly balance: number;
}

const sum = (lines: readonly Instalment[], of: (line: Instalment) => number) => lines.reduce((all, line) => all + of(line), 0);

function withBalance(schedule: readonly Instalment[]): Line[] {
  let balance = sum(schedule, ({ principal }) => principal);
  return schedule.map((line) => ({ ...line, balance: (balance -= line.principal) }));
}

const PARTS = {
  principal: ({ principal }: Line) => principal,
  interest: ({ interest }: Line) => interest,
  total: ({ principal, interest }: Line) => principal + interest,
  balance: ({ balance }: Line) => balance,
};
type Part = keyof typeof PARTS;

/** What would fall due, line by line; every number opens to the terms it follows from. */
export function ScheduleTable({ name, schedule, inputs }: Props) {
  const words = useScreenWords(lendingWords);
  const lines = withBalance(schedule);
  const number = (part: Part): Column<Line> => ({
    id: part,
    heading: words[part],
    isNumber: true,
    isMinor: part === 'balance',
    cell: (line) => (
      <ComputedNumber
        name={`${name}-${part}-${line.number}`}
        value={PARTS[part](line)}
        unit="vnd"
        label={words.cell({ number: line.number, what: words[part] })}
        formula={SCHEDULE_FORMULA}
        inputs={inputs}
      />
    ),
  });
  const total = (part: Exclude<Part, 'balance'>) => (
    <ComputedNumber
      name={`${name}-${part}-all`}
      value={sum(lines, (line) => PARTS[part](line as Line))}
      unit="vnd"
      label={`${words.all}: ${words[part]}`}
      formula={SCHEDULE_FORMULA}
      inputs={inputs}
    />
  );
  const columns: Column<Line>[] = [
    { id: 'number', heading: words.number, cell: ({ number: told }) => told, isShort: true },
    { id: 'dueOn', heading: words.dueOn, cell: (line) => <DueDay line={line} />, isShort: true },
    number('principal'),
    number('interest'),
    number('total'),
    number('balance'),
  ];
  return (
    <DataTable
      caption={words.schedule}
      columns={columns}
      rows={lines}
      keyOf={({ number: told }) => String(told)}
      footer={[words.all, '', total('principal'), total('interest'), total('total'), '']}
    />
  );
}

/** The day it falls due, and the one it was moved from. */
export function DueDay({ line: { dueOn, nominalOn } }: { readonly line: Pick<Instalment, 'dueOn' | 'nominalOn'> }) {
  const words = useScreenWords(lendingWords);
  if (dueOn === nominalOn) return showDay(dueOn);
  return (
    <>
      {showDay(dueOn)}
      <Text
        span
        size="xs"
        c="dimmed"
        title={words.shifted({ day: showDay(nominalOn) })}
        aria-label={words.shifted({ day: showDay(nominalOn) })}
      >
        {' '}
        ⤳
      </Text>
    </>
  );
}
