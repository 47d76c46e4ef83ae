import { Anchor, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import type { ObjectAnswer } from '../../shared/api/answers.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { objectPageWords } from './object.words.js';

/** The same answer as machines get it, and the command that asks for it. */
export function ObjectSource({ object }: { readonly object: ObjectAnswer }) {
  const words = useScreenWords(objectPageWords);
  const path = `/api/v1/${object.noun}/${encodeURIComponent(object.id)}`;
  const command = `curl -H "Authorization: Bearer $SOQUY_API_KEY" ${window.location.origin}${path}`;
  return (
    <details className="soquy-no-print">
      <summary style={{ cursor: 'pointer', minHeight: 24 }}>{words.json}</summary>
      <Anchor href={path} target="_blank" size="sm">
        {words.jsonOpen}
      </Anchor>
      <Code block tabIndex={0} mah={320} style={{ overflow: 'auto' }}>
        {JSON.stringify(object, null, 2)}
      </Code>
      <Text size="sm" mt="xs">
        {words.cli}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }}>{command}</Code>
        <CopyButton value={command}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" miw="max-content" onClick={copy}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </details>
  );
}
