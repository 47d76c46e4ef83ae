import { Group, Stack, Table } from '@mantine/core';
import { instantText } from '@soquy/kernel';
import type { EventItem, Page } from '../../shared/api/answers.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { EventLink } from '../../shared/figures/event-told.js';
import { FileLinks } from '../../shared/figures/file-links.js';
import { showDay } from '../../shared/format/days.js';
import { useListPages } from '../../shared/objects/use-list-pages.js';
import { MoreRows } from '../../shared/ui/more-rows.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { Empty, Loaded } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { AuditSearch } from './audit-search.js';
import { EventMarks } from './event-marks.js';
import { eventsWords } from './events.words.js';
import { PersonLink } from './person-link.js';

/** Events that match a question, newest recorded first, page by page; and all of them as a file. */
export function EventList({ asked }: { readonly asked: AuditSearch }) {
  const words = useScreenWords(eventsWords);
  const { query: asOf } = useAsOf();
  const pages = useListPages<Page<EventItem>>('events', { ...asked });
  const items = pages.data?.pages.flatMap((page) => page.items);
  return (
    <Loaded
      of={{ data: items, error: pages.error, refetch: pages.refetch, isPlaceholderData: pages.isPlaceholderData } as never}
      height={320}
    >
      {() => (
        <Stack gap="sm">
          <Group gap="xs">
            <FileLinks path="/api/v1/events" query={{ ...asOf, ...asked }} />
          </Group>
          {items!.length === 0 ? <Empty>{words.none}</Empty> : <Events items={items!} />}
          {pages.hasNextPage && (
            <MoreRows count={items!.length} isFetching={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function Events({ items }: { readonly items: readonly EventItem[] }) {
  const words = useScreenWords(eventsWords);
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table highlightOnHover verticalSpacing={6}>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start' }}>{words.caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {(['recordedAt', 'effectiveOn', 'event', 'object', 'actor', 'marks'] as const).map((name) => (
              <Table.Th key={name} scope="col">
                {words[name]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((event) => (
            <Table.Tr key={event.eventId}>
              <Table.Td>{instantText(event.recordedAt)}</Table.Td>
              <Table.Td>{showDay(event.effectiveOn)}</Table.Td>
              <Table.Td>
                {event.reversedBy ? (
                  <s>
                    <EventLink event={event} />
                  </s>
                ) : (
                  <EventLink event={event} />
                )}
              </Table.Td>
              <Table.Td>
                <ObjectLink link={event.object} withCode />
              </Table.Td>
              <Table.Td>
                <PersonLink event={event} />
              </Table.Td>
              <Table.Td>
                <EventMarks event={event} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
