import { Group, NativeSelect } from '@mantine/core';
import { useScreenWords } from '../words/screen-words.js';
import { today } from './as-of.js';
import { asOfWords } from './as-of.words.js';
import { PARTS, usePeriod } from './period.js';

/** The first year reports are asked for. */
const FIRST_YEAR = 2010;

/** Year and part of it, as offices report: the whole, six months, nine months. */
export function PeriodChoice() {
  const words = useScreenWords(asOfWords);
  const { year, part, choose } = usePeriod();
  const last = Math.max(Number(today().slice(0, 4)), Number(year));
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index));
  const named = { '': words.wholeYear, H1: words.sixMonths, '9M': words.nineMonths };
  return (
    <Group gap="xs" wrap="nowrap">
      <span className="soquy-print-only">
        {named[part]} {year}
      </span>
      <NativeSelect
        className="soquy-no-print"
        aria-label={words.year}
        value={year}
        data={years}
        onChange={(event) => choose(event.currentTarget.value, part)}
      />
      <NativeSelect
        className="soquy-no-print"
        aria-label={words.part}
        value={part}
        data={PARTS.map((value) => ({ value, label: named[value] }))}
        onChange={(event) => choose(year, event.currentTarget.value)}
      />
    </Group>
  );
}
