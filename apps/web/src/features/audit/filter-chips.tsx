import { Autocomplete, Button, CloseButton, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { foldText } from '@soquy/kernel';
import type { ListAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { DIMENSIONS, DIMENSION_NAMES, dimensionOf, type DimensionName } from '../../shared/figures/dimensions.js';
import { useValueNames, type Filter } from '../../shared/figures/use-value-name.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { auditWords } from './audit.words.js';
import { figuresWords } from './figures.words.js';
import classes from './figures.module.css';

const MOST = '200';

/** The conditions a figure is narrowed by: each can be taken away, and one more added. */
export function FilterChips() {
  const words = useScreenWords(figuresWords);
  const say = useSay();
  const [search, set] = useAuditSearch();
  const filters = DIMENSION_NAMES.flatMap((name): Filter[] => (search[name] === undefined ? [] : [[name, search[name]]]));
  const names = useValueNames(filters);
  const [adding, setAdding] = useState<DimensionName>();
  const free = DIMENSION_NAMES.filter((name) => search[name] === undefined);
  return (
    <Group gap="xs" align="flex-end">
      {filters.map(([name], index) => {
        const dimension = say(dimensionOf(name).words);
        return (
          <span key={name} className={classes.chip} data-chosen>
            {dimension}: <strong>{names[index]}</strong>
            <CloseButton size="sm" aria-label={words.remove({ name: dimension })} onClick={() => set({ [name]: undefined })} />
          </span>
        );
      })}
      <NativeSelect
        size="xs"
        aria-label={words.addFilter}
        data={[{ value: '', label: words.addFilter }, ...free.map((value) => ({ value, label: say(DIMENSIONS[value].words) }))]}
        value={adding ?? ''}
        onChange={(event) => setAdding((event.currentTarget.value || undefined) as DimensionName | undefined)}
      />
      {adding && (
        <ValueForm
          key={adding}
          name={adding}
          onChoose={(value) => {
            set({ [adding]: value });
            setAdding(undefined);
          }}
        />
      )}
    </Group>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen: objects of a list by code and title, or words of the catalogue; else something is typed. */
function useChoices(name: DimensionName, typed: string): readonly Choice[] {
  const catalogue = useCatalogue();
  const say = useSay();
  const { noun, field } = dimensionOf(name);
  const list = useRead<ListAnswer>(`/api/v1/${noun}`, { limit: MOST, q: typed || undefined }, { enabled: noun !== undefined });
  if (field) return Object.entries(catalogue.answer.enums[field] ?? {}).map(([value, words]) => ({ value, label: say(words) }));
  return (list.data?.items ?? []).map(({ id, code, title }) => ({ value: id, label: `${title} · ${code}` }));
}

function ValueForm({ name, onChoose }: { readonly name: DimensionName; readonly onChoose: (value: string) => void }) {
  const words = useScreenWords(figuresWords);
  const { show } = useScreenWords(auditWords);
  const say = useSay();
  const [typed, setTyped] = useState('');
  const choices = useChoices(name, typed.includes('·') ? '' : typed);
  const labels = [...new Set(choices.map(({ label }) => label))];
  const chosen = (label: string) => choices.find((each) => each.label === label)?.value ?? label.trim();
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    if (typed.trim() !== '') onChoose(chosen(typed));
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <Autocomplete
          size="xs"
          w={280}
          aria-label={words.valueOf({ name: say(DIMENSIONS[name].words) })}
          placeholder={words.valueOf({ name: say(DIMENSIONS[name].words) })}
          data={labels}
          filter={({ options, search }) =>
            options.filter((option) => 'label' in option && foldText(option.label).includes(foldText(search)))
          }
          value={typed}
          onChange={setTyped}
          onOptionSubmit={(label) => onChoose(chosen(label))}
        />
        <Button size="xs" type="submit">
          {show}
        </Button>
      </Group>
    </form>
  );
}
