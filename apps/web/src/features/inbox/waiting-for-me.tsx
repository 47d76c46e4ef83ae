import { Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { daysBetween } from '@soquy/kernel';
import type { ListAnswer, ListItem } from '../../shared/api/answers.js';
import { today } from '../../shared/as-of/as-of.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { AmountTold } from '../../shared/objects/amount-told.js';
import { amountsOf } from '../../shared/objects/case-amounts.js';
import { showDay } from '../../shared/format/days.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { listPathOf, pathOf } from '../../shared/ui/object-link.js';
import { Empty, Failure } from '../../shared/ui/states.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { inboxWords } from './inbox.words.js';
import { queueHeading } from './queue-heading.js';
import { ShownOf } from './shown-of.js';
import { useWaiting, type Queue, type Waiting } from './waiting.js';

export function WaitingForMe() {
  const words = useScreenWords(inboxWords);
  const { waiting, error } = useWaiting();
  return (
    <Stack gap="sm" component="section" aria-label={words.waiting}>
      <Title order={2} size="h4">
        {words.waiting}
      </Title>
      {error ? <Failure error={error} /> : !waiting ? <Skeleton height={120} /> : <Queues waiting={waiting} />}
    </Stack>
  );
}

function Queues({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const words = useScreenWords(inboxWords);
  if (waiting.length === 0) return <Empty>{words.nothing}</Empty>;
  return waiting.map((each) => <QueueTable key={`${each.queue.kind.noun}/${each.queue.status}`} {...each} />);
}

function QueueTable({ queue, items, total }: Waiting) {
  const { kind, status, steps } = queue;
  const say = useSay();
  const heading = queueHeading(queue, say);
  const navigate = useNavigate();
  const open = (item: ListItem) => void navigate({ to: pathOf(kind.noun, item.id), search: { do: steps[0]!.name } } as never);
  const columns = useColumns(kind.noun, steps[0]!.name, say(steps[0]!.words));
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Title order={3} size="md" fw={600}>
          {heading}
        </Title>
        <Text c="dimmed" component="div">
          <Count queue={queue} count={total} />
        </Text>
      </Group>
      <DataTable caption={heading} columns={columns} rows={items} keyOf={(item) => item.id} onOpen={open} />
      <ShownOf shown={items.length} total={total} to={listPathOf(kind.noun)} search={{ status }} />
    </Stack>
  );
}

/** How many wait in a queue; the API counts them again when the number is opened. */
function Count({ queue, count }: { readonly queue: Queue; readonly count: number }) {
  const words = useScreenWords(inboxWords);
  const say = useSay();
  const { kind, status } = queue;
  return (
    <ComputedNumber
      name={`waiting-${kind.noun}-${status}`}
      value={count}
      unit="count"
      label={`${words.waiting}: ${queueHeading(queue, say)}`}
      formula={inboxWords.countFormula}
      inputs={[]}
      again={{
        path: `/api/v1/${kind.noun}`,
        query: { status, limit: 1, total: true },
        from: ({ total = Number.NaN }: ListAnswer) => total,
      }}
    >
      {words.count({ count })}
    </ComputedNumber>
  );
}

const waited = ({ effectiveFrom }: Pick<ListItem, 'effectiveFrom'>) => daysBetween(effectiveFrom, today());

/** How long it has waited; the day it began to is read again when the number is opened. */
function Waited({ noun, item }: { readonly noun: string; readonly item: ListItem }) {
  const words = useScreenWords(inboxWords);
  const days = waited(item);
  return (
    <ComputedNumber
      name={`waited-${item.id}`}
      value={days}
      unit="day"
      label={`${item.code}: ${words.age}`}
      formula={inboxWords.ageFormula}
      inputs={[
        { label: words.since, text: showDay(item.effectiveFrom) },
        { label: words.today, text: showDay(today()) },
      ]}
      again={{ path: `/api/v1/${noun}/${encodeURIComponent(item.id)}`, from: waited }}
    >
      {words.days({ days })}
    </ComputedNumber>
  );
}

function useColumns(noun: string, step: string, stepWords: string): Column<ListItem>[] {
  const words = useScreenWords(inboxWords);
  return [
    { id: 'code', heading: words.code, cell: ({ code }) => code, sortBy: ({ code }) => code, isShort: true, isMinor: true },
    {
      id: 'name',
      heading: words.name,
      // A decision looks at who asks as much as at what for.
      cell: ({ id, title, organisation }) => (
        <>
          <Anchor component={Link} to={pathOf(noun, id)}>
            {title}
          </Anchor>
          {organisation && (
            <Text size="sm" component="div" lh="26px">
              <ReferenceText noun="organisations" id={organisation} />
            </Text>
          )}
        </>
      ),
      sortBy: ({ title }) => title,
    },
    {
      id: 'amount',
      heading: words.amount,
      isNumber: true,
      cell: (item) => {
        const [amount] = amountsOf(noun, item.data);
        return amount && <AmountTold noun={noun} id={item.id} title={item.title} amount={amount} isStacked />;
      },
      sortBy: ({ data }) => amountsOf(noun, data)[0]?.value ?? 0,
    },
    {
      id: 'status',
      heading: words.status,
      cell: ({ status, statusWords }) => <StatusBadge status={status} words={statusWords} />,
      isMinor: true,
    },
    {
      id: 'age',
      heading: words.age,
      isNumber: true,
      cell: (item) => <Waited noun={noun} item={item} />,
      sortBy: waited,
    },
    {
      id: 'step',
      heading: words.step,
      cell: ({ id, title }) => (
        <Anchor component={Link} to={pathOf(noun, id)} search={{ do: step } as never} aria-label={`${stepWords}: ${title}`}>
          {stepWords}
        </Anchor>
      ),
    },
  ];
}
