import { Alert, Anchor, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FieldProblem } from '../api/problem.js';
import { useScreenWords } from '../words/screen-words.js';
import { formWords } from './forms.words.js';

interface Props {
  readonly problems: readonly FieldProblem[];
  /** Which time it was tried: each time the summary is gone to. */
  readonly attempt: number;
  readonly idOf: (pointer: string) => string;
}

/** What must be looked at again, in the words that stand at the fields; each line leads to its field. */
export function ErrorSummary({ problems, attempt, idOf }: Props) {
  const words = useScreenWords(formWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  useTitlePrefix(words.errorPrefix);
  const go = (pointer: string) => {
    const field = fieldAt(idOf, pointer);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  };
  return (
    <Alert color="danger" title={words.errorsTitle} role="alert" ref={box} tabIndex={-1}>
      <List size="sm">
        {problems.map(({ pointer, detail }, index) => (
          <List.Item key={`${pointer} ${index}`}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              c="var(--soquy-danger)"
              td="underline"
              onClick={() => go(pointer)}
            >
              {detail}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The input of a pointer, or what stands around it: a quantity's number, a list. */
function fieldAt(idOf: (pointer: string) => string, pointer: string): HTMLElement | null {
  const found = [`${pointer}/value`, pointer].map((each) => document.getElementById(idOf(each))).find((each) => each);
  if (found) return found;
  const around = pointer.slice(0, pointer.lastIndexOf('/'));
  return around ? fieldAt(idOf, around) : null;
}

/** The tab says that something is wrong for as long as it is. */
export function useTitlePrefix(prefix: string): void {
  useEffect(() => {
    document.title = `${prefix}${document.title}`;
    return () => {
      document.title = document.title.replace(prefix, '');
    };
  }, [prefix]);
}
