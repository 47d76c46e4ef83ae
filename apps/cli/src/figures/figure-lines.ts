import { dayText, figureText, instantText, numberText, shortfallText, type Language, unknownText } from '@soquy/kernel';
import { dimension, type AnswerMeta, type FigureAnswer, type FigureRows } from '@soquy/boards';
import { CALL } from '../command.js';
import { table } from './table.js';

/** What a single figure says beside its number. */
export function figureLines(figure: FigureAnswer, language: Language): string[] {
  const lines = [unknownText(figure, language), shortfallText(figure, language)];
  if (figure.numerator !== undefined && figure.numerator !== null && figure.denominator !== null)
    lines.push(`= ${numberText(figure.numerator, language)} / ${numberText(figure.denominator ?? 0, language)}`);
  const whence = language === 'vi' ? 'Số này từ đâu ra' : 'Where it comes from';
  return [...lines.filter(Boolean).map((line) => `  ${line}`), `${whence}: ${CALL} figures evidence ${figure.figureId}`];
}

/** A figure by group. */
export function rowLines({ rows, groupBy }: FigureRows, language: Language): string[] {
  const grouped = groupBy === 'month' ? { vi: 'Tháng', en: 'Month' } : dimension(groupBy).words;
  const head = { vi: [grouped.vi, 'Mã', 'Số liệu', 'Ghi chú'], en: [grouped.en, 'Code', 'Figure', 'Note'] }[language];
  const none = language === 'vi' ? '(không nêu)' : '(none)';
  const lines = rows.map((row) => [
    row.words?.[language] ?? row.label ?? row.key ?? none,
    row.code ?? '',
    figureText(row, language),
    [unknownText(row, language), shortfallText(row, language)].filter(Boolean).join('; '),
  ]);
  return table(head, lines, new Set([2]));
}

/** Both dates, always said. */
export function asOfLine({ effectiveFrom, effectiveTo, knownAt: { instant } }: AnswerMeta, language: Language): string {
  const day = dayText(effectiveTo);
  const known = instant === null ? '–' : instantText(instant);
  if (language === 'en')
    return `Effective ${effectiveFrom ? `${dayText(effectiveFrom)} to` : 'up to'} ${day} · known at ${known}`;
  return `Phát sinh ${effectiveFrom ? `từ ${dayText(effectiveFrom)} ` : ''}đến ${day} · ghi nhận đến ${known}`;
}
