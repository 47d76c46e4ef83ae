import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ListAnswer, ObjectAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { loanWords } from './loans.words.js';

const WAIT_MS = 150;
const MOST = 20;

interface Props {
  /** The organisation the list is held to. */
  readonly value: string | undefined;
  readonly choose: (organisation: string | undefined) => void;
}

/** Holds the list to one borrower, found by name or code: people know whose loan it is, seldom its number. */
export function BorrowerFilter({ value, choose }: Props) {
  const words = useScreenWords(loanWords);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), WAIT_MS);
  const path = `/api/v1/organisations/${encodeURIComponent(value ?? '')}`;
  const chosen = useRead<ObjectAnswer>(path, {}, { asOf: false, enabled: value !== undefined }).data;
  const isChosen = value !== undefined && chosen?.id === value;
  const query = { limit: MOST, sort: 'title', ...(asked && asked !== chosen?.title && { q: asked }) };
  const { data } = useRead<ListAnswer>('/api/v1/organisations', query, { asOf: false });
  const found = new Map([...(isChosen ? [chosen] : []), ...(data?.items ?? [])].map(({ id, title }) => [id, title]));
  return (
    <Select
      label={words.borrower}
      placeholder={words.borrowerHint}
      miw={220}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.clear }}
      nothingFoundMessage={words.noBorrower}
      data={[...found].map(([id, title]) => ({ value: id, label: title }))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value ?? null}
      onChange={(id) => choose(id ?? undefined)}
    />
  );
}
