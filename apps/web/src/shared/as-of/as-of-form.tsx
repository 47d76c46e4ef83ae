import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { isDay, type Day } from '@soquy/kernel';
import { readDay, showDay } from '../format/days.js';
import { useScreenWords } from '../words/screen-words.js';
import { today } from './as-of.js';
import { asOfFormWords } from './as-of-form.words.js';
import classes from './as-of-form.module.css';
import { readKnown, showKnown } from './known.js';
import { quickDays } from './quick-days.js';
import { useSamplePosition } from './use-sample-position.js';

interface Choice {
  readonly to: Day | undefined;
  readonly known: string | undefined;
}

interface Props extends Choice {
  readonly onChoose: (next: Choice) => void;
}

/** Both dates as they are typed; what cannot be read is said and changes nothing. */
export default function AsOfForm({ to, known, onChoose }: Props) {
  const words = useScreenWords(asOfFormWords);
  const [day, setDay] = useState(showDay(to));
  const [moment, setMoment] = useState(showKnown(known));
  const [wrong, setWrong] = useState<{ readonly day?: string; readonly moment?: string }>({});
  const sample = useSamplePosition();
  const first = useRef<HTMLInputElement>(null);
  // The form comes after the popover that would have focused it.
  useEffect(() => first.current?.select(), []);
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const chosen = day.trim() === '' ? undefined : readDay(day);
    const read = readKnown(moment, new Date(), sample);
    const dayIsWrong = chosen === undefined && day.trim() !== '';
    setWrong({ ...(dayIsWrong && { day: words.wrongDay }), ...('wrong' in read && { moment: words[read.wrong] }) });
    if (!dayIsWrong && 'value' in read) onChoose({ to: chosen === today() ? undefined : chosen, known: read.value });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs" w={300} maw="calc(100vw - 48px)">
        <TextInput
          label={words.effective}
          description={words.effectiveWhy}
          placeholder="31/12/2025"
          inputMode="numeric"
          autoComplete="off"
          ref={first}
          value={day}
          error={wrong.day}
          onChange={(event) => setDay(event.currentTarget.value)}
          rightSection={<PickDay label={words.pick} value={readDay(day)} onPick={(picked) => setDay(showDay(picked))} />}
        />
        <QuickDays onChoose={(chosen) => onChoose({ to: chosen, known: undefined })} />
        <TextInput
          label={words.known}
          description={words.knownWhy}
          placeholder={words.knownHint}
          autoComplete="off"
          value={moment}
          error={wrong.moment}
          onChange={(event) => setMoment(event.currentTarget.value)}
        />
        <Button type="submit">{words.apply}</Button>
      </Stack>
    </form>
  );
}

function QuickDays({ onChoose }: { readonly onChoose: (to: Day | undefined) => void }) {
  const words = useScreenWords(asOfFormWords);
  const days = quickDays(today());
  const choices = [
    [words.today, undefined],
    ...(['monthEnd', 'midYear', 'yearEnd'] as const).map(
      (name) => [words[name]({ day: showDay(days[name]) }), days[name]] as const,
    ),
  ] as const;
  return (
    <div role="group" aria-label={words.quick}>
      <Text size="sm" c="dimmed">
        {words.quick}
      </Text>
      <Group gap={4}>
        {choices.map(([label, day]) => (
          <Button key={label} size="compact-sm" variant="default" fw={400} onClick={() => onChoose(day)}>
            {label}
          </Button>
        ))}
      </Group>
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: Day | undefined;
  readonly onPick: (day: Day) => void;
}

/** The browser's own calendar, beside a text field: its look follows the browser, the text stays dd/mm/yyyy. */
function PickDay({ label, value, onPick }: PickProps) {
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon variant="subtle" aria-label={label} title={label} onClick={() => calendar.current?.showPicker()}>
        ▾
      </ActionIcon>
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        onChange={({ currentTarget: { value: picked } }) => isDay(picked) && onPick(picked)}
        className={classes.calendar}
      />
    </>
  );
}
