import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { labelOfPerson, names, personOfLabel } from './people-list.js';
import { usePeople } from './use-people.js';

interface Props extends Pick<AutocompleteProps, 'label' | 'placeholder' | 'size' | 'w'> {
  /** The username, or what is typed of one so far. */
  readonly value: string;
  readonly onChange: (username: string) => void;
}

/** A person by name, accents or not; a username that nobody here is known by can still be typed. */
export function PersonChoice({ value, onChange, ...rest }: Props) {
  const people = usePeople();
  const shown = people.find(({ username }) => username === value);
  return (
    <Autocomplete
      {...rest}
      value={shown ? labelOfPerson(shown) : value}
      data={people.map(labelOfPerson)}
      filter={({ options, search }) => options.filter((option) => 'label' in option && names(search, option.label))}
      onChange={(typed) => onChange(personOfLabel(people, typed))}
    />
  );
}
