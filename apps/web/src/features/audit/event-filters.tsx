import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePrinting } from '../../shared/print/printing.js';
import { Choices } from '../../shared/print/choices.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { AuditSearch } from './audit-search.js';
import { auditWords } from './audit.words.js';
import { EVENT_FILTERS, readTyped, typedOf, type DayFilter } from './event-question.js';
import { eventsWords } from './events.words.js';
import { PersonChoice } from './person-choice.js';

const EXCEPTIONS = ['late', 'corrections', 'reversed'] as const;
const DAYS = ['effectiveFrom', 'effectiveTo', 'recordedFrom', 'recordedTo'] as const;

interface Props {
  readonly asked: AuditSearch;
  readonly onAsk: (next: AuditSearch) => void;
}

/** What events are asked by. Nothing is asked while a day is wrong. */
export function EventFilters({ asked, onAsk }: Props) {
  const words = useScreenWords(eventsWords);
  const common = useScreenWords(auditWords);
  const [entered, setTyped] = useState(typedOf(asked));
  // Paper says what was asked, not what is being typed.
  const typed = usePrinting() ? typedOf(asked) : entered;
  const [wrong, setWrong] = useState<readonly DayFilter[]>([]);
  const change = (name: string, value: string) => setTyped({ ...typed, [name]: value, ...(name === 'category' && { type: '' }) });
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const read = readTyped(typed);
    setWrong('wrong' in read ? read.wrong : []);
    if ('asked' in read) onAsk(read.asked);
  };
  const field = (name: string) => ({
    size: 'xs' as const,
    value: typed[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => change(name, event.currentTarget.value),
  });
  return (
    <Choices>
      <form onSubmit={submit} noValidate>
        <Group gap="xs" align="flex-end">
          <TextInput label={words.q} placeholder={words.qHint} type="search" w={220} {...field('q')} />
          <PersonChoice
            label={words.actor}
            placeholder={words.actorHint}
            size="xs"
            w={180}
            value={typed.actor ?? ''}
            onChange={(actor) => change('actor', actor)}
          />
          <KindChoices typed={typed} field={field} />
          <NativeSelect
            label={common.exceptions}
            data={[{ value: '', label: words.all }, ...EXCEPTIONS.map((value) => ({ value, label: words[value] }))]}
            {...field('exceptions')}
          />
          {DAYS.map((name) => (
            <TextInput
              key={name}
              w={140}
              label={words[name]}
              placeholder="dd/mm/yyyy"
              error={wrong.includes(name) && words.wrongDay}
              {...field(name)}
            />
          ))}
          <Button size="xs" type="submit">
            {common.show}
          </Button>
          {Object.keys(asked).length > 0 && (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => onAsk(Object.fromEntries(EVENT_FILTERS.map((name) => [name, undefined])))}
            >
              {common.clear}
            </Button>
          )}
        </Group>
      </form>
    </Choices>
  );
}

interface KindProps {
  readonly typed: AuditSearch;
  readonly field: (name: string) => object;
}

function KindChoices({ typed, field }: KindProps) {
  const words = useScreenWords(eventsWords);
  const catalogue = useCatalogue();
  const say = useSay();
  const all = { value: '', label: words.all };
  const types = catalogue.kindOf(typed.category ?? '')?.events ?? [];
  return (
    <>
      <NativeSelect
        label={words.category}
        data={[all, ...catalogue.kinds.map((kind) => ({ value: kind.category, label: say(kind.words) }))]}
        {...field('category')}
      />
      {types.length > 0 && (
        <NativeSelect
          label={words.type}
          data={[all, ...types.map((event) => ({ value: event.type, label: say(event.words) }))]}
          {...field('type')}
        />
      )}
    </>
  );
}
