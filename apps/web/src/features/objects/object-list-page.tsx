import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { CommandCard, KindCard } from '../../shared/api/catalogue.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { RecordForm } from '../../shared/forms/record-form.js';
import { ObjectList } from '../../shared/objects/object-list.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { Page } from '../../shared/ui/page.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { objectPageWords } from './object.words.js';

/** The list of a kind that has no screen of its own. */
export function ObjectListPage() {
  const words = useScreenWords(objectPageWords);
  const { noun } = useParams({ strict: false }) as { noun: string };
  const kind = useCatalogue().kind(noun);
  return kind ? <Listed key={noun} kind={kind} /> : <Page title={words.unknownKind}>{null}</Page>;
}

function Listed({ kind }: { readonly kind: KindCard }) {
  const words = useScreenWords(objectPageWords);
  const say = useSay();
  const navigate = useNavigate();
  const { isPast } = useAsOf();
  const { act, programme } = useSearch({ strict: false }) as { act?: string; programme?: string };
  const put = (name: string | undefined) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, act: name }) } as never);
  const beginnings = useCatalogue().beginnings(kind.category);
  const mine = beginnings.filter((command) => command.mine);
  const command = beginnings.find(({ name }) => name === act);
  const buttons = isPast ? (
    <Text size="sm" c="var(--soquy-warn)">
      {words.past}
    </Text>
  ) : (
    <Group gap="xs">
      {mine.map(({ name, words: label }, index) => (
        <Button key={name} variant={index === 0 ? 'filled' : 'default'} onClick={() => put(name)}>
          {say(label)}
        </Button>
      ))}
      {mine.length === 0 && <WhoMay commands={beginnings} />}
    </Group>
  );
  return (
    <Page title={say(kind.words)} actions={buttons}>
      {command && (
        <Paper withBorder p="md" component="section" aria-label={say(command.words)}>
          <Title order={2} size="h5" mb="sm">
            {say(command.words)}
          </Title>
          <RecordForm
            key={command.name}
            command={command}
            initial={programme ? { programmeId: programme } : undefined}
            onRecorded={({ objectId }, _, goesOn) => !goesOn && void navigate({ to: pathOf(kind.noun, objectId) } as never)}
            onCancel={() => put(undefined)}
          />
        </Paper>
      )}
      <ObjectList kind={kind} />
    </Page>
  );
}

function WhoMay({ commands }: { readonly commands: readonly CommandCard[] }) {
  const words = useScreenWords(objectPageWords);
  const say = useSay();
  const { roles } = useCatalogue().answer;
  const names = [...new Set(commands.flatMap((command) => command.roles))].map((role) => (roles[role] ? say(roles[role]) : role));
  if (commands.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {say(commands[0]!.words)}: {words.roles({ what: names.join(', ') })}
    </Text>
  );
}
