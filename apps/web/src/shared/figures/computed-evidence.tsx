import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../ui/states.js';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { ComputedInputs } from './computed-inputs.js';
import { computedWords } from './computed.words.js';
import { Verdict } from './evidence-check.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { valueExact } from './number-units.js';
import { useShownNumber, type ComputedShown } from './on-page.js';
import { MOST_INPUTS } from './recomputed.js';
import { useRecomputed } from './use-recomputed.js';

/** A number the page computed: formula, what went in, and the computation run again from facts read anew. */
export function ComputedEvidence({ id }: { readonly id: string }) {
  const words = useScreenWords(computedWords);
  const shown = useShownNumber(id);
  if (shown?.kind !== 'calc') return <Text>{words.notHere}</Text>;
  return <Shown id={id} shown={shown} />;
}

interface Props {
  readonly id: string;
  readonly shown: ComputedShown;
}

function Shown({ id, shown }: Props) {
  const shared = useScreenWords(evidenceWords);
  const language = useLanguage();
  const say = useSay();
  const { value, unit, label, formula, inputs } = shown;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Text fw={600}>{label}</Text>
        <div className={classes.number}>{valueExact(value, unit, language)}</div>
        <dl className={classes.told}>
          <dt>{shared.formula}</dt>
          <dd>{say(formula)}</dd>
        </dl>
      </Stack>
      <Check id={id} shown={shown} />
      <ComputedInputs inputs={inputs} />
    </Stack>
  );
}

/** Whether facts read anew give the same number; where there are none to read, only what it was computed from is told. */
function Check({ id, shown }: Props) {
  const words = useScreenWords(computedWords);
  const shared = useScreenWords(evidenceWords);
  const language = useLanguage();
  const [isWanted, want] = useState(false);
  const { reads, asked } = useRecomputed(id, shown, isWanted);
  const { data, error, refetch } = asked;
  if (reads === 0) return <Verdict is="derived">{words.derived}</Verdict>;
  if (error) return <Failure error={error} again={() => void refetch()} />;
  if (!data && (isWanted || reads <= MOST_INPUTS)) return <Verdict is="pending">{shared.checking}</Verdict>;
  if (!data)
    return (
      <Verdict is="unknown">
        {words.many({ n: reads })}{' '}
        <Button size="compact-sm" variant="default" onClick={() => want(true)}>
          {shared.checkAll}
        </Button>
      </Verdict>
    );
  const counts = { checked: data.checked, of: data.of };
  if (data.value === shown.value && data.checked === data.of) return <Verdict is="match">{words.matches(counts)}</Verdict>;
  const number = data.value === undefined ? words.failed : valueExact(data.value, shown.unit, language);
  return <Verdict is="differs">{words.differs({ number, ...counts })}</Verdict>;
}
