import { NavLink } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useScreenWords } from '../shared/words/screen-words.js';
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

/** The place a page belongs to is the longest that begins its address. */
const isAt = (place: string, path: string) => (place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`));

export function Rail({ onNavigate }: { readonly onNavigate: () => void }) {
  const words = useScreenWords(appWords);
  const { pathname } = useLocation();
  return PLACES.map(([place, name]) => (
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
}
