import 'reflect-metadata';
import {
  Catalogue,
  EVERYONE,
  GetBoards,
  GetEvidence,
  GetFigure,
  type FigureAnswer,
  type FigureRow,
  type FigureRows,
} from '@soquy/boards';
import type { StoredEvent } from '@soquy/event-store';
import { addDays } from '@soquy/kernel';
import { programmes } from '@soquy/programmes';
import type { ReadSide } from '@soquy/read-models';
import fc from 'fast-check';
import { GetBoardsHandler, GetFigureHandler } from '../../libs/boards/src/figures/figure.queries.js';
import { GetEvidenceHandler } from '../../libs/boards/src/evidence/evidence.queries.js';
import { People } from '../../libs/boards/src/people.js';
import { recordLives } from '../bench/loan-lives.js';
import { logOf, ReadSideBench } from '../support/read-side.js';

const { feature } = programmes.find((module) => module.feature.noun === 'loans')!;
const catalogue = new Catalogue([feature]);
const clock = { now: () => new Date('2026-12-31T03:00:00Z') };
const LOANS = 16;
const LAST = LOANS * 24 - 1;
const METRICS = ['loan.overdueCount', 'loan.overduePrincipal', 'loan.overdueInterest', 'loan.outstanding'] as const;
/** As boards and reports have them, written here once more. */
const BOUNDS = { to30: [1, 30], to90: [31, 90], to180: [91, 180], over180: [181, 100_000], notLate: [0, 0] } as const;
const LATE = ['to30', 'to90', 'to180', 'over180'] as const;

let bench: ReadSideBench;
let side: ReadSide;
let log: readonly StoredEvent[];

beforeAll(async () => {
  bench = await ReadSideBench.open();
  await recordLives(bench.store, feature, LOANS);
  side = await bench.side([feature]);
  await side.rebuild();
  log = await logOf(bench.store);
});
afterAll(() => bench.close());

type Asked = ConstructorParameters<typeof GetFigure>[1];

async function rowsOf(metric: string, asked: Asked): Promise<readonly FigureRow[]> {
  const answer = await new GetFigureHandler(side.models, catalogue, clock).execute(new GetFigure(metric, asked, EVERYONE));
  return (answer as FigureRows).rows;
}

const valueOf = async (metric: string, asked: Asked): Promise<number | null> =>
  ((await new GetFigureHandler(side.models, catalogue, clock).execute(new GetFigure(metric, asked, EVERYONE))) as FigureAnswer)
    .value;

/** Any day from the first application to long after the last payment, known up to any event. */
const anyFrame = fc
  .record({ days: fc.integer({ min: 0, max: 1_400 }), place: fc.integer({ min: 0, max: LAST }) })
  .map(({ days, place }) => ({ day: addDays('2024-01-01', days), place }));

