import { Stack, Text, Title } from '@mantine/core';
import type { FigureAnswer } from '../../shared/api/answers.js';
import { ChangesBetween } from '../../shared/figures/changes-between.js';
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
  if (known === undefined) return <Text c="dimmed">{words.whyHappened}</Text>;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {words.whyRecorded}
      </Title>
      {older && <ChangesBetween figureId={newer.figureId} between={{ from: older.meta.knownAt.position }} />}
    </Stack>
  );
}
