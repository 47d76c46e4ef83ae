import { numberText, percentHalfUp } from '@soquy/kernel';
import { usePeriod } from '../../shared/as-of/period.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { showDay } from '../../shared/format/days.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { overviewWords } from './overview.words.js';
import type { Spending } from './spending.js';

const shareOf = (spent: number, plan: number) => percentHalfUp(spent, plan) ?? 0;

/** Percent of a programme's plan spent, 0 where nothing is. */
export function SpentShare({ line: { key, label, plan, spent, percent } }: { readonly line: Spending }) {
  const words = useScreenWords(overviewWords);
  const language = useLanguage();
  return (
    <ComputedNumber
      name={`spent-${key || 'none'}`}
      value={percent}
      unit="percent"
      label={`${label}: ${words.share}`}
      formula={overviewWords.spentFormula}
      inputs={[{ label: words.plan, figure: plan }, ...(spent ? [{ label: words.spent, figure: spent }] : [])]}
      again={([budget, paid = 0]) => shareOf(paid, budget!)}
    >
      {`${numberText(Math.round(percent), language)}%`}
    </ComputedNumber>
  );
}

/** Percent of the year gone; nothing recorded stands behind it but the calendar. */
export function TimeGone() {
  const words = useScreenWords(overviewWords);
  const language = useLanguage();
  const { timeGone, until, year } = usePeriod();
  const percent = timeGone * 100;
  return (
    <ComputedNumber
      name="time-gone"
      value={percent}
      unit="percent"
      label={words.timeGone}
      formula={overviewWords.timeFormula}
      inputs={[
        { label: words.year, text: year },
        { label: words.untilDay, text: showDay(until) },
      ]}
    >
      {`${numberText(Math.round(percent), language)}%`}
    </ComputedNumber>
  );
}
