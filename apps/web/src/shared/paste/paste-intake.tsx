import { Anchor, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { PasteColumn } from './columns.js';
import { pasteWords } from './paste.words.js';
import { templateFile, templateName } from './template.js';

interface Props {
  readonly title: string;
  readonly columns: readonly PasteColumn[];
  readonly take: (text: string) => boolean;
}

/** Where a table is pasted, and what it may hold. */
export function PasteIntake({ title, columns, take }: Props) {
  const words = useScreenWords(pasteWords);
  const language = useLanguage();
  const [text, setText] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const headings = columns.map(({ label }) => label[language]);
  const address = useMemo(() => URL.createObjectURL(templateFile(headings)), [headings.join()]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <Paper withBorder p="md">
      <Stack align="stretch">
        <Text>{words.how}</Text>
        <Textarea
          label={words.orHere}
          value={text}
          rows={4}
          error={isEmpty ? words.nothing : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group>
          <Button onClick={() => setEmpty(!take(text))} disabled={text.trim() === ''}>
            {words.take}
          </Button>
          <Anchor href={address} download={templateName(title)}>
            {words.template}
          </Anchor>
        </Group>
        <Text size="sm" c="dimmed">
          {words.columnsKnown}: {columns.map(({ label, required }) => `${label[language]}${required ? ' *' : ''}`).join(' · ')}
        </Text>
      </Stack>
    </Paper>
  );
}
