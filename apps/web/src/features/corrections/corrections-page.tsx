import { Page } from '../../shared/ui/page.js';
import { UrlTabs } from '../../shared/ui/url-tabs.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { CorrectionList } from './correction-list.js';
import { correctionWords } from './corrections.words.js';

/** What waits for a second person, and what was decided. */
export function CorrectionsPage() {
  const words = useScreenWords(correctionWords);
  const tabs = [
    { name: 'waiting', label: words.waiting, content: <CorrectionList status="requested" none={words.none} /> },
    { name: 'decided', label: words.decided, content: <CorrectionList status="decided" none={words.noneDecided} /> },
  ];
  return (
    <Page title={words.title}>
      <UrlTabs tabs={tabs} label={words.title} />
    </Page>
  );
}
