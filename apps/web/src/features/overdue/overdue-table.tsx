import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Board, FigureRow } from '../../shared/api/answers.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { DebtGroupNumber } from '../../shared/lending/debt-group-number.js';
import { debtGroupWords } from '../../shared/lending/debt-group.words.js';
import { ageOf, AGES, LATE_AGES } from '../../shared/lending/ageing.js';
import { useListPages } from '../../shared/objects/use-list-pages.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink, pathOf } from '../../shared/ui/object-link.js';
import { MoreButton } from '../../shared/ui/more-rows.js';
import { Failure } from '../../shared/ui/states.js';
import { useFundRules } from '../../shared/lending/use-fund-rules.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { boardOf, linesOf, type LoanLine, type Measure } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';
import type { Overdue } from './use-overdue.js';

const SHOWN = ['days', 'principal', 'interest', 'outstanding'] as const satisfies readonly Measure[];

/** Overdue loans line by line, the longest overdue first, page after page. */
export function OverdueTable({ overdue }: { readonly overdue: Overdue }) {
  const words = useScreenWords(overdueWords);
  const pages = useListPages<Board>('boards', boardOf(SHOWN));
  if (pages.error && !pages.data) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return <Skeleton height={320} />;
  const lines = pages.data.pages.flatMap((page) => linesOf(page, SHOWN));
  return (
    <Stack gap="xs">
      <Lines lines={lines} overdue={overdue} isWhole={!pages.hasNextPage} />
      {pages.hasNextPage && (
        <Group>
          <MoreButton isFetching={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
          <Text size="sm" c="dimmed" role="status" component="div">
            {words.firstOf({ count: lines.length })}{' '}
            <FigureNumber figure={overdue.all.count} label={words.count}>
              {words.loans({ count: overdue.all.count.value ?? 0 })}
            </FigureNumber>
          </Text>
        </Group>
      )}
    </Stack>
  );
}

interface LinesProps {
  readonly lines: readonly LoanLine[];
  readonly overdue: Overdue;
  /** All loans are there, so that they may be put into another order. */
  readonly isWhole: boolean;
}

function Lines({ lines, overdue: { all, ofAge }, isWhole }: LinesProps) {
  const words = useScreenWords(overdueWords);
  const navigate = useNavigate();
  const columns = useColumns(lines).map(({ sortBy, ...column }) => ({ ...column, ...(isWhole && sortBy && { sortBy }) }));
  const ofAges = (measure: 'interest' | 'outstanding') => LATE_AGES.map((age) => ofAge(measure, age));
  return (
    <DataTable
      key={isWhole ? 'whole' : 'part'}
      caption={words.title}
      columns={columns}
      rows={lines}
      keyOf={({ id }) => id}
      {...(isWhole && { sort: { id: 'days', desc: true } })}
      onOpen={({ id }) => void navigate({ to: pathOf('loans', id) } as never)}
      footer={[
        words.all,
        '',
        '',
        '',
        '',
        <FigureNumber key="principal" figure={all.principal} label={`${words.all}: ${words.principal}`} />,
        <Whole key="interest" name="overdue-interest-all" ages={ofAges('interest')} label={`${words.all}: ${words.interest}`} />,
        <Whole
          key="outstanding"
          name="overdue-outstanding-all"
          ages={ofAges('outstanding')}
          label={`${words.all}: ${words.outstanding}`}
        />,
      ]}
    />
  );
}

interface WholeProps {
  readonly name: string;
  /** Of each age of arrears. */
  readonly ages: readonly FigureRow[];
  readonly label: string;
}

/** Of late loans alone: one that owes late interest only is not late, and stands in no line. */
function Whole({ name, ages, label }: WholeProps) {
  const say = useSay();
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  return (
    <ComputedNumber
      name={name}
      value={sum(ages.map(({ value }) => value ?? 0))}
      unit="vnd"
      label={label}
      formula={overdueWords.lateFormula}
      inputs={ages.map((figure, at) => ({ label: say(AGES[LATE_AGES[at]!].words), figure }))}
      again={sum}
    />
  );
}

function useColumns(lines: readonly LoanLine[]): Column<LoanLine>[] {
  const words = useScreenWords(overdueWords);
  const say = useSay();
  const rules = useFundRules();
  const { debtGroup } = useScreenWords(debtGroupWords);
  // The longest overdue loan of a customer comes first and makes the group of all of them.
  const late = lines.flatMap(({ figures }) => figures.days ?? []);
  const daysOf = ({ figures }: LoanLine) => figures.days?.value ?? 0;
  const number = (name: Measure): Column<LoanLine> => ({
    id: name,
    heading: words[name as 'days'],
    isNumber: true,
    isMinor: name === 'outstanding',
    cell: ({ code, figures }) =>
      figures[name] && <FigureNumber figure={figures[name]} label={`${code}: ${words[name as 'days']}`} />,
    sortBy: ({ figures }) => figures[name]?.value ?? 0,
  });
  return [
    {
      id: 'loan',
      heading: words.loan,
      cell: ({ id, code, title }) => <ObjectLink link={{ id, noun: 'loans', code, title }} withCode />,
      sortBy: ({ code }) => code,
    },
    {
      id: 'borrower',
      heading: words.borrower,
      cell: ({ borrower }) => borrower && <ObjectLink link={{ ...borrower, noun: 'organisations' }} />,
      sortBy: ({ borrower }) => borrower?.title ?? '',
    },
    {
      id: 'age',
      heading: words.age,
      isShort: true,
      isMinor: true,
      cell: (line) => say(AGES[ageOf(daysOf(line))].words),
      sortBy: daysOf,
    },
    {
      id: 'group',
      heading: debtGroup,
      isNumber: true,
      isMinor: true,
      cell: ({ id, code, borrower }) =>
        rules && borrower && <DebtGroupNumber loan={{ id, code }} customerId={borrower.id} late={late} rules={rules} />,
    },
    ...SHOWN.map(number),
  ];
}
