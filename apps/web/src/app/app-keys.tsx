import { useNavigate } from '@tanstack/react-router';
import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useKeys } from '../shared/keys/keys.js';

const Palette = lazy(() => import('./palette.js'));
const KeyHelp = lazy(() => import('./key-help.js'));

/** `G` and then a letter goes to a place; the help lists them from here. */
export const PLACES = {
  'KeyG KeyI': '/inbox',
  'KeyG KeyT': '/',
  'KeyG KeyC': '/programmes',
  'KeyG KeyH': '/activities',
  'KeyG KeyO': '/organisations',
  'KeyG KeyV': '/loans',
  'KeyG KeyQ': '/overdue',
  'KeyG KeyK': '/audit',
} as const;

/** Keys that work on every page, and what they open. */
export function AppKeys() {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'help'>();
  const go = (to: string) => () => void navigate({ to } as never);
  const close = () => setOpen(undefined);
  useKeys({
    ...Object.fromEntries(Object.entries(PLACES).map(([keys, to]) => [keys, go(to)])),
    KeyN: go('/activities/new'),
    Slash: () => setOpen('palette'),
    'Shift+Slash': () => setOpen('help'),
  });
  useHotkeys([['mod+K', () => setOpen('palette')]], []);
  return (
    <Suspense>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <KeyHelp onClose={close} />}
    </Suspense>
  );
}
