import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { figureText, numbersOf, numberText } from '@soquy/kernel';
import type { ReactNode } from 'react';
import { Failure } from '../ui/states.js';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { Checked, Unchecked } from './check-figure.js';
import type { Evidence } from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { isProven } from './recompute.js';

interface Props {
  readonly evidence: Evidence;
  readonly check: UseQueryResult<Checked | Unchecked>;
  readonly most: number;
  readonly onAll: () => void;
}

/** Whether this machine comes to the same number from the same events. */
export function EvidenceCheck({ evidence, check, most, onAll }: Props) {
  const words = useScreenWords(evidenceWords);
  if (check.error) return <Failure error={check.error} again={() => void check.refetch()} />;
  if (check.data === undefined) return <Verdict is="pending">{words.checking}</Verdict>;
  if (check.data === 'noMeasure') return <Verdict is="unknown">{words.noMeasure}</Verdict>;
  if (check.data === 'tooMany')
    return (
      <Verdict is="unknown">
        {words.tooMany({ n: most })}{' '}
        <Button size="compact-sm" variant="default" onClick={onAll}>
          {words.checkAll}
        </Button>
      </Verdict>
    );
  return <Compared evidence={evidence} checked={check.data} />;
}

/** A verdict of the recomputation; the attribute says it to scripts as well. */
export function Verdict({ is, children }: { readonly is: string; readonly children: ReactNode }) {
  return (
    <div className={classes.check} data-recomputed={is} role={is === 'differs' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

function Compared({ evidence, checked: { again, milliseconds } }: { readonly evidence: Evidence; readonly checked: Checked }) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  const counts = { checked: numberText(again.checked, language), of: numberText(again.of, language) };
  const here = isProven(evidence, again);
  const told = here
    ? words.matches({ ...counts, ms: numberText(Math.max(1, Math.round(milliseconds)), language) })
    : words.differs({ number: figureText({ ...numbersOf(again.result), unit: evidence.unit }, language), ...counts });
  // Rows that are told wrongly add up to a wrong number here as well; the server has the events themselves.
  if (here && evidence.matches !== false)
    return (
      <Verdict is="match">
        {told}
        <Server evidence={evidence} />
      </Verdict>
    );
  return (
    <Verdict is="differs">
      {evidence.matches === false ? <ServerDiffers evidence={evidence} /> : told}
      {evidence.matches === false && <div className={classes.how}>{told}</div>}
      <div className={classes.how}>{words.differsWhy}</div>
      <Server evidence={evidence} />
    </Verdict>
  );
}

function ServerDiffers({ evidence: { recomputed, unit } }: Pick<Props, 'evidence'>) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  return words.serverDiffers({ number: figureText({ value: recomputed, qualifier: 'exact', unit }, language) });
}

function Server({ evidence: { matches, method } }: Pick<Props, 'evidence'>) {
  const words = useScreenWords(evidenceWords);
  const say = useSay();
  if (matches === null) return <div className={classes.how}>{`${words.serverDid} ${say(method)}`}</div>;
  return (
    <details className={classes.how}>
      <summary>{words.how}</summary>
      {matches && words.serverMatches} {say(method)}
    </details>
  );
}
