import { Paper, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ObjectAnswer } from '../../shared/api/answers.js';
import type { CommandCard } from '../../shared/api/catalogue.js';
import { RecordForm } from '../../shared/forms/record-form.js';
import { repeatOf } from '../../shared/timeline/repeat-of.js';
import { replacementIn } from '../../shared/timeline/timeline-order.js';
import { useTimeline } from '../../shared/timeline/use-timeline.js';
import { useSay } from '../../shared/words/language.js';

interface Props {
  readonly command: CommandCard;
  readonly object: ObjectAnswer;
  /** The event that was taken back, whose values the form begins with. */
  readonly from: string | undefined;
  /** Somebody asked for it; else it opened with the page and takes nobody's focus. */
  readonly isAsked: boolean;
  readonly close: () => void;
}

/** Where suggested values come from, as the catalogue says. */
const sourcesIn = ({ schema: { properties = {} } }: CommandCard) =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([field, { 'x-suggested-from': from }]) => (from ? [[field, from] as const] : [])),
  );

/** The form of what follows: it begins with what the object itself says, after a correction with what had been recorded. */
export function ObjectStep({ command, object, from, isAsked, close }: Props) {
  const say = useSay();
  const timeline = useTimeline(object.noun, object.id, from !== undefined);
  const event = timeline.data?.items.find(({ eventId }) => eventId === from);
  const wanted = timeline.data?.items.find((each) => each.data?.eventId === from && replacementIn(each));
  const again = wanted ? replacementIn(wanted)!.fields : event && repeatOf(event, [command])?.values;
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAsked && !section.current?.contains(document.activeElement)) heading.current?.focus();
  }, [isAsked]);
  if (from && !timeline.data) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={say(command.words)} ref={section}>
      <Title order={2} size="h5" mb="sm" ref={heading} tabIndex={-1}>
        {say(command.words)}
      </Title>
      <RecordForm
        command={command}
        objectId={object.id}
        revision={object.revision}
        initial={event ? again : object.suggested?.[command.name]}
        sources={event ? undefined : sourcesIn(command)}
        isCopy={event !== undefined}
        takesFocus={isAsked}
        onRecorded={close}
        onCancel={close}
      />
    </Paper>
  );
}
