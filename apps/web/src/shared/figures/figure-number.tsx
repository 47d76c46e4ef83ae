import { UnstyledButton } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { figureText, shortfallText, unknownText } from '@soquy/kernel';
import type { Figure } from '../api/answers.js';
import type { CommonSearch } from '../as-of/as-of.js';
import { figureShort } from '../format/money.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { figureWords } from './figure.words.js';
import classes from './figure.module.css';
import { useOpenFigure } from './open-figure.js';

interface Props {
  readonly figure: Figure;
  /** What the number is, for those who do not see where it stands: "Dư nợ gốc, Quỹ Sóc Trăng". */
  readonly label: string;
  readonly size?: 'inline' | 'large';
}

/** A number that opens down to its events. Every figure on every screen is one of these. */
export function FigureNumber({ figure, label, size = 'inline' }: Props) {
  const language = useLanguage();
  const words = useScreenWords(figureWords);
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const open = useOpenFigure();
  const exact = [figureText(figure, language), unknownText(figure, language), shortfallText(figure, language)];
  const title = exact.filter((part) => part !== '').join('; ');
  return (
    <UnstyledButton
      className={classes.figure}
      data-figure={figure.figureId}
      data-size={size}
      title={title}
      aria-label={words.openFigure({ label, number: title })}
      onClick={() => open(figure.figureId)}
    >
      {figureShort(figure, language, unit)}
    </UnstyledButton>
  );
}
