import { Badge } from '@mantine/core';
import type { Words } from '@soquy/kernel';
import { useSay } from '../words/language.js';

/** Colours say what the words say already; an unknown status is plain. */
const COLOURS: Readonly<Record<string, string>> = {
  held: 'ok',
  settled: 'ok',
  accepted: 'ok',
  paid: 'ok',
  active: 'ok',
  disbursed: 'info',
  open: 'info',
  allocated: 'info',
  approved: 'info',
  planned: 'warn',
  applied: 'warn',
  appraised: 'warn',
  requested: 'warn',
  suspended: 'warn',
  rejected: 'danger',
  cancelled: 'danger',
  stopped: 'danger',
  dissolved: 'danger',
};

export function StatusBadge({ status, words }: { readonly status: string; readonly words: Words }) {
  const say = useSay();
  return (
    <Badge variant="outline" color={COLOURS[status] ?? 'var(--soquy-muted)'} tt="none" fw={600} miw="max-content">
      {say(words)}
    </Badge>
  );
}
