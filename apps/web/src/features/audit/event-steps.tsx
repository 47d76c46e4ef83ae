import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useAsOf } from '../../shared/as-of/as-of.js';
import type { EventAnswer, EventLine } from '../../shared/api/answers.js';
import { useWholeList } from '../../shared/api/use-whole-list.js';
import { eventPath } from '../../shared/figures/event-told.js';
import { useKeys } from '../../shared/keys/keys.js';
import { timelinePath } from '../../shared/timeline/use-timeline.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { eventWords } from './event.words.js';

/** The event before and after in the life of the same object, also by the keys , and . */
export function EventSteps({ event: { eventId, object } }: { readonly event: EventAnswer }) {
  const words = useScreenWords(eventWords);
  const navigate = useNavigate();
  const { known } = useAsOf();
  const path = timelinePath(object.noun ?? '', object.id);
  const asked = known === undefined ? {} : { knownAt: known };
  const { data } = useWholeList<EventLine>(path, asked, { asOf: false, enabled: object.noun !== null });
  const items = data?.items ?? [];
  const at = items.findIndex((item) => item.eventId === eventId);
  const [before, next] = at < 0 ? [] : [items[at - 1], items[at + 1]];
  const go = (to: EventLine | undefined) => to && void navigate({ to: eventPath(to.eventId) } as never);
  useKeys({ Comma: () => go(before), Period: () => go(next) });
  if (at < 0) return null;
  return (
    <>
      <Step label={`‹ ${words.before}`} shortcut="," to={before} none={words.noneBefore} onGo={go} />
      <Step label={`${words.next} ›`} shortcut="." to={next} none={words.noneNext} onGo={go} />
    </>
  );
}

interface StepProps {
  readonly label: string;
  readonly shortcut: string;
  readonly to: EventLine | undefined;
  /** Said where there is none. */
  readonly none: string;
  readonly onGo: (to: EventLine | undefined) => void;
}

function Step({ label, shortcut, to, none, onGo }: StepProps) {
  if (!to)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  return (
    <Button size="compact-sm" variant="default" aria-keyshortcuts={shortcut} title={`(${shortcut})`} onClick={() => onGo(to)}>
      {label}
    </Button>
  );
}
