import { MultiSelect, NativeSelect } from '@mantine/core';
import type { ListItem } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useWholeList } from '../../shared/api/use-whole-list.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { adminWords } from './admin.words.js';

/** Roles that people have; the product's own acts are no account's. */
const NOT_FOR_PEOPLE = 'system';

export interface Standing {
  readonly role: string;
  readonly agencyIds: readonly string[] | 'all';
}

interface Props {
  readonly value: Standing;
  readonly onChange: (next: Standing) => void;
}

/** A role, and the agencies it holds for; none chosen: all of them. */
export function StandingFields({ value, onChange }: Props) {
  const words = useScreenWords(adminWords);
  const say = useSay();
  const { roles } = useCatalogue().answer;
  const agencies = useWholeList<ListItem>('/api/v1/agencies', { sort: 'title' }, { asOf: false });
  const choices = Object.entries(roles).filter(([role]) => role !== NOT_FOR_PEOPLE);
  return (
    <>
      <NativeSelect
        label={words.role}
        value={value.role}
        data={choices.map(([role, told]) => ({ value: role, label: say(told) }))}
        onChange={(event) => onChange({ ...value, role: event.currentTarget.value })}
      />
      <MultiSelect
        label={words.agencies}
        placeholder={value.agencyIds === 'all' ? words.all : ''}
        value={value.agencyIds === 'all' ? [] : [...value.agencyIds]}
        data={(agencies.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(ids) => onChange({ ...value, agencyIds: ids.length === 0 ? 'all' : ids })}
        searchable
      />
    </>
  );
}
