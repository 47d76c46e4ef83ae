import { Group, Text } from '@mantine/core';
import type { FigureAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { activityWords } from './activities.words.js';

interface Props {
  readonly budgetLineId: string;
  readonly costVnd: number | undefined;
}

const leftAfter = (available: number, cost: number) => available - cost;

const FORMULA = {
  vi: 'Còn lại của dòng dự toán trừ kinh phí đang nhập',
  en: 'What is left on the budget line less the amount typed',
};

/** What is left on the line chosen, and what will be after recording. */
export function BudgetLeft({ budgetLineId, costVnd }: Props) {
  const words = useScreenWords(activityWords);
  const { data } = useRead<FigureAnswer>('/api/v1/figures/budget.available', { budgetLine: budgetLineId }, { asOf: false });
  if (data?.value === undefined || data.value === null) return null;
  const available = data.value;
  const left = costVnd === undefined ? undefined : leftAfter(available, costVnd);
  return (
    <Group gap={6} role="status">
      <Text size="sm" component="div">
        {words.lineLeft}: <FigureNumber figure={data} label={words.lineLeft} />
        {left !== undefined && costVnd !== undefined && (
          <>
            {' → '}
            <ComputedNumber
              name="budget-left-after"
              value={left}
              unit="vnd"
              label={words.lineAfter}
              formula={FORMULA}
              inputs={[
                { label: words.lineLeft, figure: data },
                { label: words.cost, value: costVnd, unit: 'vnd' },
              ]}
              again={([now, cost]) => leftAfter(now!, cost!)}
            />{' '}
            {words.after}
          </>
        )}
      </Text>
      {left !== undefined && left < 0 && (
        <Text size="sm" c="var(--soquy-danger)" fw={600}>
          {words.lineOver}
        </Text>
      )}
    </Group>
  );
}
