import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Empty } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { auditWords } from './audit.words.js';
import { EventList } from './event-list.js';
import { eventsWords } from './events.words.js';
import { PersonChoice } from './person-choice.js';

/** Everything one person recorded. */
export function PersonTab() {
  const words = useScreenWords(eventsWords);
  const [{ actor }, set] = useAuditSearch();
  return (
    <Stack gap="md">
      <PersonForm key={actor ?? ''} actor={actor} onAsk={(next) => set({ actor: next })} />
      {actor ? <EventList asked={{ actor }} /> : <Empty>{words.whichPerson}</Empty>}
    </Stack>
  );
}

interface FormProps {
  readonly actor: string | undefined;
  readonly onAsk: (actor: string | undefined) => void;
}

function PersonForm({ actor, onAsk }: FormProps) {
  const words = useScreenWords(eventsWords);
  const { show } = useScreenWords(auditWords);
  const [typed, setTyped] = useState(actor ?? '');
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    onAsk(typed.trim() || undefined);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <PersonChoice label={words.actor} placeholder={words.actorHint} w={260} value={typed} onChange={setTyped} />
        <Button type="submit">{show}</Button>
      </Group>
    </form>
  );
}