describe('figures by age of arrears', () => {
  it('are, on any day and as known then, what the loans of that age are together', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyFrame, async ({ day, place }) => {
        const asked = { effectiveTo: day, knownAt: log[place]!.position };
        const days = new Map(
          (await rowsOf('loan.overdueDays', { ...asked, groupBy: 'object' })).map(({ key, value }) => [key, value!]),
        );
        for (const metric of METRICS) {
          const loans = await rowsOf(metric, { ...asked, groupBy: 'object' });
          const ages = await rowsOf(metric, { ...asked, groupBy: 'debtAge' });
          const sums = Object.entries(BOUNDS).map(([age, [from, to]]) => {
            const own = loans.filter(({ key }) => (days.get(key) ?? 0) >= from && (days.get(key) ?? 0) <= to);
            if (own.length > 0) seen.add(age);
            return [age, own.reduce((sum, { value }) => sum + value!, 0)] as const;
          });
          const expected = sums.filter(([age, sum]) => sum > 0 || age !== 'notLate');
          expect(new Map(ages.map(({ key, value }) => [key, value]))).toEqual(new Map(expected));
          expect(ages.reduce((sum, { value }) => sum + value!, 0)).toBe(await valueOf(metric, asked));
        }
      }),
      {
        numRuns: 16,
        examples: [
          [{ day: '2024-06-20', place: LAST }],
          [{ day: '2024-09-30', place: LAST }],
          [{ day: '2026-12-31', place: LAST }],
        ],
      },
    );
    expect([...seen].sort()).toEqual(Object.keys(BOUNDS).sort());
  }, 120_000);

  it('go by days, are named in both languages, and all late ages are there on a day when nothing is late', async () => {
    const none = await rowsOf('loan.overduePrincipal', { effectiveTo: '2024-01-20', groupBy: 'debtAge' });
    expect(none.map(({ key, value }) => [key, value])).toEqual(LATE.map((age) => [age, 0]));
    const all = await rowsOf('loan.outstanding', { effectiveTo: '2025-06-30', groupBy: 'debtAge' });
    expect(all.map(({ key }) => key)).toEqual(['notLate', ...LATE]);
    expect(all.map(({ words }) => words)).toEqual([
      { vi: 'Chưa quá hạn', en: 'Not overdue' },
      { vi: '1–30 ngày', en: '1–30 days' },
      { vi: '31–90 ngày', en: '31–90 days' },
      { vi: '91–180 ngày', en: '91–180 days' },
      { vi: 'Trên 180 ngày', en: 'Over 180 days' },
    ]);
  });

  it('open to the loans of that age and their events, from which they are computed again', async () => {
    const evidence = new GetEvidenceHandler(side.models, catalogue, new People());
    for (const effectiveTo of ['2024-09-30', '2026-12-31'])
      for (const metric of ['loan.overduePrincipal', 'loan.outstanding'])
        for (const row of await rowsOf(metric, { effectiveTo, groupBy: 'debtAge' })) {
          const told = await evidence.execute(new GetEvidence(row.figureId, { limit: 50 }, EVERYONE));
          expect(told).toMatchObject({ value: row.value, recomputed: row.value, matches: true });
          const loans = await rowsOf(metric, { effectiveTo, groupBy: 'object', debtAge: row.key! });
          expect(told.items!.map((item) => ('object' in item ? item.object!.id : '')).sort()).toEqual(
            loans.map(({ key }) => key).sort(),
          );
        }
  });

  it('stand on boards beside other figures, and their loans come page by page', async () => {
    const handler = new GetBoardsHandler(side.models, catalogue, clock);
    const frame = { effectiveTo: '2025-06-30' };
    const alone = await Promise.all(METRICS.map((metric) => rowsOf(metric, { ...frame, groupBy: 'debtAge' })));
    const [whole] = await handler.execute(
      new GetBoards([{ metrics: METRICS, asked: { ...frame, groupBy: 'debtAge' } }], EVERYONE),
    );
    expect(whole!.items.map((item) => ('rows' in item ? item.rows : []))).toEqual(alone);
    const some = await rowsOf('loan.overdueCount', { ...frame, groupBy: 'debtAge', among: 'to30,over180' });
    expect(some).toEqual(alone[0]!.filter(({ key }) => key === 'to30' || key === 'over180'));
    const largest = await rowsOf('loan.overduePrincipal', { ...frame, groupBy: 'debtAge', sort: '-value', limit: 2 });
    expect(largest).toEqual(alone[1]!.toSorted((a, b) => b.value! - a.value! || (a.key! < b.key! ? -1 : 1)).slice(0, 2));
    for (const fund of await rowsOf('loan.overduePrincipal', { ...frame, groupBy: 'fund' })) {
      const ages = await rowsOf('loan.overduePrincipal', { ...frame, groupBy: 'debtAge', fund: fund.key! });
      expect(ages.reduce((sum, { value }) => sum + value!, 0)).toBe(fund.value);
    }
  });

  it.each([
    [{ groupBy: 'debtAge' }, 'loan.disbursed'],
    [{ debtAge: 'to30' }, 'loan.principalCollected'],
  ] as const)('%j is refused for %s, which is measured on no loan', async (asked, metric) => {
    await expect(rowsOf(metric, asked)).rejects.toMatchObject({ status: 400 });
  });
});
