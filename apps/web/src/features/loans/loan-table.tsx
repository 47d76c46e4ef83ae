import { useNavigate } from '@tanstack/react-router';
import type { ListItem } from '../../shared/api/answers.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { showDay } from '../../shared/format/days.js';
import { AmountTold } from '../../shared/objects/amount-told.js';
import { amountsOf } from '../../shared/objects/case-amounts.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink, pathOf } from '../../shared/ui/object-link.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useBorrowerNames, useByLoanShown } from './loan-rows.js';
import { loanWords } from './loans.words.js';

interface Props {
  readonly items: readonly ListItem[];
  readonly fund?: string | undefined;
}

/** Loans with what is owed of each on the page's day. */
export function LoanTable({ items, fund }: Props) {
  const words = useScreenWords(loanWords);
  const navigate = useNavigate();
  const columns = useColumns(items, fund);
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={items}
      keyOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: pathOf('loans', id) } as never)}
    />
  );
}

function useColumns(items: readonly ListItem[], fund: string | undefined): Column<ListItem>[] {
  const words = useScreenWords(loanWords);
  const say = useSay();
  const query = fund ? { fund } : {};
  const names = useBorrowerNames(query);
  const ids = items.map(({ id }) => id);
  const outstanding = useByLoanShown('loan.outstanding', ids, query);
  const days = useByLoanShown('loan.overdueDays', ids, query);
  return [
    { id: 'code', heading: words.code, cell: ({ code }) => code, sortBy: ({ code }) => code, isShort: true, isMinor: true },
    {
      id: 'borrower',
      heading: words.borrower,
      cell: ({ organisation: id }) =>
        id &&
        names &&
        (names.has(id) ? (
          <ObjectLink link={{ id, noun: 'organisations', title: names.get(id) ?? null }} />
        ) : (
          <ReferenceText noun="organisations" id={id} />
        )),
      sortBy: ({ organisation }) => names?.get(organisation ?? '') ?? '',
    },
    {
      id: 'purpose',
      heading: words.purpose,
      cell: (item) => <ObjectLink link={{ ...item, noun: 'loans' }} />,
      sortBy: ({ title }) => title,
    },
    {
      id: 'status',
      heading: words.status,
      cell: ({ status, statusWords }) => <StatusBadge status={status} words={statusWords} />,
      sortBy: ({ statusWords }) => say(statusWords),
    },
    {
      id: 'amount',
      heading: words.amount,
      isNumber: true,
      isMinor: true,
      cell: ({ id, code, data }) => {
        const [amount] = amountsOf('loans', data);
        return amount && <AmountTold noun="loans" id={id} title={code} amount={amount} isStacked />;
      },
      sortBy: ({ data }) => amountsOf('loans', data)[0]?.value ?? 0,
    },
    figureColumn('outstanding', words.outstanding, outstanding),
    figureColumn('days', words.overdueDays, days),
    {
      id: 'since',
      heading: words.since,
      isShort: true,
      isMinor: true,
      cell: ({ effectiveFrom }) => showDay(effectiveFrom),
      sortBy: ({ effectiveFrom }) => effectiveFrom,
    },
  ];
}

const figureColumn = (id: string, heading: string, rows: ReturnType<typeof useByLoanShown>): Column<ListItem> => ({
  id,
  heading,
  isNumber: true,
  cell: (item) => {
    const figure = rows.get(item.id);
    return figure && <FigureNumber figure={figure} label={`${item.code}: ${heading}`} />;
  },
  sortBy: (item) => rows.get(item.id)?.value ?? 0,
});
