import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { Choices } from '../print/choices.js';
import type { EventLine } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { useAsOf } from '../as-of/as-of.js';
import { Loaded } from '../ui/states.js';
import { useRoleNames } from '../ui/role-names.js';
import { useScreenWords } from '../words/screen-words.js';
import { TimelineItem } from './timeline-item.js';
import classes from './timeline.module.css';
import { timelineFacts, type Axis } from './timeline-order.js';
import { timelineWords } from './timeline.words.js';
import { useTimeline } from './use-timeline.js';

const CorrectionDialog = lazy(() => import('./correction-dialog.js'));

interface Props {
  readonly noun: string;
  readonly id: string;
  /** Left out where it stands on a tab of that name. */
  readonly isTitled?: boolean;
  /** What can be done about a fact that was taken back. */
  readonly after?: (reversed: EventLine) => ReactNode;
}

interface TimelineSearch {
  readonly axis?: Axis;
  /** Event id or position of the fact to take back. */
  readonly reverse?: string;
}

/** What was recorded of one object, by the day it happened or was recorded; what was wrong stays, struck through. */
export function Timeline({ noun, id, isTitled = false, after }: Props) {
  const words = useScreenWords(timelineWords);
  const navigate = useNavigate();
  const { axis = 'effective', reverse }: TimelineSearch = useSearch({ strict: false });
  const answer = useTimeline(noun, id);
  const refused = useCorrectionRefusal();
  const put = (part: TimelineSearch) =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, ...part }) } as never);
  const chosen = answer.data?.items.find(({ eventId, position }) => reverse === eventId || reverse === position);
  return (
    <section aria-label={words.title}>
      <Group justify="space-between" mb="xs" gap="xs">
        {isTitled && (
          <Title order={2} size="h5">
            {words.title}
          </Title>
        )}
        <Choices>
          <SegmentedControl
            size="xs"
            aria-label={words.axis}
            value={axis}
            data={[
              { value: 'effective', label: words.effective },
              { value: 'recorded', label: words.recorded },
            ]}
            onChange={(next) => put({ axis: next as Axis })}
          />
        </Choices>
      </Group>
      <Loaded of={answer} height={280}>
        {({ items }) => (
          <Stack gap="xs">
            {refused && (
              <Text size="sm" c="var(--soquy-warn)">
                {refused}
              </Text>
            )}
            {items.length === 0 && <Text c="dimmed">{words.none}</Text>}
            <ol className={classes.list}>
              {timelineFacts(items, axis).map((fact) => (
                <TimelineItem
                  key={fact.event.eventId}
                  noun={noun}
                  objectId={id}
                  axis={axis}
                  fact={fact}
                  correct={refused ? undefined : () => put({ reverse: fact.event.eventId })}
                  after={fact.isReversed && !fact.isReplaced ? after?.(fact.event) : undefined}
                />
              ))}
            </ol>
          </Stack>
        )}
      </Loaded>
      {chosen && !refused && (
        <Suspense>
          <CorrectionDialog event={chosen} noun={noun} objectId={id} close={() => put({ reverse: undefined })} />
        </Suspense>
      )}
    </section>
  );
}

/** Why nothing can be corrected by this person, here and now. */
function useCorrectionRefusal(): string | undefined {
  const words = useScreenWords(timelineWords);
  const namesOf = useRoleNames();
  const { isPast } = useAsOf();
  const command = useCatalogue().command('RequestCorrection');
  if (isPast) return words.correctPast;
  if (!command || command.mine) return undefined;
  return words.correctRoles({ text: namesOf(command.roles) });
}
