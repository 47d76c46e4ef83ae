import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Column } from '../../shared/ui/data-table.js';
import { Failure } from '../../shared/ui/states.js';
import { useMoney, useMoneyColumns, type MoneyTable } from './money-columns.js';

type Columns = Column<{ readonly id: string; readonly title: string }>[];

interface Props {
  readonly children: (columns: Columns) => ReactNode;
}

/** Columns of every programme's money, once they are there. */
export function ByProgramme({ children }: Props) {
  const { data, error } = useMoney({ groupBy: 'programme' });
  if (error) return <Failure error={error} />;
  return data ? <WithColumns money={data}>{children}</WithColumns> : <Skeleton height={160} />;
}

function WithColumns({ money, children }: Props & { readonly money: MoneyTable }) {
  return children(useMoneyColumns(money));
}
