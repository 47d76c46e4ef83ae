import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useId, useState } from 'react';
import { addDays, daysBetween } from '@soquy/kernel';
import { today, useAsOf } from '../../shared/as-of/as-of.js';
import { readDay, showDay } from '../../shared/format/days.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { LoanAnswer } from './loan-answer.js';
import classes from './loans.module.css';
import { loanWords } from './loans.words.js';

const WAIT_MS = 250;

/** The day a loan's story begins as far as its page knows. */
const beginningOf = ({ data: { statement, appliedOn, appraisal, approval }, effectiveFrom }: LoanAnswer): string =>
  [statement?.openedOn, appliedOn, appraisal?.appraisedOn, approval?.approvedOn, effectiveFrom].filter(Boolean).sort()[0] ??
  effectiveFrom;

/** Moves the whole page to a day of the loan's life; arrow keys go day by day, PageUp and PageDown by more. */
export function DaySlider({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const { day, isPast, set } = useAsOf();
  const id = useId();
  const from = beginningOf(loan);
  const now = today();
  const span = Math.max(1, daysBetween(from, now));
  const [shown, setShown] = useState(day);
  const [typed, setTyped] = useState(showDay(day));
  useEffect(() => {
    setShown(day);
    setTyped(showDay(day));
  }, [day]);
  const go = (to: string) => set({ to: to >= now ? undefined : to });
  const later = useDebouncedCallback(go, WAIT_MS);
  const slide = (days: number) => {
    const to = addDays(from, days);
    setShown(to);
    setTyped(showDay(to));
    later(to);
  };
  const read = readDay(typed);
  const enter = () => read !== undefined && read !== day && go(read);
  return (
    <Group gap="md" align="flex-end" className="soquy-no-print" role="group" aria-label={words.viewDay}>
      <TextInput
        id={`${id}-day`}
        label={words.viewDay}
        w={130}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={read === undefined && words.wrongDay}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={enter}
        onKeyDown={(event) => event.key === 'Enter' && enter()}
      />
      <input
        type="range"
        className={classes.slider}
        aria-label={words.viewDay}
        aria-valuetext={showDay(shown)}
        min={0}
        max={span}
        value={Math.min(span, Math.max(0, daysBetween(from, shown)))}
        onChange={(event) => slide(Number(event.currentTarget.value))}
      />
      {isPast && (
        <Button variant="default" onClick={() => set({ to: undefined, known: undefined })}>
          {words.viewNow}
        </Button>
      )}
    </Group>
  );
}
