import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface Tab {
  readonly name: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Tabs whose choice stands in the address, so that a pasted link shows the same thing. */
export function UrlTabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const shown = tabs.find(({ name }) => name === tab)?.name ?? tabs[0]?.name ?? null;
  const choose = (next: string | null) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, tab: next }) } as never);
  return (
    <Tabs value={shown} onChange={choose} keepMounted={false}>
      <Tabs.List aria-label={label}>
        {tabs.map(({ name, label: told }) => (
          <Tabs.Tab key={name} value={name}>
            {told}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name} pt="md">
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
