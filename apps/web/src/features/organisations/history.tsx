import { Button, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Choices } from '../../shared/print/choices.js';
import type { EventItem, Page } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { FileLinks } from '../../shared/figures/file-links.js';
import { useListPages } from '../../shared/objects/use-list-pages.js';
import classes from '../../shared/timeline/timeline.module.css';
import type { Axis } from '../../shared/timeline/timeline-order.js';
import { MoreRows } from '../../shared/ui/more-rows.js';
import { Empty, Loaded } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { HistoryRow } from './history-row.js';
import { historyWords } from './history.words.js';

/** Kinds that say something of an organisation beside the activities; the rest belongs to the office. */
const OTHERS: ReadonlySet<string> = new Set(['organisations', 'loans', 'funds']);

interface HistorySearch {
  readonly axis?: Axis;
  /** Path of the list of one kind. */
  readonly kind?: string | undefined;
}

/** Everything that concerns one organisation, from whomever, on one line of time; a new kind of support shows up by itself. */
export function History({ organisation }: { readonly organisation: string }) {
  const words = useScreenWords(historyWords);
  const { query: asOf } = useAsOf();
  const { axis = 'effective', kind }: HistorySearch = useSearch({ strict: false });
  const asked = {
    organisation,
    sort: axis === 'effective' ? '-effectiveOn' : '-recordedAt',
    ...(kind && { category: kind }),
  };
  const pages = useListPages<Page<EventItem>>('events', asked);
  const items = pages.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-label={words.title}>
      <Stack gap="sm">
        <Text c="dimmed">{words.note}</Text>
        <Controls axis={axis} kind={kind} />
        <Loaded of={{ ...pages, data: items } as never} height={320}>
          {() => (
            <Stack gap="sm" align="flex-start">
              {items!.length === 0 && <Nothing kind={kind} />}
              <ol className={classes.list}>
                {items!.map((event) => (
                  <HistoryRow key={event.eventId} event={event} axis={axis} />
                ))}
              </ol>
              <Group gap="xs">
                {pages.hasNextPage && (
                  <MoreRows
                    count={items!.length}
                    isFetching={pages.isFetchingNextPage}
                    onMore={() => void pages.fetchNextPage()}
                  />
                )}
                <FileLinks path="/api/v1/events" query={{ ...asOf, ...asked }} />
              </Group>
            </Stack>
          )}
        </Loaded>
      </Stack>
    </section>
  );
}

function useHistorySearch() {
  const navigate = useNavigate();
  return (part: HistorySearch) =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, ...part }) } as never);
}

function Controls({ axis, kind }: Pick<HistorySearch, 'kind'> & { readonly axis: Axis }) {
  const words = useScreenWords(historyWords);
  const say = useSay();
  const put = useHistorySearch();
  const kinds = useCatalogue().kinds.filter(({ noun, isActivity }) => isActivity || OTHERS.has(noun));
  return (
    <Choices>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={words.kind}
          value={kind ?? ''}
          data={[
            { value: '', label: words.allKinds },
            ...kinds.map(({ noun, words: told }) => ({ value: noun, label: say(told) })),
          ]}
          onChange={(event) => put({ kind: event.currentTarget.value || undefined })}
        />
        <SegmentedControl
          aria-label={words.axis}
          value={axis}
          data={(['effective', 'recorded'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(next) => put({ axis: next as Axis })}
        />
      </Group>
    </Choices>
  );
}

function Nothing({ kind }: Pick<HistorySearch, 'kind'>) {
  const words = useScreenWords(historyWords);
  const say = useSay();
  const put = useHistorySearch();
  const of = useCatalogue().kinds.find(({ noun }) => noun === kind);
  if (!of) return <Empty>{words.none}</Empty>;
  return (
    <Empty
      actions={
        <Button variant="default" onClick={() => put({ kind: undefined })}>
          {words.clear}
        </Button>
      }
    >
      {words.noneOfKind({ kind: say(of.words) })}
    </Empty>
  );
}
