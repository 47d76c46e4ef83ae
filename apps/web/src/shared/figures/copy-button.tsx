import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useScreenWords } from '../words/screen-words.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';

interface Props {
  readonly label: string;
  readonly text: () => string;
}

/** Copies a text; where the browser refuses, the text stands there to be copied by hand. */
export function CopyButton({ label, text }: Props) {
  const words = useScreenWords(evidenceWords);
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () =>
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text()))
      .then(
        () => setState('copied'),
        () => setState('refused'),
      );
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={copy}>
        {label}
      </Button>
      <span role="status" className={classes.live}>
        {state === 'copied' && words.copied}
      </span>
      {state === 'refused' && <Textarea label={words.notCopied} value={text()} readOnly autosize w="100%" />}
    </>
  );
}
