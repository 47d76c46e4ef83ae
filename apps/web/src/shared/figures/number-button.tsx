import { UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useScreenWords } from '../words/screen-words.js';
import classes from './figure.module.css';
import { figureWords } from './figure.words.js';
import { useOpenFigure } from './open-figure.js';

interface Props {
  /** What the address says while its evidence is open. */
  readonly id: string;
  /** What the number is, for those who do not see where it stands. */
  readonly label: string;
  /** The number to its last digit, with all that is known about it. */
  readonly exact: string;
  readonly size?: 'inline' | 'large';
  readonly children: string;
}

/** A number that opens where it comes from: by a click, Enter or Alt+Enter. */
export function NumberButton({ id, label, exact, size = 'inline', children }: Props) {
  const words = useScreenWords(figureWords);
  const open = useOpenFigure();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    open(id);
  };
  return (
    // Written as an unstyled button would be: a page may hold a hundred of them.
    <button
      type="button"
      className={`mantine-focus-auto ${UnstyledButton.classes.root} ${classes.figure}`}
      data-figure={id}
      data-size={size}
      title={exact}
      aria-label={words.openFigure({ label, number: exact })}
      onClick={() => open(id)}
      onKeyDown={onKeyDown}
    >
      {children}
    </button>
  );
}
