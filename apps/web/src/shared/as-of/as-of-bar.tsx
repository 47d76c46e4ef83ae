import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { showDay } from '../format/days.js';
import { useKeys } from '../keys/keys.js';
import { useScreenWords } from '../words/screen-words.js';
import { useAsOf } from './as-of.js';
import { asOfWords } from './as-of.words.js';
import { useAsOfWords } from './use-as-of-words.js';

const AsOfForm = lazy(() => import('./as-of-form.js'));

/** 31/12/25, where there is no room for more. */
const shortDay = (day: string) => showDay(day).replace(/20(\d\d)$/, '$1');

/** The two dates of every page: what had happened by a day, as it was known at a moment. */
export function AsOfBar() {
  const words = useScreenWords(asOfWords);
  const { bar } = useAsOfWords();
  const { to, known, isPast, set } = useAsOf();
  const [opened, { toggle, open, close }] = useDisclosure();
  useKeys({ KeyM: open });
  const look = { variant: isPast ? 'filled' : 'default', ...(isPast && { color: 'warn' }) };
  return (
    <Popover opened={opened} onChange={(next) => !next && close()} trapFocus returnFocus withinPortal position="bottom">
      <Popover.Target>
        <Button
          size="compact-sm"
          flex="0 0 auto"
          px={8}
          {...look}
          aria-label={`${bar}. ${words.choose}`}
          aria-keyshortcuts="M"
          title={bar}
          onClick={toggle}
        >
          <span className="mantine-visible-from-sm">{bar}</span>
          <span className="mantine-hidden-from-sm">{to ? shortDay(to) : known ? '…' : words.nowShort}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw="100vw">
        <Suspense>
          <AsOfForm to={to} known={known} onChoose={(next) => (set(next), close())} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
