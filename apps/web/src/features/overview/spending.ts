import { percentHalfUp } from '@soquy/kernel';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';

/** A programme's money of one budget year. */
export interface Spending {
  readonly key: string;
  readonly label: string;
  readonly code: string | null;
  readonly plan: FigureRow;
  readonly spent?: FigureRow;
  readonly rate?: FigureRow;
  /** Percent of the plan spent, 0 where nothing is. */
  readonly percent: number;
}

export function spendingOf(plan: FigureRows, spent: FigureRows, rate: FigureRows): Spending[] {
  const byKey = ({ rows }: FigureRows) => new Map(rows.map((row) => [row.key, row]));
  const [disbursed, rates] = [byKey(spent), byKey(rate)];
  return plan.rows
    .filter(({ value }) => value)
    .map((row) => {
      const paid = disbursed.get(row.key);
      const share = rates.get(row.key);
      return {
        key: row.key ?? '',
        label: row.label ?? '',
        code: row.code ?? null,
        plan: row,
        ...(paid && { spent: paid }),
        ...(share && { rate: share }),
        percent: percentHalfUp(paid?.value ?? 0, row.value!) ?? 0,
      };
    });
}
