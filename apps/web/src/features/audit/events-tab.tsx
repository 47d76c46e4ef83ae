import { Stack } from '@mantine/core';
import { askedOf, useAuditSearch } from './audit-search.js';
import { EventFilters } from './event-filters.js';
import { EVENT_FILTERS } from './event-question.js';
import { EventList } from './event-list.js';

/** Everything that was recorded, narrowed by what is asked. */
export function EventsTab() {
  const [search, set] = useAuditSearch();
  const asked = askedOf(search, EVENT_FILTERS);
  return (
    <Stack gap="md">
      <EventFilters key={JSON.stringify(asked)} asked={asked} onAsk={set} />
      <EventList asked={asked} />
    </Stack>
  );
}
