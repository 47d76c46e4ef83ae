import { Button, Group, Stack, Text } from '@mantine/core';
import type { ObjectAnswer } from '../api/answers.js';
import type { CommandCard, KindCard } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { useAsOf } from '../as-of/as-of.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { actionWords } from './actions.words.js';

interface Props {
  readonly kind: KindCard;
  readonly object: ObjectAnswer;
  readonly act: (command: CommandCard) => void;
  /** Why this very person may not, whatever the role. */
  readonly whyNot?: ((command: CommandCard) => string | undefined) | undefined;
  /** Single keys of the page, by command. */
  readonly keys?: Readonly<Record<string, string>> | undefined;
}

/** What may follow the object's status; what may not says why beside it. */
export function ObjectActions({ kind, object, act, whyNot, keys = {} }: Props) {
  const words = useScreenWords(actionWords);
  const catalogue = useCatalogue();
  const { isPast } = useAsOf();
  const next = catalogue.following(kind, object.status);
  const others = othersOf(catalogue.answer.commands, kind, next);
  const rolesOf = useRoles();
  if (isPast)
    return (
      <Text size="sm" c="var(--soquy-warn)">
        {words.past}
      </Text>
    );
  return (
    <Stack gap={6} className="soquy-no-print" component="section" aria-label={words.actions}>
      <Group gap="xs">
        {next.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.rest}
          </Text>
        )}
        {next.map((command, index) => (
          <Action
            key={command.name}
            command={command}
            isFirst={index === 0}
            why={command.mine ? whyNot?.(command) : words.roles({ what: rolesOf(command) })}
            keyName={keys[command.name]}
            act={() => act(command)}
          />
        ))}
      </Group>
      {others.length > 0 && <Others commands={others} status={object} />}
    </Stack>
  );
}

/** Commands of the kind that its status does not allow. */
const othersOf = (all: readonly CommandCard[], kind: KindCard, next: readonly CommandCard[]) =>
  all.filter((command) => command.category === kind.category && !command.creates && !next.includes(command));

function useRoles() {
  const say = useSay();
  const { roles } = useCatalogue().answer;
  return (command: CommandCard) => command.roles.map((role) => (roles[role] ? say(roles[role]) : role)).join(', ');
}

interface ActionProps {
  readonly command: CommandCard;
  readonly isFirst: boolean;
  readonly why: string | undefined;
  readonly keyName: string | undefined;
  readonly act: () => void;
}

function Action({ command, isFirst, why, keyName, act }: ActionProps) {
  const say = useSay();
  const id = `why-${command.name}`;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        variant={isFirst && !why ? 'filled' : 'default'}
        disabled={why !== undefined}
        aria-describedby={why && id}
        aria-keyshortcuts={keyName}
        onClick={act}
      >
        {say(command.words)}
        {keyName && ` (${keyName})`}
      </Button>
      {why && (
        <Text size="xs" c="dimmed" id={id} maw={180}>
          {why}
        </Text>
      )}
    </Group>
  );
}

function Others({ commands, status }: { readonly commands: readonly CommandCard[]; readonly status: ObjectAnswer }) {
  const words = useScreenWords(actionWords);
  const say = useSay();
  return (
    <details>
      <summary style={{ cursor: 'pointer', minHeight: 24, fontSize: '0.875rem' }}>{words.others}</summary>
      <Text size="sm" c="dimmed">
        {words.notNow({ what: `“${say(status.statusWords)}”` })}: {commands.map((command) => say(command.words)).join(' · ')}
      </Text>
    </details>
  );
}
