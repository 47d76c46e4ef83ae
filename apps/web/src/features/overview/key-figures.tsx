import { Group, Paper, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { percentHalfUp, numberText } from '@soquy/kernel';
import type { FigureAnswer, MetricCard } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { usePeriod } from '../../shared/as-of/period.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { useMetrics } from '../../shared/figures/use-metrics.js';
import { showDay } from '../../shared/format/days.js';
import { Loaded } from '../../shared/ui/states.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { KEY_FIGURES, type KeyFigure } from './key-figure.js';
import { overviewWords } from './overview.words.js';
import { YearsLine } from './years-line.js';

export function KeyFigures() {
  const words = useScreenWords(overviewWords);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" component="section" aria-label={words.keyFigures}>
      {KEY_FIGURES.map((of) => (
        <KeyFigureCard key={of.metric} of={of} />
      ))}
    </SimpleGrid>
  );
}

function KeyFigureCard({ of }: { readonly of: KeyFigure }) {
  const say = useSay();
  const { from, until, before, year } = usePeriod();
  const card = useMetrics().find(({ metric }) => metric === of.metric);
  const path = `/api/v1/figures/${of.metric}`;
  const between = (period: { from: string; to: string }, budgetYear: string) => ({
    effectiveTo: period.to,
    ...(of.over === 'budgetYear' && { year: budgetYear }),
    ...(of.over === 'period' && { effectiveFrom: period.from }),
  });
  const now = useRead<FigureAnswer>(path, between({ from, to: until }, year));
  const then = useRead<FigureAnswer>(path, between(before, String(Number(year) - 1)));
  return (
    <Paper withBorder p="sm">
      {!card ? (
        <Skeleton height={84} />
      ) : (
        <Stack gap={4}>
          <Text size="sm" c="dimmed">
            {say(card.words)}
          </Text>
          <Loaded of={now} height={34}>
            {(figure) => <Now of={of} card={card} figure={figure} />}
          </Loaded>
          {then.data && now.data && !isNotCounted(of, now.data) && (
            <Compared of={of} card={card} now={now.data} then={then.data} day={before.to} />
          )}
        </Stack>
      )}
    </Paper>
  );
}

/** Nothing was recorded in this measure: not the same as none. */
const isNotCounted = ({ isOneOfTwo }: KeyFigure, { value, unknown }: FigureAnswer) => isOneOfTwo && value === 0 && !unknown;

interface NowProps {
  readonly of: KeyFigure;
  readonly card: MetricCard;
  readonly figure: FigureAnswer;
}

function Now({ of, card, figure }: NowProps) {
  const words = useScreenWords(overviewWords);
  const say = useSay();
  if (isNotCounted(of, figure))
    return (
      <>
        <div>
          <FigureNumber figure={figure} label={say(card.words)} size="large">
            –
          </FigureNumber>
        </div>
        <Text size="sm">{words.noTurns}</Text>
      </>
    );
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
      <FigureNumber figure={figure} label={say(card.words)} size="large" />
      <YearsLine of={of} card={card} />
    </Group>
  );
}

interface ComparedProps {
  readonly of: KeyFigure;
  readonly card: MetricCard;
  readonly now: FigureAnswer;
  readonly then: FigureAnswer;
  readonly day: string;
}

/** The same of the year before, and by how much it changed; shares are not put into shares. */
function Compared({ of, card, now, then, day }: ComparedProps) {
  const words = useScreenWords(overviewWords);
  const say = useSay();
  const label = of.over === 'day' ? words.beforeDay({ day: showDay(day) }) : words.before;
  const whole = `${say(card.words)}, ${label}`;
  return (
    <Text size="sm" component="div">
      {label}: <FigureNumber figure={then} label={whole} />{' '}
      {card.unit !== 'percent' && <Change name={say(card.words)} now={now} then={then} labels={[say(card.words), whole]} />}
    </Text>
  );
}

interface ChangeProps {
  readonly name: string;
  readonly now: FigureAnswer;
  readonly then: FigureAnswer;
  readonly labels: readonly [string, string];
}

const changeOf = (now: number, then: number) => percentHalfUp(now - then, then);

function Change({ name, now, then, labels }: ChangeProps) {
  const words = useScreenWords(overviewWords);
  const language = useLanguage();
  if (!now.value || !then.value) return null;
  const percent = changeOf(now.value, then.value);
  if (percent === undefined) return null;
  const told = numberText(Math.abs(percent), language, 1);
  return (
    <>
      (
      <ComputedNumber
        name={`change-${now.metric}`}
        value={percent}
        unit="percent"
        label={words.change({ name })}
        formula={overviewWords.changeFormula}
        inputs={[
          { label: labels[0], figure: now },
          { label: labels[1], figure: then },
        ]}
        again={([is, was]) => changeOf(is!, was!)!}
      >
        {percent === 0 ? words.same : percent > 0 ? words.up({ percent: told }) : words.down({ percent: told })}
      </ComputedNumber>
      )
    </>
  );
}
