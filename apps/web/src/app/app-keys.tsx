import { useNavigate } from '@tanstack/react-router';
import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
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

export type Dialog = 'palette' | 'help';

interface Props {
  readonly dialog: Dialog | undefined;
  readonly show: (dialog: Dialog | undefined) => void;
}

/** Keys that work on every page, and what they open. */
export function AppKeys({ dialog, show }: Props) {
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate({ to } as never);
  const close = () => show(undefined);
  useKeys({
    ...Object.fromEntries(Object.entries(PLACES).map(([keys, to]) => [keys, go(to)])),
    KeyN: go('/activities/new'),
    Slash: () => show('palette'),
    'Shift+Slash': () => show('help'),
  });
  useHotkeys([['mod+K', () => show('palette')]], []);
  return (
    <Suspense>
      {dialog === 'palette' && <Palette onClose={close} />}
      {dialog === 'help' && <KeyHelp onClose={close} />}
    </Suspense>
  );
}
