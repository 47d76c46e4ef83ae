import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, instantText } from '@soquy/kernel';
import { today } from '../as-of/as-of.js';
import { readKnown } from '../as-of/known.js';
import { showDay } from '../format/days.js';
import { useScreenWords } from '../words/screen-words.js';
import { ChangesBetween } from './changes-between.js';
import type { Evidence } from './evidence-answers.js';
import { whyWords } from './why.words.js';

const A_MONTH = 30;
/** What is asked before anybody types: what came in the last month. */
const monthAgo = () => showDay(addDays(today(), -A_MONTH));

interface Between {
  readonly from: string;
  readonly to?: string;
}

function lastMonth(): Between | undefined {
  const read = readKnown(monthAgo(), new Date());
  return 'value' in read && read.value !== undefined ? { from: read.value } : undefined;
}

/** Why a figure moved between two states of knowledge: what was recorded in between. */
export function WhyChanged({ evidence }: { readonly evidence: Evidence }) {
  const [between, setBetween] = useState<Between | undefined>(() => lastMonth());
  return (
    <Stack gap="sm">
      <BetweenForm evidence={evidence} onCompare={setBetween} />
      {between && <ChangesBetween figureId={evidence.figureId} between={between} />}
    </Stack>
  );
}

interface FormProps {
  readonly evidence: Evidence;
  readonly onCompare: (between: Between) => void;
}

function BetweenForm({ evidence: { meta }, onCompare }: FormProps) {
  const words = useScreenWords(whyWords);
  const [from, setFrom] = useState(monthAgo);
  const [to, setTo] = useState('');
  const [wrong, setWrong] = useState<{ from?: string; to?: string }>({});
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const [first, last] = [from, to].map((text) => readKnown(text, new Date(), meta.knownAt.position));
    const errors = {
      ...('wrong' in first! ? { from: words[first.wrong] } : first!.value === undefined && { from: words.required }),
      ...('wrong' in last! && { to: words[last.wrong] }),
    };
    setWrong(errors);
    if (Object.keys(errors).length > 0 || !('value' in first!) || !('value' in last!)) return;
    onCompare({ from: first.value!, ...(last.value && { to: last.value }) });
  };
  const known = meta.knownAt.instant ? instantText(meta.knownAt.instant) : '';
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          label={words.from}
          placeholder={words.placeholder}
          value={from}
          error={wrong.from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={words.to}
          placeholder={known}
          value={to}
          error={wrong.to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button size="xs" type="submit">
          {words.compare}
        </Button>
      </Group>
    </form>
  );
}
