import { Stack } from '@mantine/core';
import { Choices } from '../../shared/print/choices.js';
import { Empty } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { CompareForm } from './compare-form.js';
import { FigureTree } from './figure-tree.js';
import { FilterChips } from './filter-chips.js';
import { figuresWords } from './figures.words.js';
import { MetricForm } from './metric-form.js';

/** Any metric, narrowed and divided as asked, opened down to its events, beside the same at other dates. */
export function FiguresTab() {
  const words = useScreenWords(figuresWords);
  const [{ metric }] = useAuditSearch();
  return (
    <Stack gap="md">
      <Choices>
        <Stack gap="xs">
          <MetricForm />
          <FilterChips />
          <CompareForm />
        </Stack>
      </Choices>
      {metric ? <FigureTree key={metric} metric={metric} /> : <Empty>{words.whichMetric}</Empty>}
    </Stack>
  );
}
