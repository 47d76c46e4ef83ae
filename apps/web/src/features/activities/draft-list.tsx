import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { instantText } from '@soquy/kernel';
import { useAccount } from '../../shared/api/session-store.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { draftsOf, dropDraft, type Draft } from '../../shared/forms/drafts.js';
import { asText } from '../../shared/forms/typed.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { activityWords } from './activities.words.js';

/** What was typed on this device and not recorded yet. */
export function DraftList() {
  const words = useScreenWords(activityWords);
  const username = useAccount()?.username ?? '';
  const [drafts, setDrafts] = useState(() => draftsOf(window.localStorage, username));
  if (drafts.length === 0) return null;
  const drop = ({ command, objectId }: Draft) => {
    dropDraft(window.localStorage, username, command, objectId);
    setDrafts(draftsOf(window.localStorage, username));
  };
  return (
    <Paper withBorder p="sm" component="section" aria-label={words.drafts}>
      <Title order={2} size="h5" mb="xs">
        {words.drafts}
      </Title>
      <Text size="sm" c="dimmed">
        {words.draftsWhile}
      </Text>
      {drafts.map((draft) => (
        <DraftLine key={`${draft.command} ${draft.objectId}`} draft={draft} drop={() => drop(draft)} />
      ))}
    </Paper>
  );
}

function DraftLine({ draft, drop }: { readonly draft: Draft; readonly drop: () => void }) {
  const words = useScreenWords(activityWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const command = catalogue.command(draft.command);
  const kind = command && catalogue.kindOf(command.category);
  if (!kind) return null;
  const title = asText(draft.typed.title) || say(kind.one);
  const search = { kind: kind.noun, command: command.name };
  const open = () =>
    draft.objectId
      ? void navigate({ to: pathOf(kind.noun, draft.objectId), search: { act: command.name } } as never)
      : void navigate({ to: '/activities/new', search } as never);
  return (
    <Group gap="sm">
      <Text size="sm">
        {say(command.words)}: <strong>{title}</strong> · {words.draftAt({ at: instantText(draft.savedAt) })}
        {draft.toSend && ` · ${words.draftWaits}`}
      </Text>
      <Button size="compact-sm" variant="default" onClick={open} aria-label={`${words.open}: ${title}`}>
        {words.open}
      </Button>
      <Button size="compact-sm" variant="subtle" color="danger" onClick={drop} aria-label={`${words.drop}: ${title}`}>
        {words.drop}
      </Button>
    </Group>
  );
}
