import { Stack } from '@mantine/core';
import type { OpenCorrection, Page as PageOf } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { Page } from '../../shared/ui/page.js';
import { Empty, Loaded } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { CorrectionCard } from './correction-card.js';
import { correctionWords } from './corrections.words.js';

/** What waits for a second person. */
export function CorrectionsPage() {
  const words = useScreenWords(correctionWords);
  const { query } = useAsOf();
  const asked = { limit: 200, ...(query.knownAt && { knownAt: query.knownAt }) };
  const answer = useRead<PageOf<OpenCorrection>>('/api/v1/corrections', asked, { asOf: false });
  return (
    <Page title={words.title}>
      <Loaded of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            <Stack>
              {items.map((correction) => (
                <CorrectionCard key={correction.correctionId} correction={correction} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
