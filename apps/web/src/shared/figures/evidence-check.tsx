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
  if (isProven(evidence, again))
    return (
      <Verdict is="match">
        {words.matches({ ...counts, ms: numberText(Math.max(1, Math.round(milliseconds)), language) })}
        <Server evidence={evidence} />
      </Verdict>
    );
  const number = figureText({ ...numbersOf(again.result), unit: evidence.unit }, language);
  return (
    <Verdict is="differs">
      {words.differs({ number, ...counts })}
      <div className={classes.how}>{words.differsWhy}</div>
      <Server evidence={evidence} />
    </Verdict>
  );
}

function Server({ evidence: { matches, recomputed, method, unit } }: Pick<Props, 'evidence'>) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  const say = useSay();
  if (matches === null) return <div className={classes.how}>{`${words.serverDid} ${say(method)}`}</div>;
  const number = figureText({ value: recomputed, qualifier: 'exact', unit }, language);
  return (
    <details className={classes.how} open={!matches}>
      <summary>{words.how}</summary>
      {matches ? words.serverMatches : words.serverDiffers({ number })} {say(method)}
    </details>
  );
}
