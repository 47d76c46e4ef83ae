import { useSearch } from '@tanstack/react-router';
import { figureText, shortfallText, unknownText } from '@soquy/kernel';
import type { Figure } from '../api/answers.js';
import type { CommonSearch } from '../as-of/as-of.js';
import { figureShort } from '../format/money.js';
import { useLanguage } from '../words/language.js';
import { NumberButton } from './number-button.js';

interface Props {
  readonly figure: Figure;
  /** What the number is, for those who do not see where it stands: "Dư nợ gốc, Quỹ Sóc Trăng". */
  readonly label: string;
  readonly size?: 'inline' | 'large';
  /** What stands in its place where the number itself would be read wrongly. */
  readonly children?: string;
}

/** A number that opens down to its events. Every figure on every screen is one of these. */
export function FigureNumber({ figure, label, size = 'inline', children }: Props) {
  const language = useLanguage();
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const exact = [figureText(figure, language), unknownText(figure, language), shortfallText(figure, language)];
  return (
    <NumberButton id={figure.figureId} label={label} size={size} exact={exact.filter((part) => part !== '').join('; ')}>
      {children ?? figureShort(figure, language, unit)}
    </NumberButton>
  );
}
