import { Group, NativeSelect, Select } from '@mantine/core';
import { foldText } from '@soquy/kernel';
import { today } from '../../shared/as-of/as-of.js';
import { DIMENSIONS, DIMENSION_NAMES } from '../../shared/figures/dimensions.js';
import { useMetrics } from '../../shared/figures/use-metrics.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { figuresWords } from './figures.words.js';
import { periodsUntil, periodText } from './figure-question.js';

/** The first year anything is told of. */
const FIRST_YEAR = 2010;

/** Which metric, of which period, divided by what. */
export function MetricForm() {
  const words = useScreenWords(figuresWords);
  const language = useLanguage();
  const say = useSay();
  const metrics = useMetrics();
  const [search, set] = useAuditSearch();
  const periods = periodsUntil(Number(today().slice(0, 4)), FIRST_YEAR);
  const groupings = DIMENSION_NAMES.map((value) => ({ value: value as string, label: say(DIMENSIONS[value].words) }));
  return (
    <Group gap="xs" align="flex-end">
      <Select
        label={words.metric}
        w={340}
        maw="100%"
        searchable
        clearable
        data={metrics.map(({ metric, words: named }) => ({ value: metric, label: say(named) }))}
        filter={({ options, search: typed }) =>
          options.filter((option) => 'label' in option && foldText(option.label).includes(foldText(typed)))
        }
        value={search.metric ?? null}
        onChange={(metric) => set({ metric: metric ?? undefined })}
      />
      <NativeSelect
        label={words.period}
        data={[{ value: '', label: words.wholeTime }, ...periods.map((value) => ({ value, label: periodText(value, language) }))]}
        value={search.period ?? ''}
        onChange={(event) => set({ period: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={words.groupBy}
        data={[{ value: '', label: words.notDivided }, ...groupings, { value: 'month', label: words.month }]}
        value={search.groupBy ?? ''}
        onChange={(event) => set({ groupBy: event.currentTarget.value || undefined })}
      />
    </Group>
  );
}
