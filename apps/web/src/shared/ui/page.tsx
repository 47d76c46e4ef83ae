import { Group, Stack, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** State, period or what else belongs to the title. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its one heading, what can be done, and its content. The title is the document's too. */
export function Page({ title, beside, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Sổ Quỹ`;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center" gap="sm">
        <Group gap="sm" align="center">
          <Title order={1} size="h3">
            {title}
          </Title>
          {beside}
        </Group>
        {actions && (
          <Group gap="xs" className="soquy-no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
