import { Box, MultiSelect, Select, Text, type ComboboxLikeRenderOptionInput, type ComboboxItem } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '../../ui/status-badge.js';
import { useScreenWords } from '../../words/screen-words.js';
import { formWords } from '../forms.words.js';
import { asList, asText } from '../typed.js';
import { useInput, type InputProps } from './input-props.js';
import { nameOf, useReferenceOptions } from './reference-options.js';

type Found = ReturnType<typeof useReferenceOptions>['found'];

/** Another object, found by name or code without regard to accents. */
export function ReferenceSelect(props: InputProps) {
  const words = useScreenWords(formWords);
  const { control, text, type } = useInput(props);
  const [search, setSearch] = useState('');
  const { found, isFetching } = useReferenceOptions(props.schema['x-refers']!, text ? [text] : [], search);
  return (
    <Select
      {...control}
      value={text || null}
      data={dataOf(found)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.clear }}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      placeholder={words.find}
      nothingFoundMessage={isFetching ? words.finding : words.findNothing}
      renderOption={optionOf(found)}
      onChange={(value) => type(value ?? '')}
    />
  );
}

export function ReferencesSelect(props: InputProps) {
  const words = useScreenWords(formWords);
  const { control, type } = useInput(props);
  const chosen = asList(props.typed).map(asText);
  const [search, setSearch] = useState('');
  const { found, isFetching } = useReferenceOptions(props.schema['x-refers']!, chosen, search);
  return (
    <MultiSelect
      {...control}
      value={chosen}
      data={dataOf(found)}
      searchable
      hidePickedOptions
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      placeholder={chosen.length === 0 ? words.find : undefined}
      nothingFoundMessage={isFetching ? words.finding : words.findNothing}
      renderOption={optionOf(found)}
      onChange={(values) => type(values)}
    />
  );
}

const dataOf = (found: Found) => [...found.values()].map((each) => ({ value: each.id, label: nameOf(each) }));

const optionOf = (found: Found) =>
  function Option({ option }: ComboboxLikeRenderOptionInput<ComboboxItem>) {
    const known = found.get(option.value);
    if (!known) return <Text size="sm">{option.label}</Text>;
    return (
      <Box w="100%">
        <Text size="sm">{known.title}</Text>
        <Text size="xs" c="dimmed" component="div">
          {known.code} <StatusBadge status={known.status} words={known.statusWords} />
        </Text>
      </Box>
    );
  };
