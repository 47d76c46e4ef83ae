import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FigureAnswer } from '../../shared/api/answers.js';
import { get } from '../../shared/api/client.js';
import { ChangesTold } from '../../shared/figures/changes-told.js';
import type { Changes } from '../../shared/figures/evidence-answers.js';
import { Loaded } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { figuresWords } from './figures.words.js';

interface Props {
  readonly now: FigureAnswer;
  readonly then: FigureAnswer | undefined;
  readonly known: string | undefined;
}

/** Why two looks at one figure differ: by what was recorded in between, where only that differs. */
export function Why({ now, then, known }: Props) {
  const words = useScreenWords(figuresWords);
  const [older, newer] = then && then.meta.knownAt.position > now.meta.knownAt.position ? [now, then] : [then, now];
  const changes = useQuery({
    queryKey: ['changes', newer.figureId, older?.figureId],
    queryFn: ({ signal }) =>
      get<Changes>(`/api/v1/figures/${newer.figureId}/changes`, { from: older!.meta.knownAt.position, limit: '200' }, signal),
    enabled: known !== undefined && older !== undefined,
    staleTime: Infinity,
  });
  if (known === undefined) return <Text c="dimmed">{words.whyHappened}</Text>;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {words.whyRecorded}
      </Title>
      <Loaded of={{ ...changes, isPlaceholderData: false } as never} height={80}>
        {() => <ChangesTold pages={[changes.data!]} more={undefined} />}
      </Loaded>
    </Stack>
  );
}
