import { useNavigate } from '@tanstack/react-router';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { DebtGroupNumber } from '../../shared/lending/debt-group-number.js';
import { debtGroupWords } from '../../shared/lending/debt-group.words.js';
import { ageOf } from '../../shared/lending/ageing.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink, pathOf } from '../../shared/ui/object-link.js';
import { useFundRules } from '../../shared/lending/use-fund-rules.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { AgeSum } from './age-board.js';
import { sumOf, type Measure, type OverdueLine } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';

/** Overdue loans line by line, the longest overdue first. */
export function OverdueTable({ lines }: { readonly lines: readonly OverdueLine[] }) {
  const words = useScreenWords(overdueWords);
  const rules = useFundRules();
  const { debtGroup } = useScreenWords(debtGroupWords);
  const late = lines.flatMap(({ figures }) => figures.days ?? []);
  const navigate = useNavigate();
  const number = (name: Measure): Column<OverdueLine> => ({
    id: name,
    heading: words[name],
    isNumber: true,
    isMinor: name === 'outstanding',
    cell: ({ code, figures }) => figures[name] && <FigureNumber figure={figures[name]} label={`${code}: ${words[name]}`} />,
    sortBy: (line) => sumOf([line], name),
  });
  const columns: Column<OverdueLine>[] = [
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
      cell: ({ days }) => words[ageOf(days)!],
      sortBy: ({ days }) => days,
    },
    {
      id: 'group',
      heading: debtGroup,
      isNumber: true,
      isMinor: true,
      cell: ({ id, code, borrower }) =>
        rules && borrower && <DebtGroupNumber loan={{ id, code }} customerId={borrower.id} late={late} rules={rules} />,
    },
    number('days'),
    number('principal'),
    number('interest'),
    number('outstanding'),
  ];
  const total = (of: Measure) => <AgeSum key={of} name="all" lines={lines} of={of} isBare />;
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={lines}
      keyOf={({ id }) => id}
      sort={{ id: 'days', desc: true }}
      onOpen={({ id }) => void navigate({ to: pathOf('loans', id) } as never)}
      footer={[words.all, '', '', '', '', total('principal'), total('interest'), total('outstanding')]}
    />
  );
}
