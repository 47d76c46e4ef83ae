import { Badge, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { instantText } from '@soquy/kernel';
import type { EventLine } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { personName } from '../figures/people.js';
import { showDay } from '../format/days.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { FactList } from './fact-list.js';
import { LateMark } from './late-mark.js';
import { OldNew } from './old-new.js';
import classes from './timeline.module.css';
import { replacementIn, type Axis, type TimelineFact } from './timeline-order.js';
import { timelineWords } from './timeline.words.js';

interface Props {
  readonly noun: string;
  readonly objectId: string;
  readonly axis: Axis;
  readonly fact: TimelineFact;
  /** Absent where nothing can be corrected. */
  readonly correct: (() => void) | undefined;
  readonly after: ReactNode;
}

/** One fact: when, what, by whom, on what; and what was decided about it since. */
export function TimelineItem({ noun, objectId, axis, fact, correct, after }: Props) {
  const words = useScreenWords(timelineWords);
  const say = useSay();
  const category = useCatalogue().kind(noun)?.category ?? '';
  const { event, isReversed, pending, corrections } = fact;
  const name = say(event.words);
  const isOfThisKind = !event.type.startsWith('Correction');
  return (
    <li className={classes.item}>
      <Group gap={8} align="baseline">
        <span className={classes.when}>{axis === 'effective' ? showDay(event.effectiveOn) : instantText(event.recordedAt)}</span>
        <span className={isReversed ? classes.struck : undefined}>{name}</span>
        {isReversed && <Mark color="danger">{words.reversed}</Mark>}
        {pending && <Mark color="warn">{words.pending}</Mark>}
        <LateMark event={event} />
      </Group>
      <div className={isReversed ? classes.struck : undefined}>
        <FactList category={category} data={withoutDay(event)} of={{ noun, id: objectId, event: event.eventId }} />
      </div>
      <Who event={event} axis={axis} />
      <Basis event={event} />
      {corrections.map((each) => (
        <Correction key={each.eventId} event={each} of={event} category={category} />
      ))}
      {after}
      {correct && isOfThisKind && !isReversed && !pending && (
        <Button
          size="compact-xs"
          variant="subtle"
          className="soquy-no-print"
          aria-label={words.correctOf({ text: `${name} ${showDay(event.effectiveOn)}` })}
          onClick={correct}
        >
          {words.correct}
        </Button>
      )}
    </li>
  );
}

const Mark = ({ color, children }: { readonly color: string; readonly children: string }) => (
  <Badge variant="outline" color={color} size="sm" tt="none" miw="max-content">
    {children}
  </Badge>
);

/** The day of the fact stands at its head. */
const withoutDay = ({ data = {}, effectiveOn }: EventLine) =>
  Object.fromEntries(Object.entries(data).filter(([field, value]) => !(field.endsWith('On') && value === effectiveOn)));

function Who({ event, axis }: { readonly event: EventLine; readonly axis: Axis }) {
  const words = useScreenWords(timelineWords);
  const say = useSay();
  const role = useCatalogue().answer.roles[event.role];
  const by = words.recordedBy({ at: instantText(event.recordedAt), who: personName(event), role: role ? say(role) : event.role });
  return (
    <Text className={classes.small}>
      {axis === 'recorded' && `${words.happenedOn({ day: showDay(event.effectiveOn) })} · `}
      {by}
    </Text>
  );
}

/** The document, voucher and reason a fact was recorded with. */
function Basis({ event: { evidence = {}, reason } }: { readonly event: EventLine }) {
  const words = useScreenWords(timelineWords);
  const { documentNumber, voucher, issuer, issuedOn } = evidence;
  const document = [documentNumber, issuer, typeof issuedOn === 'string' ? showDay(issuedOn) : undefined]
    .filter(Boolean)
    .join(', ');
  const parts = [
    document && words.document({ text: document }),
    typeof voucher === 'string' && words.voucher({ text: voucher }),
    reason && words.reason({ text: reason }),
  ].filter(Boolean);
  return parts.length > 0 && <Text className={classes.small}>{parts.join(' · ')}</Text>;
}

interface CorrectionProps {
  readonly event: EventLine;
  /** The fact it is about. */
  readonly of: EventLine;
  readonly category: string;
}

function Correction({ event, of, category }: CorrectionProps) {
  const say = useSay();
  const replacement = replacementIn(event);
  return (
    <div className={classes.item} data-corrects>
      <Text size="sm">
        {instantText(event.recordedAt)} · {say(event.words)}
      </Text>
      <Who event={event} axis="effective" />
      <Basis event={event} />
      {replacement && <OldNew category={category} old={of} replacement={replacement} />}
    </div>
  );
}
