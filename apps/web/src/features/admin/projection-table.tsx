import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { numberText } from '@soquy/kernel';
import { get } from '../../shared/api/client.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { placeInLog } from '../../shared/as-of/known.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { Loaded } from '../../shared/ui/states.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useActing } from './acting.js';
import { adminWords } from './admin.words.js';
import type { ProjectionDone, ProjectionItem, ProjectionList } from './answers.js';

const PATH = '/api/v1/projections';
/** A rebuild is looked at again until it is done; otherwise the lag is. */
const SOON_MS = 500;
const LATER_MS = 10_000;

/** How far each table of numbers is behind the log, and what can be done where one has stopped. */
export function ProjectionTable() {
  const words = useScreenWords(adminWords);
  const answer = useQuery({
    queryKey: ['ask', PATH],
    queryFn: ({ signal }) => get<ProjectionList>(PATH, {}, signal),
    refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => state === 'building') ? SOON_MS : LATER_MS),
  });
  const [told, setTold] = useState<Told>();
  const columns = useColumns(setTold);
  return (
    <Loaded of={answer}>
      {({ items, log }) => (
        <Stack gap="sm">
          <Text c="dimmed">
            {words.logEnd} {log.position ? placeInLog(log.position) : '–'}
          </Text>
          <Text c="dimmed" size="sm">
            {words.lagMeans}
          </Text>
          <Done told={told} items={items} />
          <DataTable caption={words.projections} columns={columns} rows={items} keyOf={({ slice }) => slice} />
          {items
            .filter(({ error }) => error)
            .map(({ slice, error }) => (
              <Alert key={slice} color="danger" title={`${slice}: ${error!.type ?? ''} ${error!.stream ?? ''}`}>
                {error!.message}
              </Alert>
            ))}
        </Stack>
      )}
    </Loaded>
  );
}

/** What was done last, and to which table. */
interface Told {
  readonly slice: string;
  readonly name: string;
  readonly act: 'rebuilds' | 'resumptions' | 'skips';
}

/** Stays on the page: a rebuild is told until it is done, and then that it is. */
function Done({ told, items }: { readonly told: Told | undefined; readonly items: readonly ProjectionItem[] }) {
  const words = useScreenWords(adminWords);
  const isBuilding = items.some(({ slice, state }) => slice === told?.slice && state === 'building');
  const sentence = () => {
    const name = told!.name;
    if (told!.act === 'rebuilds') return isBuilding ? words.rebuilding({ name }) : words.rebuilt({ name });
    return words.done({ act: told!.act === 'skips' ? words.skip : words.resume, name });
  };
  return <div role="status">{told && <Alert color={isBuilding ? 'info' : 'ok'}>{sentence()}</Alert>}</div>;
}

function useColumns(tell: (told: Told) => void): Column<ProjectionItem>[] {
  const words = useScreenWords(adminWords);
  const language = useLanguage();
  const say = useSay();
  const catalogue = useCatalogue();
  const nameOf = (slice: string) => (catalogue.kind(slice) ? say(catalogue.kind(slice)!.words) : slice);
  const lag = ({ lagEvents, lagEventsOrMore, lagSeconds }: ProjectionItem) =>
    lagEvents === 0
      ? words.level
      : words.lagText({
          events: `${numberText(lagEvents, language)}${lagEventsOrMore ? '+' : ''}`,
          seconds: numberText(Math.round(lagSeconds), language),
        });
  return [
    { id: 'slice', heading: words.slice, cell: ({ slice }) => nameOf(slice), sortBy: ({ slice }) => nameOf(slice) },
    { id: 'state', heading: words.state, cell: ({ state }) => words[state], sortBy: ({ state }) => state },
    { id: 'lag', heading: words.lag, cell: lag, sortBy: ({ lagEvents }) => lagEvents },
    { id: 'version', heading: words.version, isNumber: true, cell: ({ version }) => version, isMinor: true },
    { id: 'passedOver', heading: words.passedOver, isNumber: true, cell: ({ skipped }) => skipped.length, isMinor: true },
    { id: 'act', heading: words.act, cell: (item) => <Acts item={item} name={nameOf(item.slice)} tell={tell} /> },
  ];
}

interface ActsProps {
  readonly item: ProjectionItem;
  readonly name: string;
  readonly tell: (told: Told) => void;
}

function Acts({ item: { slice, state }, name, tell }: ActsProps) {
  const words = useScreenWords(adminWords);
  const { mutate, isPending } = useActing<ProjectionDone>();
  const act = (path: Told['act'], body?: unknown) =>
    mutate({ path: `/api/v1/projections/${slice}/${path}`, body }, { onSuccess: () => tell({ slice, name, act: path }) });
  const skip = () => {
    const reason = window.prompt(words.reason)?.trim();
    if (reason) act('skips', { reason });
  };
  return (
    <Group gap={4}>
      <Button
        size="compact-sm"
        variant="default"
        loading={isPending || state === 'building'}
        aria-label={`${words.rebuild}: ${name}`}
        onClick={() => window.confirm(words.sure({ act: words.rebuild, name })) && act('rebuilds')}
      >
        {words.rebuild}
      </Button>
      {state === 'stopped' && (
        <>
          <Button size="compact-sm" variant="default" aria-label={`${words.resume}: ${name}`} onClick={() => act('resumptions')}>
            {words.resume}
          </Button>
          <Button size="compact-sm" variant="default" aria-label={`${words.skip}: ${name}`} onClick={skip}>
            {words.skip}
          </Button>
        </>
      )}
    </Group>
  );
}
