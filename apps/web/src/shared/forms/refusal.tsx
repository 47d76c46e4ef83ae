import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { instantText } from '@soquy/kernel';
import type { ApiProblem } from '../api/problem.js';
import { useSession } from '../api/session-store.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { showDay } from '../format/days.js';
import { FactText } from '../timeline/fact-text.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { useTitlePrefix } from './error-summary.js';
import { formWords } from './forms.words.js';

interface Props {
  readonly problem: ApiProblem;
  readonly category: string;
  readonly attempt: number;
  readonly again: () => void;
  /** Goes on from the revision that is there by now. */
  readonly goOn: (revision: number | undefined) => void;
}

const SERVER_FAILED = 500;

/** Why nothing was recorded: a rule with its facts, somebody who came before, a lost connection. What was typed is untouched. */
export function Refusal({ problem, category, attempt, again, goOn }: Props) {
  const words = useScreenWords(formWords);
  const { state } = useSession();
  const { status, document: told } = problem;
  const endedWhy = state === 'open' ? words.backWhy : words.endedWhy;
  if (status === 412) return <Conflict problem={problem} category={category} attempt={attempt} goOn={goOn} />;
  const isLost = status === 0 || status >= SERVER_FAILED;
  const why = status === 0 ? words.offlineWhy : isLost ? told.detail || words.lostWhy : status === 401 ? endedWhy : told.detail;
  return (
    <Told title={isLost || status === 401 ? words.lostTitle : words.refusedTitle} attempt={attempt}>
      <Text>{why}</Text>
      {!isLost && told.facts && <Facts facts={told.facts} category={category} />}
      {told.traceId && isLost && <Text size="sm">{words.code({ code: told.traceId })}</Text>}
      {(isLost || status === 401 || status === 429) && (
        <Button size="compact-sm" variant="default" onClick={again}>
          {words.again}
        </Button>
      )}
    </Told>
  );
}

function Told({ title, attempt, children }: { readonly title: string; readonly attempt: number; readonly children: ReactNode }) {
  const words = useScreenWords(formWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  useTitlePrefix(words.errorPrefix);
  return (
    <Alert color="danger" title={title} role="alert" ref={box} tabIndex={-1}>
      <Stack gap="xs" align="flex-start">
        {children}
      </Stack>
    </Alert>
  );
}

/** The numbers a rule looked at, by the names its fields have. */
function Facts({ facts, category }: { readonly facts: Readonly<Record<string, unknown>>; readonly category: string }) {
  const say = useSay();
  const kind = useCatalogue().kindOf(category);
  const known = Object.entries(facts).filter(([field, value]) => kind?.fields[field] && typeof value !== 'object');
  if (known.length === 0) return null;
  return (
    <List size="sm">
      {known.map(([field, value]) => (
        <List.Item key={field}>
          {say(kind!.fields[field]!)}: <FactText category={category} field={field} value={value} />
        </List.Item>
      ))}
    </List>
  );
}

/** Who recorded what in between, and the choice to go on after a look. */
function Conflict({ problem, category, attempt, goOn }: Omit<Props, 'again'>) {
  const words = useScreenWords(formWords);
  const say = useSay();
  const kind = useCatalogue().kindOf(category);
  const { events = [], facts } = problem.document;
  const wordsOf = (type: string) => kind?.events.find((event) => event.type === type)?.words;
  const revision = typeof facts?.revision === 'number' ? facts.revision : undefined;
  return (
    <Told title={words.conflictTitle} attempt={attempt}>
      <List size="sm">
        {events.map(({ eventId, type, words: given, recordedAt, effectiveOn, person, personId, data }) => {
          const event = given ?? wordsOf(type);
          return (
            <List.Item key={eventId}>
              {instantText(recordedAt)} · {person?.name ?? person?.username ?? personId?.slice(0, 8)} ·{' '}
              <strong>{event ? say(event) : type}</strong> ({showDay(effectiveOn)})
              <AmountsOf data={data} category={category} />
            </List.Item>
          );
        })}
      </List>
      <Text>{words.conflictAsk}</Text>
      <Button size="compact-sm" onClick={() => goOn(revision)}>
        {words.conflictGo}
      </Button>
    </Told>
  );
}

function AmountsOf({
  data,
  category,
}: {
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly category: string;
}) {
  const amounts = Object.entries(data ?? {}).filter(([field, value]) => field.endsWith('Vnd') && typeof value === 'number');
  return amounts.map(([field, value]) => (
    <span key={field}>
      {' '}
      · <FactText category={category} field={field} value={value} />
    </span>
  ));
}
