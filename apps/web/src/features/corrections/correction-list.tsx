import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { MoreButton } from '../../shared/ui/more-rows.js';
import { Empty, Failure } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { CorrectionCard } from './correction-card.js';
import { correctionWords } from './corrections.words.js';
import { useCorrections, type CorrectionStatus } from './use-corrections.js';

interface Props {
  readonly status: CorrectionStatus;
  readonly none: string;
}

/** Corrections page by page; the one that the address names is brought to the front. */
export function CorrectionList({ status, none }: Props) {
  const words = useScreenWords(correctionWords);
  const { correction: asked } = useSearch({ strict: false }) as { correction?: string };
  const { pages, items, total } = useCorrections(status);
  if (pages.error && !pages.data) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return <Skeleton height={320} />;
  if (items.length === 0) return <Empty>{none}</Empty>;
  const inOrder = [...items].sort((a, b) => Number(b.correctionId === asked) - Number(a.correctionId === asked));
  return (
    <Stack>
      {inOrder.map((correction) => (
        <CorrectionCard key={correction.correctionId} correction={correction} />
      ))}
      <Group>
        {pages.hasNextPage && <MoreButton isFetching={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />}
        <Text size="sm" c="dimmed" role="status">
          {words.shown({ count: items.length, total })}
        </Text>
      </Group>
    </Stack>
  );
}
