import { Anchor, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { usePeriod } from '../../shared/as-of/period.js';
import { rowInput } from '../../shared/figures/computed-input.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { Sentence } from '../../shared/words/sentence.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { overviewWords } from './overview.words.js';
import { SpentShare, TimeGone } from './shares.js';
import type { Spending } from './spending.js';
import { useSpending } from './use-spending.js';

const LONG_OVERDUE_DAYS = 90;
/** A programme is slow when its spending is behind the time by more than this, in percent. */
const BEHIND_PERCENT = 20;

/** What a leader should look at, each with the way there. */
export function Attention() {
  const words = useScreenWords(overviewWords);
  const { until } = usePeriod();
  const overdue = useRead<FigureRows>('/api/v1/figures/loan.overdueDays', { groupBy: 'object', effectiveTo: until });
  const { data: spending } = useSpending();
  return (
    <Stack gap="xs" component="section" aria-label={words.attention}>
      <Title order={2} size="h4">
        {words.attention}
      </Title>
      {overdue.data && spending ? <Points overdue={overdue.data.rows} spending={spending} /> : <Skeleton height={80} />}
    </Stack>
  );
}

interface PointsProps {
  readonly overdue: readonly FigureRow[];
  readonly spending: readonly Spending[];
}

function Points({ overdue, spending }: PointsProps) {
  const words = useScreenWords(overviewWords);
  const { timeGone } = usePeriod();
  const long = overdue.filter(isLong);
  const over = spending.filter(({ percent }) => percent > 100);
  const slow = spending.filter(({ percent }) => timeGone * 100 - percent > BEHIND_PERCENT);
  if (long.length + over.length + slow.length === 0) return <Text c="dimmed">{words.calm}</Text>;
  const told = (line: Spending) => ({ spent: <SpentShare line={line} />, time: <TimeGone /> });
  return (
    <List spacing={4}>
      {long.length > 0 && <LongOverdue rows={long} />}
      {over.map((line) => (
        <Programme key={line.key} line={line}>
          <Sentence text={words.overspent({ name: line.label })} parts={told(line)} />
        </Programme>
      ))}
      {slow.map((line) => (
        <Programme key={line.key} line={line}>
          <Sentence text={words.slowProgramme({ name: line.label })} parts={told(line)} />
        </Programme>
      ))}
    </List>
  );
}

const isLong = ({ value }: FigureRow) => (value ?? 0) > LONG_OVERDUE_DAYS;

function LongOverdue({ rows }: { readonly rows: readonly FigureRow[] }) {
  const words = useScreenWords(overviewWords);
  const { day } = useAsOf();
  const { until } = usePeriod();
  const count = (
    <ComputedNumber
      name="long-overdue"
      value={rows.length}
      unit="loan"
      label={words.longOverdueName}
      formula={overviewWords.longOverdueFormula}
      inputs={rows.map((figure) => rowInput(figure))}
      again={(given) => given.filter((days) => days > LONG_OVERDUE_DAYS).length}
    >
      {words.loans({ count: rows.length })}
    </ComputedNumber>
  );
  return (
    <List.Item>
      <Sentence text={words.longOverdue} parts={{ count }} />{' '}
      <Anchor
        className="soquy-no-print"
        component={Link}
        to="/overdue"
        {...(until !== day && { search: { to: until } as never })}
        underline="always"
        aria-label={words.seeOverdue}
      >
        {words.see}
      </Anchor>
    </List.Item>
  );
}

function Programme({ line: { key, label }, children }: { readonly line: Spending; readonly children: ReactNode }) {
  const words = useScreenWords(overviewWords);
  return (
    <List.Item>
      {children}{' '}
      <Anchor
        className="soquy-no-print"
        component={Link}
        to={pathOf('programmes', key)}
        underline="always"
        aria-label={words.seeProgramme({ name: label })}
      >
        {words.see}
      </Anchor>
    </List.Item>
  );
}
