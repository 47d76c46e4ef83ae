import { PeriodChoice } from '../../shared/as-of/period-choice.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { Attention } from './attention.js';
import { KeyFigures } from './key-figures.js';
import { overviewWords } from './overview.words.js';
import { SpendingTable } from './spending-table.js';
import { SupportByYear } from './support-by-year.js';

/** What leadership asks: are we on track, and what needs a look. */
export function OverviewPage() {
  const words = useScreenWords(overviewWords);
  return (
    <Page title={words.title} beside={<PeriodChoice />}>
      <KeyFigures />
      <Attention />
      <SpendingTable />
      <SupportByYear />
    </Page>
  );
}
