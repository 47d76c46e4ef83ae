import { Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { EventLine, ObjectAnswer } from '../../shared/api/answers.js';
import type { Catalogue, KindCard } from '../../shared/api/catalogue.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { showDay } from '../../shared/format/days.js';
import { activityKinds } from '../../shared/forms/drafts.js';
import { LoadedObject } from '../../shared/objects/loaded-object.js';
import { ObjectActions } from '../../shared/objects/object-actions.js';
import { useOpened } from '../../shared/objects/use-opened.js';
import { FactList } from '../../shared/timeline/fact-list.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import { repeatOf } from '../../shared/timeline/repeat-of.js';
import { Timeline } from '../../shared/timeline/timeline.js';
import { useObjectTitle } from '../../shared/ui/object-title.js';
import { tellsCode } from '../../shared/ui/title-words.js';
import { Page } from '../../shared/ui/page.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { ObjectSource } from './object-source.js';
import { ObjectStep } from './object-step.js';
import { objectPageWords } from './object.words.js';
import { meantStep, readyStep } from './ready-step.js';

interface ObjectSearch {
  /** The command whose form is open. */
  readonly act?: string | undefined;
  /** The same, as the inbox asks for it. */
  readonly do?: string | undefined;
  /** The event that was taken back, whose values the form begins with. */
  readonly from?: string | undefined;
}

/** Any object of any kind, drawn from the catalogue. */
export function ObjectPage() {
  const words = useScreenWords(objectPageWords);
  const { noun, id } = useParams({ strict: false }) as { noun: string; id: string };
  const kind = useCatalogue().kind(noun);
  const answer = useRead<ObjectAnswer>(`/api/v1/${noun}/${encodeURIComponent(id)}`, {}, { enabled: kind !== undefined });
  if (!kind) return <Page title={words.unknownKind}>{null}</Page>;
  return (
    <LoadedObject noun={noun} of={answer}>
      {(object) => <Shown key={object.id} kind={kind} object={object} />}
    </LoadedObject>
  );
}

function Shown({ kind, object }: { readonly kind: KindCard; readonly object: ObjectAnswer }) {
  const words = useScreenWords(objectPageWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const title = useObjectTitle()(object) ?? object.code;
  const navigate = useNavigate();
  const { isPast } = useAsOf();
  const waiting = useReadyStep(kind, object);
  const [isLeft, setLeft] = useState(false);
  const { do: asked, act: open, from }: ObjectSearch = useSearch({ strict: false });
  const act = open ?? meantStep(kind, object, asked, waiting) ?? (isLeft ? undefined : waiting?.name);
  const put = (part: ObjectSearch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, do: undefined, ...part }) } as never);
  const next = catalogue.following(kind, object.status);
  const command = useOpened(
    next.find(({ name }) => name === act),
    act,
  );
  const repeat = (event: EventLine) => {
    const found = repeatOf(event, next);
    return found?.command.mine && !isPast ? (
      <Button size="compact-xs" variant="light" onClick={() => put({ act: found.command.name, from: event.eventId })}>
        {words.repeat}
      </Button>
    ) : null;
  };
  return (
    <Page
      title={title}
      beside={
        <>
          <StatusBadge status={object.status} words={object.statusWords} />
          <Text c="dimmed" size="sm">
            {tellsCode(title, object.code) ? say(kind.one) : `${say(kind.one)} · ${object.code}`}
          </Text>
        </>
      }
      actions={
        !isPast && mayRepeat(catalogue, kind) ? (
          <Button component={Link} variant="default" to="/activities/new" search={{ copy: `${kind.noun}/${object.id}` } as never}>
            {words.again}
          </Button>
        ) : undefined
      }
    >
      <ObjectActions kind={kind} object={object} act={({ name }) => put({ act: name, from: undefined })} />
      {command && (
        <ObjectStep
          key={`${command.name} ${from}`}
          command={command}
          object={object}
          from={from}
          isAsked={act !== waiting?.name || asked !== undefined}
          close={() => {
            setLeft(true);
            put({ act: undefined, from: undefined });
          }}
        />
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Facts kind={kind} object={object} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Timeline noun={kind.noun} id={object.id} isTitled after={repeat} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** Activities are held again elsewhere, by whoever may record one. */
const mayRepeat = (catalogue: Catalogue, kind: KindCard) =>
  activityKinds(catalogue).includes(kind) && catalogue.beginnings(kind.category).some(({ mine }) => mine);

function Facts({ kind, object }: { readonly kind: KindCard; readonly object: ObjectAnswer }) {
  const words = useScreenWords(objectPageWords);
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2} size="h5">
          {words.facts}
        </Title>
        <FactList category={kind.category} data={object.data} of={{ noun: kind.noun, id: object.id }} />
        <Group gap="lg">
          {kind.noun !== 'agencies' && object.agency !== 'all' && (
            <Text size="sm" c="dimmed" component="div">
              {words.agency}: <ReferenceText noun="agencies" id={object.agency} />
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {words.since}: {showDay(object.effectiveFrom)}
          </Text>
        </Group>
        <ObjectSource object={object} />
      </Stack>
    </Paper>
  );
}

/** What waits for this very person and needs nothing but a yes is open when the page is. */
function useReadyStep(kind: KindCard, object: ObjectAnswer) {
  const catalogue = useCatalogue();
  const { isPast } = useAsOf();
  return isPast ? undefined : readyStep(catalogue, kind, object);
}
