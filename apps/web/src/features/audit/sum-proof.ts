import type { Figure } from '../../shared/api/answers.js';

/** Whether the rows of a division add up to the whole: by how much they do not, or that they cannot be added. */
export function leftOver(total: Figure, rows: readonly Figure[]): number | undefined {
  const adds = total.kind === 'sum' || total.kind === 'stock' || total.kind === 'fold' || total.kind === 'formula';
  if (!adds || total.value === null) return undefined;
  return rows.reduce((left, { value }) => left - (value ?? 0), total.value);
}

/** A difference of figures; percents to hundredths. Undefined where one of them is not known. */
export function differenceOf(then: Figure | undefined, now: Figure): number | undefined {
  if (!then || then.value === null || now.value === null) return undefined;
  return Math.round((now.value - then.value) * 100) / 100;
}
