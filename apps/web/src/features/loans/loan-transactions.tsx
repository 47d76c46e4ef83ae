import { Anchor, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FactNumber } from '../../shared/figures/fact-number.js';
import { showDay } from '../../shared/format/days.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { Empty, Failure } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { LoanAnswer } from './loan-answer.js';
import classes from './loans.module.css';
import { loanWords } from './loans.words.js';
import type { MoneyEvent } from './transactions.js';
import { useTransactions } from './use-transactions.js';

/** Every disbursement and payment; what was taken back stays, struck through. */
export function LoanTransactions({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const { data, error } = useTransactions(loan.id);
  const columns = useColumns(loan.id);
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton height={200} />;
  if (data.length === 0) return <Empty>{words.noTransactions}</Empty>;
  return <DataTable caption={words.transactions} columns={columns} rows={data} keyOf={({ event }) => event.eventId} />;
}

function useColumns(id: string): Column<MoneyEvent>[] {
  const words = useScreenWords(loanWords);
  const say = useSay();
  const money = (name: 'amountVnd' | 'principalVnd' | 'interestVnd', heading: string): Column<MoneyEvent> => ({
    id: name,
    heading,
    isNumber: true,
    cell: (each) =>
      each[name] !== undefined && (
        <span className={each.isReversed ? classes.struck : undefined}>
          <FactNumber
            noun="loans"
            id={id}
            event={each.event.eventId}
            path={name === 'amountVnd' ? each.amountField : name}
            value={each[name]}
            unit="vnd"
            label={`${say(each.event.words)} ${showDay(each.on)}: ${heading}`}
          />
        </span>
      ),
    sortBy: (each) => each[name] ?? 0,
  });
  return [
    { id: 'on', heading: words.day, cell: ({ on }) => showDay(on), sortBy: ({ on }) => on, isShort: true },
    {
      id: 'kind',
      heading: words.kind,
      cell: ({ event, isReversed }) => (
        <>
          {say(event.words)}
          {isReversed && (
            <Text span size="sm" c="dimmed">
              {' '}
              ({words.reversed})
            </Text>
          )}
        </>
      ),
    },
    money('amountVnd', words.moneyOfDay),
    money('principalVnd', words.principal),
    money('interestVnd', words.interest),
    { id: 'voucher', heading: words.voucher, cell: ({ voucher }) => voucher, isMinor: true },
    {
      id: 'correct',
      heading: words.takeBack,
      isMinor: true,
      cell: ({ event, isReversed, on }) =>
        !isReversed && (
          <Anchor
            component={Link}
            to="."
            size="sm"
            search={((before: object) => ({ ...before, tab: 'timeline', reverse: event.eventId })) as never}
            aria-label={`${words.takeBack}: ${say(event.words)} ${showDay(on)}`}
          >
            {words.takeBack}
          </Anchor>
        ),
    },
  ];
}
