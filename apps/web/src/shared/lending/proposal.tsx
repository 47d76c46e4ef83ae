import { Alert, Group, Stack, Text } from '@mantine/core';
import { useCatalogue } from '../api/use-catalogue.js';
import { showDay } from '../format/days.js';
import type { ComputedInput } from '../figures/computed-input.js';
import { ComputedNumber } from '../figures/computed-number.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { proposedSchedule, type MaybeAgreed } from './agreed-schedule.js';
import { inputWords, lendingWords, SCHEDULE_FORMULA } from './lending.words.js';
import { ScheduleTable } from './schedule-table.js';
import { useCalendar } from './use-calendar.js';

interface Props {
  readonly name: string;
  readonly typed: MaybeAgreed;
  readonly startsOn: string;
}

/** The schedule of what is typed so far, or what is missing or wrong. */
export function Proposal({ name, typed, startsOn }: Props) {
  const words = useScreenWords(lendingWords);
  const say = useSay();
  const inputs = useTermInputs(typed, startsOn);
  const { calendar } = useCalendar();
  const proposed = proposedSchedule(typed, startsOn, calendar);
  if (!proposed) return <Text c="dimmed">{words.notYet}</Text>;
  if ('refused' in proposed) return <Alert color="warn">{say(proposed.refused)}</Alert>;
  const { schedule, totals } = proposed;
  return (
    <Stack gap="xs" component="section" aria-label={words.schedule}>
      <Group gap="lg">
        <Text size="sm">
          {words.instalments}: {totals.count}
        </Text>
        <Text size="sm">
          {words.first}: {showDay(totals.firstOn)}
        </Text>
        <Text size="sm">
          {words.last}: {showDay(totals.lastOn)}
        </Text>
        <Text size="sm" component="div">
          {words.totalInterest}:{' '}
          <ComputedNumber
            name={`${name}-interest`}
            value={totals.interestVnd}
            unit="vnd"
            label={words.totalInterest}
            formula={SCHEDULE_FORMULA}
            inputs={inputs}
          />
        </Text>
      </Group>
      <ScheduleTable name={name} schedule={schedule} inputs={inputs} />
      <Text size="xs" c="dimmed">
        {words.computing}
      </Text>
    </Stack>
  );
}

/** The terms as the evidence of a computed number lists them. */
export function useTermInputs(typed: MaybeAgreed, startsOn: string): readonly ComputedInput[] {
  const words = useScreenWords(inputWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const { amountVnd, termMonths, annualRateBasisPoints, method, interestEveryMonths } = typed;
  const methodSaid = method && catalogue.enumWords('method', method);
  return [
    ...(amountVnd === undefined ? [] : [{ label: words.amount, value: amountVnd, unit: 'vnd' as const }]),
    ...(termMonths === undefined ? [] : [{ label: words.term, value: termMonths, unit: 'months' as const }]),
    ...(annualRateBasisPoints === undefined
      ? []
      : [{ label: words.rate, value: annualRateBasisPoints, unit: 'basisPoints' as const }]),
    ...(interestEveryMonths === undefined ? [] : [{ label: words.every, value: interestEveryMonths, unit: 'months' as const }]),
    { label: words.start, text: showDay(startsOn) },
    ...(methodSaid ? [{ label: words.method, text: say(methodSaid) }] : []),
  ];
}
