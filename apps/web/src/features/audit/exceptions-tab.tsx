import { SegmentedControl, Stack } from '@mantine/core';
import { Choices } from '../../shared/print/choices.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { EventList } from './event-list.js';
import { eventsWords } from './events.words.js';

const KINDS = ['late', 'corrections', 'reversed'] as const;

/** What deserves a second look: recorded late, corrected, or taken back. */
export function ExceptionsTab() {
  const words = useScreenWords(eventsWords);
  const [search, set] = useAuditSearch();
  const kind = KINDS.find((each) => each === search.exceptions) ?? 'late';
  return (
    <Stack gap="md" align="stretch">
      <Choices>
        <SegmentedControl
          aria-label={words.exceptionKind}
          value={kind}
          data={KINDS.map((value) => ({ value, label: words[value] }))}
          onChange={(next) => set({ exceptions: next })}
          style={{ alignSelf: 'flex-start', flexWrap: 'wrap' }}
        />
      </Choices>
      <EventList asked={{ exceptions: kind }} />
    </Stack>
  );
}
