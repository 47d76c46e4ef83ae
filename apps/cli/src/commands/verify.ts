import type { Verification } from '@soquy/read-models';
import { argumentsOf, type Called, type Run } from '../command.js';
import { table } from '../figures/table.js';
import { features } from '@soquy/product';
import { withHouse } from '../house.js';
import { level } from '../level.js';
import { sliceNamed } from '../slice-name.js';
import { numberText } from '../text.js';

/** Computes read rows again from the log by an independent way; any difference is a failed check. */
export const run: Run = async (args, called) => {
  const { values, words } = argumentsOf(args, {}, ['slice?']);
  const wanted = sliceNamed(words[0]);
  const found = await withHouse(called, async (house) => {
    await level(house, called);
    const verified: Verification[] = [];
    for (const { noun } of features) {
      called.signal.throwIfAborted();
      if (wanted === undefined || wanted === noun) verified.push(...(await house.readSide.verify(noun)));
    }
    return verified;
  });
  if (values.json) called.print(JSON.stringify(found, undefined, 2));
  else verificationLines(found, called).forEach(called.print);
  return found.every(({ differing }) => differing === 0) ? 0 : 1;
};

const TEXTS = {
  vi: { columns: ['Bảng', 'Đến', 'Đối tượng', 'Kết quả'], same: 'khớp', differ: 'chỗ LỆCH' },
  en: { columns: ['Slice', 'Up to', 'Objects', 'Result'], same: 'agrees', differ: 'DIFFERENCES' },
} as const;
const MOST_SHOWN = 10;

function verificationLines(found: readonly Verification[], { language }: Called): string[] {
  const { columns, same, differ } = TEXTS[language];
  const rows = found.map(({ slice, position, objects, differing }) => [
    slice,
    position ?? '–',
    numberText(objects, language),
    differing === 0 ? same : `${numberText(differing, language)} ${differ}`,
  ]);
  const differences = found.flatMap(({ slice, differences: shown }) =>
    shown
      .slice(0, MOST_SHOWN)
      .map(({ objectId, what, metric, expected, actual }) =>
        [`${slice} ${objectId}`, metric ?? what, `${JSON.stringify(expected)} <> ${JSON.stringify(actual)}`].join('  '),
      ),
  );
  return [...table(columns, rows, new Set([2])), ...differences];
}
