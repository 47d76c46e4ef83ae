import { ActionIcon, Loader, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { readDay, showDay } from '../../format/days.js';
import { useScreenWords } from '../../words/screen-words.js';
import { formWords } from '../forms.words.js';
import { useInput, type InputProps } from './input-props.js';

const Calendar = lazy(() => import('./calendar.js'));

/** A day is typed as it is written, dd/mm/yyyy, or chosen from a calendar. */
export function DayInput(props: InputProps) {
  const words = useScreenWords(formWords);
  const { control, text, type, label } = useInput(props);
  const [opened, { toggle, close }] = useDisclosure();
  const day = readDay(text);
  const choose = (chosen: string) => {
    type(showDay(chosen));
    close();
  };
  const button = (
    <Popover opened={opened} onChange={(open) => !open && close()} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon variant="subtle" aria-label={words.calendar({ what: label })} onClick={toggle}>
          <CalendarMark />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loader size="sm" />}>
          <Calendar day={day} choose={choose} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      {...control}
      value={text}
      placeholder={words.dayHint}
      inputMode="numeric"
      autoComplete="off"
      rightSection={button}
      rightSectionPointerEvents="all"
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => day !== undefined && type(showDay(day))}
    />
  );
}

function CalendarMark() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <rect x="1.75" y="3" width="12.5" height="11" rx="1.5" />
      <path d="M1.75 6.5h12.5M5 1.5v3M11 1.5v3" />
    </svg>
  );
}
