import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePrinting } from '../../shared/print/printing.js';
import { readKnown, showKnown } from '../../shared/as-of/known.js';
import { useSamplePosition } from '../../shared/as-of/use-sample-position.js';
import { readDay, showDay } from '../../shared/format/days.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { figuresWords } from './figures.words.js';

/** Other dates that the figure is held against: another day, another state of knowledge, or both. */
export function CompareForm() {
  const [{ vsTo, vsKnown }, set] = useAuditSearch();
  return <Fields key={`${vsTo} ${vsKnown}`} vsTo={vsTo} vsKnown={vsKnown} onAsk={set} />;
}

interface Props {
  readonly vsTo: string | undefined;
  readonly vsKnown: string | undefined;
  readonly onAsk: (next: { readonly vsTo: string | undefined; readonly vsKnown: string | undefined }) => void;
}

function Fields({ vsTo, vsKnown, onAsk }: Props) {
  const words = useScreenWords(figuresWords);
  const isPrinting = usePrinting();
  const [typedDay, setDay] = useState(showDay(vsTo));
  const [typedMoment, setMoment] = useState(showKnown(vsKnown));
  // Paper says what was asked, not what is being typed.
  const [day, moment] = isPrinting ? [showDay(vsTo), showKnown(vsKnown)] : [typedDay, typedMoment];
  const [wrong, setWrong] = useState<{ readonly day?: string; readonly moment?: string }>({});
  const sample = useSamplePosition();
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const chosen = readDay(day);
    const dayIsWrong = chosen === undefined && day.trim() !== '';
    const read = readKnown(moment, new Date(), sample);
    setWrong({ ...(dayIsWrong && { day: words.wrongDay }), ...('wrong' in read && { moment: words[read.wrong] }) });
    if (!dayIsWrong && 'value' in read) onAsk({ vsTo: chosen, vsKnown: read.value });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          w={210}
          label={`${words.compare} ${words.withDay}`}
          placeholder="31/12/2025"
          value={day}
          error={wrong.day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          w={170}
          label={words.withKnown}
          placeholder="15/01/2026 17:00"
          value={moment}
          error={wrong.moment}
          onChange={(event) => setMoment(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          {words.compare}
        </Button>
        {(vsTo ?? vsKnown) !== undefined && (
          <Button size="xs" variant="subtle" onClick={() => onAsk({ vsTo: undefined, vsKnown: undefined })}>
            {words.stop}
          </Button>
        )}
      </Group>
    </form>
  );
}
