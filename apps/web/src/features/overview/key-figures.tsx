import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { numberText, percentHalfUp } from '@soquy/kernel';
import type { FigureAnswer, MetricCard } from '../../shared/api/answers.js';
import { useAsk, useRead } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { usePeriod } from '../../shared/as-of/period.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { showDay } from '../../shared/format/days.js';
import { Loaded } from '../../shared/ui/states.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { overviewWords } from './overview.words.js';

/** What leadership asks first. Persons and turns stand side by side, so that neither passes for the other. */
const KEY_FIGURES = [
  'fund.outstanding',
  'loan.overduePrincipal',
  'support.total',
  'training.learners',
  'training.turns',
  'budget.disbursementRate',
];

export function KeyFigures() {
  const words = useScreenWords(overviewWords);
  const catalogue = useAsk<{ readonly items: readonly MetricCard[] }>('/api/v1/figures');
  return (
    <Loaded of={catalogue} height={220}>
      {({ items }) => (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" component="section" aria-label={words.keyFigures}>
          {KEY_FIGURES.flatMap((name) => items.find(({ metric }) => metric === name) ?? []).map((card) => (
            <KeyFigure key={card.metric} card={card} />
          ))}
        </SimpleGrid>
      )}
    </Loaded>
  );
}

/** Sums are of the period; what stands on a day is asked for its last day. */
const isOfPeriod = ({ kind }: MetricCard) => kind === 'sum' || kind === 'distinct' || kind === 'formula';

/** Budgets are of a year: one is never judged by what is left of those before. */
const isOfBudget = ({ metric }: MetricCard) => metric.startsWith('budget.');

function KeyFigure({ card }: { readonly card: MetricCard }) {
  const say = useSay();
  const { from, until, before, year } = usePeriod();
  const { known } = useAsOf();
  const knownAt = known ? { knownAt: known } : {};
  const path = `/api/v1/figures/${card.metric}`;
  const between = (period: { from: string; to: string }, budgetYear: string) => ({
    effectiveTo: period.to,
    ...(isOfBudget(card) && { year: budgetYear }),
    ...(isOfPeriod(card) && { effectiveFrom: period.from }),
    ...knownAt,
  });
  const now = useRead<FigureAnswer>(path, between({ from, to: until }, year));
  const then = useRead<FigureAnswer>(path, between(before, String(Number(year) - 1)));
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {say(card.words)}
        </Text>
        <Loaded of={now} height={34}>
          {(figure) => (
            <div>
              <FigureNumber figure={figure} label={say(card.words)} size="large" />
            </div>
          )}
        </Loaded>
        {then.data && <Compared card={card} now={now.data} then={then.data} day={before.to} />}
      </Stack>
    </Paper>
  );
}

interface ComparedProps {
  readonly card: MetricCard;
  readonly now: FigureAnswer | undefined;
  readonly then: FigureAnswer;
  readonly day: string;
}

/** The same of the year before, and by how much it changed; shares are not put into shares. */
function Compared({ card, now, then, day }: ComparedProps) {
  const words = useScreenWords(overviewWords);
  const say = useSay();
  const label = isOfPeriod(card) ? words.before : words.beforeDay({ day: showDay(day) });
  return (
    <Text size="sm" component="div">
      {label}: <FigureNumber figure={then} label={`${say(card.words)}, ${label}`} />{' '}
      {card.unit !== 'percent' && <Change now={now} then={then} />}
    </Text>
  );
}

function Change({ now, then }: Pick<ComparedProps, 'now' | 'then'>) {
  const words = useScreenWords(overviewWords);
  const language = useLanguage();
  if (!now?.value || !then.value) return null;
  const percent = percentHalfUp(now.value - then.value, then.value);
  if (percent === undefined) return null;
  if (percent === 0) return `(${words.same})`;
  const told = numberText(Math.abs(percent), language, 1);
  return `(${percent > 0 ? words.up({ percent: told }) : words.down({ percent: told })})`;
}
