import { NavLink } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useScreenWords } from '../shared/words/screen-words.js';
import type { Dialog } from './app-keys.js';
import { appWords } from './app.words.js';

/** Where people go; the same nine places for everybody, so that one can tell another the way. */
const PLACES = [
  ['/inbox', 'inbox'],
  ['/', 'overview'],
  ['/programmes', 'programmes'],
  ['/activities', 'activities'],
  ['/organisations', 'organisations'],
  ['/fund', 'fund'],
  ['/loans', 'loans'],
  ['/overdue', 'overdue'],
  ['/audit', 'audit'],
  ['/admin', 'admin'],
] as const;

/** One fund's page has its kind's address, and belongs to the place of funds. */
const isOfFund = (place: string, path: string) => place === '/fund' && path.startsWith('/funds/');

/** A page belongs to the place that begins its address. */
const isAt = (place: string, path: string) =>
  place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`) || isOfFund(place, path);

interface Props {
  readonly onNavigate: () => void;
  readonly show: (dialog: Dialog) => void;
}

export function Rail({ onNavigate, show }: Props) {
  const words = useScreenWords(appWords);
  const { pathname } = useLocation();
  const open = (dialog: Dialog) => () => {
    onNavigate();
    show(dialog);
  };
  const places = PLACES.map(([place, name]) => (
    <NavLink
      key={place}
      component={Link}
      to={place}
      label={words[name]}
      active={isAt(place, pathname)}
      aria-current={isAt(place, pathname) ? 'page' : undefined}
      onClick={onNavigate}
    />
  ));
  return (
    <>
      {places}
      <NavLink component="button" hiddenFrom="md" label={words.palette} onClick={open('palette')} />
      <NavLink component="button" hiddenFrom="md" label={words.help} onClick={open('help')} />
    </>
  );
}
