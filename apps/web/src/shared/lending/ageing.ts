/** How long a debt is overdue, as boards and reports part it. */
export const AGES = [
  { name: 'to30', from: 1, to: 30 },
  { name: 'to90', from: 31, to: 90 },
  { name: 'to180', from: 91, to: 180 },
  { name: 'over180', from: 181, to: Infinity },
] as const;
export type AgeName = (typeof AGES)[number]['name'];

/** Undefined for a debt that is not overdue. */
export const ageOf = (days: number): AgeName | undefined => AGES.find(({ from, to }) => days >= from && days <= to)?.name;

interface Aged {
  readonly days: number;
}

/** Rows by how long they are overdue; every age is there, be it empty. */
export const byAge = <Row extends Aged>(rows: readonly Row[]): Readonly<Record<AgeName, readonly Row[]>> =>
  Object.fromEntries(AGES.map(({ name }) => [name, rows.filter(({ days }) => ageOf(days) === name)])) as Record<AgeName, Row[]>;

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
