/** What a case is about, in money: the latest amount its state holds, whichever kind it is. */
const AMOUNTS = ['approvedSupportVnd', 'requestedSupportVnd', 'recommendedAmountVnd', 'amountVnd', 'costVnd', 'plannedCostVnd'];

/** The first amount found in an object's row or in what was decided on it; undefined where there is none. */
export function amountOf(
  data: Readonly<Record<string, unknown>>,
): { readonly field: string; readonly value: number } | undefined {
  const places = [data.approval, data.appraisal, data].filter((place) => typeof place === 'object' && place !== null);
  for (const place of places as Readonly<Record<string, unknown>>[])
    for (const field of AMOUNTS) {
      const value = place[field];
      if (typeof value === 'number') return { field, value };
    }
  return undefined;
}
