import { Stack, Text, Title } from '@mantine/core';
import { addMonths, type Day } from '@soquy/kernel';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { today } from '../../shared/as-of/as-of.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { showDay } from '../../shared/format/days.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { Empty, Loaded } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { inboxWords } from './inbox.words.js';

/** What is due to the end of a month is what will be overdue on the first day after it. */
const firstOfNextMonth = (day: Day): Day => `${addMonths(`${day.slice(0, 7)}-01`, 1).slice(0, 7)}-01`;

interface LoanLine {
  readonly id: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly borrower: FigureRow['organisation'];
  readonly principal?: FigureRow;
  readonly interest?: FigureRow;
  readonly days?: FigureRow;
}

/** One line a loan, from several metrics grouped by loan. */
function linesOf(parts: Readonly<Partial<Record<'principal' | 'interest' | 'days', FigureRows>>>): LoanLine[] {
  const lines = new Map<string, LoanLine>();
  for (const [name, answer] of Object.entries(parts))
    for (const row of answer?.rows ?? [])
      if (row.key !== null && row.value) {
        const { id, code, title, borrower, ...rest } = lines.get(row.key) ?? {
          id: row.key,
          code: row.code ?? null,
          title: row.label ?? null,
          borrower: row.organisation,
        };
        lines.set(row.key, { id, code, title, borrower, ...rest, [name]: row });
      }
  return [...lines.values()];
}

function useOverdueOn(day: Day) {
  const query = { groupBy: 'object', effectiveTo: day };
  const principal = useRead<FigureRows>('/api/v1/figures/loan.overduePrincipal', query, { asOf: false });
  const interest = useRead<FigureRows>('/api/v1/figures/loan.overdueInterest', query, { asOf: false });
  const days = useRead<FigureRows>('/api/v1/figures/loan.overdueDays', query, { asOf: false });
  const isThere = principal.data && interest.data && days.data;
  const data = isThere && linesOf({ principal: principal.data, interest: interest.data, days: days.data });
  const error = principal.error ?? interest.error ?? days.error;
  return { data, error, isPlaceholderData: false, refetch: principal.refetch } as const;
}

export function DueThisMonth() {
  const words = useScreenWords(inboxWords);
  const day = firstOfNextMonth(today());
  return (
    <LoanSection
      title={words.due}
      note={words.dueCaption({ day: showDay(day) })}
      none={words.dueNone}
      day={day}
      withDays={false}
    />
  );
}

export function OverdueNow() {
  const words = useScreenWords(inboxWords);
  return <LoanSection title={words.overdue} none={words.overdueNone} day={today()} withDays />;
}

interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly none: string;
  readonly day: Day;
  readonly withDays: boolean;
}

function LoanSection({ title, note, none, day, withDays }: SectionProps) {
  const answer = useOverdueOn(day);
  const columns = useColumns(withDays);
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {note && <Text c="dimmed">{note}</Text>}
      <Loaded of={answer as never}>
        {(lines: readonly LoanLine[]) =>
          lines.length === 0 ? (
            <Empty>{none}</Empty>
          ) : (
            <DataTable caption={title} columns={columns} rows={lines} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Stack>
  );
}

function useColumns(withDays: boolean): Column<LoanLine>[] {
  const words = useScreenWords(inboxWords);
  const number = (name: 'principal' | 'interest' | 'days', heading: string): Column<LoanLine> => ({
    id: name,
    heading,
    isNumber: true,
    cell: (line) => line[name] && <FigureNumber figure={line[name]} label={`${line.title ?? line.code ?? ''}: ${heading}`} />,
    sortBy: (line) => line[name]?.value ?? 0,
  });
  return [
    {
      id: 'loan',
      heading: words.loan,
      cell: ({ id, code, title, borrower }) => (
        <>
          <ObjectLink link={{ id, noun: 'loans', code, title }} withCode />
          {borrower && (
            <Text size="sm" component="div" lh="26px">
              <ObjectLink link={{ ...borrower, noun: 'organisations' }} />
            </Text>
          )}
        </>
      ),
      sortBy: ({ code }) => code ?? '',
    },
    number('principal', words.principal),
    number('interest', words.interest),
    ...(withDays ? [number('days', words.overdueDays)] : []),
  ];
}
