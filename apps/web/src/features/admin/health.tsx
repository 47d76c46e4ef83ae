import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Words } from '@soquy/kernel';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { Loaded } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { adminWords } from './admin.words.js';
import type { Ready } from './answers.js';

const EVERY_MS = 5_000;

/** What the parts that the product watches are called; a part without a name here is called by its own. */
const PARTS: Readonly<Record<string, Words>> = {
  store: { vi: 'Sổ sự kiện (nơi ghi)', en: 'The log (where facts are recorded)' },
  database: { vi: 'Cơ sở dữ liệu', en: 'The database' },
  'read side': { vi: 'Bảng số liệu (nơi đọc)', en: 'Read tables (where figures come from)' },
};

type Part = { readonly part: string; readonly result: Ready['checks'][string] };

/** What the product says of itself; it answers while it is not ready as well. */
export function Health() {
  const words = useScreenWords(adminWords);
  const say = useSay();
  const answer = useQuery({
    queryKey: ['ask', '/health/ready'],
    queryFn: async ({ signal }) => (await (await fetch('/health/ready', { signal })).json()) as Ready,
    refetchInterval: EVERY_MS,
  });
  const columns: Column<Part>[] = [
    { id: 'part', heading: words.part, cell: ({ part }) => (PARTS[part] ? say(PARTS[part]) : part) },
    { id: 'result', heading: words.state, cell: ({ result }) => words[result] },
  ];
  return (
    <Loaded of={answer}>
      {({ status, checks }) => (
        <Stack gap="sm">
          <Text fw={600}>{status === 'ok' ? words.ready : words[status]}</Text>
          <DataTable
            caption={words.health}
            columns={columns}
            rows={Object.entries(checks).map(([part, result]) => ({ part, result }))}
            keyOf={({ part }) => part}
          />
        </Stack>
      )}
    </Loaded>
  );
}
