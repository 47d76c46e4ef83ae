import { Anchor, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { numberText } from '@soquy/kernel';
import type { FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { usePeriod } from '../../shared/as-of/period.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { overviewWords } from './overview.words.js';
import type { Spending } from './spending.js';
import { useSpending } from './use-spending.js';

const LONG_OVERDUE_DAYS = 90;
/** A programme is slow when its spending is behind the time by more than this, in percent. */
const BEHIND_PERCENT = 20;

interface Point {
  readonly text: string;
  readonly to: string;
  readonly search?: { readonly to: string };
}

/** What a leader should look at, each with the way there. */
export function Attention() {
  const words = useScreenWords(overviewWords);
  const points = usePoints();
  return (
    <Stack gap="xs" component="section" aria-label={words.attention}>
      <Title order={2} size="h4">
        {words.attention}
      </Title>
      {!points ? (
        <Skeleton height={80} />
      ) : points.length === 0 ? (
        <Text c="dimmed">{words.calm}</Text>
      ) : (
        <List spacing={4}>
          {points.map(({ text, to, search }) => (
            <List.Item key={text}>
              {text}{' '}
              <Anchor
                component={Link}
                to={to}
                {...(search && { search: search as never })}
                underline="always"
                aria-label={`${words.see}: ${text}`}
              >
                {words.see}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function usePoints(): readonly Point[] | undefined {
  const words = useScreenWords(overviewWords);
  const language = useLanguage();
  const { day } = useAsOf();
  const { timeGone, until } = usePeriod();
  const overdue = useRead<FigureRows>('/api/v1/figures/loan.overdueDays', { groupBy: 'object', effectiveTo: until });
  const { data: spending } = useSpending();
  if (!overdue.data || !spending) return undefined;
  const long = overdue.data.rows.filter(({ value }) => (value ?? 0) > LONG_OVERDUE_DAYS).length;
  const percent = (value: number) => numberText(Math.round(value), language);
  const told = ({ key, label, percent: spent }: Spending): Point[] => {
    const to = pathOf('programmes', key);
    if (spent > 100) return [{ text: words.overspent({ name: label, spent: percent(spent) }), to }];
    if (timeGone * 100 - spent <= BEHIND_PERCENT) return [];
    return [{ text: words.slowProgramme({ name: label, spent: percent(spent), time: percent(timeGone * 100) }), to }];
  };
  const late = { text: words.longOverdue({ count: long }), to: '/overdue', ...(until !== day && { search: { to: until } }) };
  return [...(long > 0 ? [late] : []), ...spending.flatMap(told)];
}
