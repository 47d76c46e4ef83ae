import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { readDay, showDay } from '../format/days.js';
import { useScreenWords } from '../words/screen-words.js';
import { useAsOf } from './as-of.js';
import { asOfWords } from './as-of.words.js';

/** The two dates of every page: what had happened by a day, as it was known at an instant. */
export function AsOfBar() {
  const words = useScreenWords(asOfWords);
  const { to, known, isPast, set } = useAsOf();
  const [opened, { toggle, close }] = useDisclosure();
  const label = `${words.upTo} ${to ? showDay(to) : words.now}${known ? `, ${words.knownAt} ${known}` : ''}`;
  return (
    <Group gap="xs" wrap="nowrap">
      <Popover opened={opened} onChange={(open) => !open && close()} trapFocus withinPortal>
        <Popover.Target>
          <Button size="compact-sm" variant={isPast ? 'filled' : 'default'} color={isPast ? 'warn' : undefined} onClick={toggle}>
            {label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <AsOfForm to={to} known={known} onChoose={(next) => (set(next), close())} />
        </Popover.Dropdown>
      </Popover>
      {isPast && (
        <Button size="compact-sm" variant="subtle" onClick={() => set({ to: undefined, known: undefined })}>
          {words.backToNow}
        </Button>
      )}
    </Group>
  );
}

interface FormProps {
  readonly to: string | undefined;
  readonly known: string | undefined;
  readonly onChoose: (next: { to: string | undefined; known: string | undefined }) => void;
}

function AsOfForm({ to, known, onChoose }: FormProps) {
  const words = useScreenWords(asOfWords);
  const [day, setDay] = useState(showDay(to));
  const [instant, setInstant] = useState(known ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose({ to: readDay(day), known: instantOf(instant) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          label={words.effective}
          placeholder="31/12/2025"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label={words.known}
          placeholder="15/01/2026 17:00"
          value={instant}
          onChange={(event) => setInstant(event.currentTarget.value)}
        />
        <Button type="submit">{words.apply}</Button>
      </Stack>
    </form>
  );
}

/** "15/01/2026 17:00" in Vietnam as the API takes it; what is given as an instant or a position stays. */
function instantOf(text: string): string | undefined {
  const [, day = '', time] = /^(\S+)(?:\s+(\d{1,2}:\d{2}))?$/.exec(text.trim()) ?? [];
  const read = readDay(day);
  if (!read) return text.trim() || undefined;
  return `${read}T${(time ?? '23:59').padStart(5, '0')}:${time ? '00' : '59'}+07:00`;
}
