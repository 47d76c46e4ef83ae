import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { numberText } from '@soquy/kernel';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { ComputedInputs } from './computed-inputs.js';
import { computedWords } from './computed.words.js';
import { Verdict } from './evidence-check.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { valueExact } from './number-units.js';
import { useShownNumber, type ComputedShown } from './on-page.js';

/** A number the page computed: formula, what went in, and the computation run again now. */
export function ComputedEvidence({ id }: { readonly id: string }) {
  const words = useScreenWords(computedWords);
  const shown = useShownNumber(id);
  if (shown?.kind !== 'calc') return <Text>{words.notHere}</Text>;
  return <Shown shown={shown} />;
}

interface Ran {
  readonly value: number | undefined;
  readonly milliseconds: number;
}

function ran(recompute: () => number): Ran {
  const begun = performance.now();
  try {
    return { value: recompute(), milliseconds: performance.now() - begun };
  } catch {
    return { value: undefined, milliseconds: 0 };
  }
}

function Shown({ shown }: { readonly shown: ComputedShown }) {
  const words = useScreenWords(computedWords);
  const shared = useScreenWords(evidenceWords);
  const language = useLanguage();
  const say = useSay();
  const { value, unit, label, formula, inputs, recompute } = shown;
  const again = useMemo(() => ran(recompute), [recompute]);
  const number = again.value === undefined ? words.failed : valueExact(again.value, unit, language);
  const counts = { checked: '1', of: '1' };
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
      {again.value === value ? (
        <Verdict is="match">
          {shared.matches({ ...counts, ms: numberText(Math.max(1, Math.round(again.milliseconds)), language) })}
        </Verdict>
      ) : (
        <Verdict is="differs">{shared.differs({ number, checked: '0', of: '1' })}</Verdict>
      )}
      <ComputedInputs inputs={inputs} />
    </Stack>
  );
}
