// Not by the library's door: this part of pages is small and common, the ledger behind the door is neither.
export { ageOf, AGES, LATE_AGES, type AgeName, type LateAge } from '../../../../../libs/lending/src/ageing.js';

/** Debt of loans overdue by more than so many days, of all debt, in hundredths of a percent, rounded half-up. */
export function portfolioAtRisk(atRiskVnd: number, outstandingVnd: number): number {
  if (outstandingVnd === 0) return 0;
  return Number((BigInt(atRiskVnd) * 20_000n + BigInt(outstandingVnd)) / (2n * BigInt(outstandingVnd)));
}

/** Ends of the last so many months before a day, the day itself last. */
export function monthEnds(day: string, count: number): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const ends = Array.from({ length: count - 1 }, (_, index) => {
    const end = new Date(Date.UTC(year, month - count + 1 + index, 0));
    return end.toISOString().slice(0, 10);
  });
  return [...ends, day];
}
