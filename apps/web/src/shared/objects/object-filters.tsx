import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Choices } from '../print/choices.js';
import type { ListAnswer } from '../api/answers.js';
import type { KindCard } from '../api/catalogue.js';
import { useRead } from '../api/reads.js';
import { today } from '../as-of/as-of.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { isFiltered, type ListSearch } from './list-search.js';
import { objectWords } from './objects.words.js';

const WAIT_MS = 250;
const FIRST_YEAR = 2010;

interface Props {
  readonly kind: KindCard;
  readonly search: ListSearch;
  readonly change: (next: ListSearch) => void;
  /** Under a programme, so that it can be chosen. */
  readonly hasProgramme: boolean;
}

/** Holds a list to words, programme, year and status. */
export function ObjectFilters({ kind, search, change, hasProgramme }: Props) {
  const words = useScreenWords(objectWords);
  const say = useSay();
  const thisYear = Number(today().slice(0, 4));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  const any = { value: '', label: words.all };
  const put = (part: ListSearch) => change({ ...search, ...part });
  return (
    <Choices>
      <Group gap="sm" align="flex-end">
        <SearchBox key={search.q === undefined ? 'empty' : 'typed'} q={search.q} onSearch={(q) => put({ q })} />
        {hasProgramme && <ProgrammeChoice value={search.programme} choose={(programme) => put({ programme })} />}
        <NativeSelect
          label={words.year}
          value={search.year ?? ''}
          data={[any, ...years.map((value) => ({ value, label: value }))]}
          onChange={(event) => put({ year: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={words.status}
          value={search.status ?? ''}
          data={[
            any,
            ...kind.statuses
              .filter(({ status }) => status !== 'none')
              .map((each) => ({ value: each.status, label: say(each.words) })),
          ]}
          onChange={(event) => put({ status: event.currentTarget.value || undefined })}
        />
        {isFiltered(search) && (
          <Button
            variant="subtle"
            onClick={() => change({ q: undefined, programme: undefined, year: undefined, status: undefined })}
          >
            {words.clear}
          </Button>
        )}
      </Group>
    </Choices>
  );
}

function SearchBox({ q, onSearch }: { readonly q: string | undefined; readonly onSearch: (q: string | undefined) => void }) {
  const words = useScreenWords(objectWords);
  const [typed, setTyped] = useState(q ?? '');
  const ask = useDebouncedCallback((text: string) => onSearch(text.trim() || undefined), WAIT_MS);
  return (
    <TextInput
      type="search"
      label={words.search}
      placeholder={words.searchHint}
      value={typed}
      miw={220}
      onChange={(event) => (setTyped(event.currentTarget.value), ask(event.currentTarget.value))}
    />
  );
}

function ProgrammeChoice({
  value,
  choose,
}: {
  readonly value: string | undefined;
  readonly choose: (id: string | undefined) => void;
}) {
  const words = useScreenWords(objectWords);
  const { data } = useRead<ListAnswer>('/api/v1/programmes', { limit: 200, sort: 'title' });
  return (
    <NativeSelect
      label={words.programme}
      maw={280}
      value={value ?? ''}
      data={[{ value: '', label: words.all }, ...(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
      onChange={(event) => choose(event.currentTarget.value || undefined)}
    />
  );
}
