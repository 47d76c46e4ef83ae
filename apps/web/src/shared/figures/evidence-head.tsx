import { Stack, Text } from '@mantine/core';
import { figureText, shortfallText, unknownText } from '@soquy/kernel';
import { instantText } from '@soquy/kernel';
import type { AnswerMeta } from '../api/answers.js';
import { placeInLog } from '../as-of/known.js';
import { showDay } from '../format/days.js';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { dimensionOf } from './dimensions.js';
import type { Evidence } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { useValueNames, type Filter } from './use-value-name.js';

/** The number to its last digit, what it is, and what it depends on. */
export function EvidenceHead({ evidence }: { readonly evidence: Evidence }) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  const say = useSay();
  const beside = [unknownText(evidence, language), shortfallText(evidence, language)].filter((text) => text !== '');
  return (
    <Stack gap={4}>
      <Text fw={600}>{say(evidence.words)}</Text>
      <div className={classes.number}>{figureText(evidence, language)}</div>
      {beside.length > 0 && <Text c="var(--soquy-warn)">{beside.join('; ')}</Text>}
      <dl className={classes.told}>
        <dt>{words.formula}</dt>
        <dd>{say(evidence.formula)}</dd>
        <Scope evidence={evidence} />
        <dt>{words.dates}</dt>
        <dd>
          <Dates meta={evidence.meta} />
        </dd>
      </dl>
    </Stack>
  );
}

function Scope({ evidence: { filters, agencies = [] } }: { readonly evidence: Evidence }) {
  const words = useScreenWords(evidenceWords);
  const say = useSay();
  const told = Object.entries(filters);
  const named: readonly Filter[] = [
    ...told.flatMap(([name, value]): Filter[] => (value === null ? [] : [[name, value]])),
    ...agencies.map((agency): Filter => ['agency', agency]),
  ];
  const names = useValueNames(named);
  const nameOf = (name: string, value: string | null) =>
    value === null ? words.unknownDimension : names[named.findIndex(([of, is]) => of === name && is === value)];
  return (
    <>
      <dt>{words.filters}</dt>
      <dd>
        {told.length === 0 && words.everything}
        {told.map(([name, value]) => (
          <div key={name}>
            {say(dimensionOf(name).words)}: <strong>{nameOf(name, value)}</strong>
          </div>
        ))}
        {agencies.length > 0 && (
          <div>
            {words.agencies}: {agencies.map((agency) => nameOf('agency', agency)).join(', ')}
          </div>
        )}
      </dd>
    </>
  );
}

/** Both dates in words: what had happened by when, as it was recorded by when. */
export function Dates({ meta: { effectiveFrom, effectiveTo, knownAt } }: { readonly meta: AnswerMeta }) {
  const words = useScreenWords(evidenceWords);
  const to = showDay(effectiveTo);
  const instant = knownAt.instant ? instantText(knownAt.instant) : '–';
  return (
    <>
      {effectiveFrom ? words.within({ from: showDay(effectiveFrom), to }) : words.upTo({ to })};<br />
      {words.knownAt({ instant, position: placeInLog(knownAt.position) })}
    </>
  );
}
