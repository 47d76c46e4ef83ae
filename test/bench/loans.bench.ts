import { PostgresEventStore, type EventStore } from '@soquy/event-store';
import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { BoardsModule, DEFAULT_ROWS, EVERYONE, GetBoards, GetFigure, type AskedBoard } from '@soquy/boards';
import { addDays } from '@soquy/kernel';
import { Clock, type Feature } from '@soquy/platform';
import { programmes } from '@soquy/programmes';
import { createReadModels, type ReadSide } from '@soquy/read-models';
import { loanLives, REPAYMENTS, streamOf } from './loan-lives.js';
import { ms, percentile } from './rounds.js';
import type { BenchRow } from './row.js';
import { notDurable, withScratchDatabase } from './scratch-database.js';

/** Fewer for a quick look; the goals are stated for this many. */
const LOANS = Number(process.env.BENCH_LOANS ?? 20_000);
const APPENDS_AT_ONCE = 64;
/** A loan's repayments are appended in so many parts, so that its facts lie apart in the log. */
const PARTS = 4;
const PAST_DAYS = 60;
const TIMES_TODAY = 60;
const OVERDUE = ['loan.overdueCount', 'loan.overduePrincipal', 'loan.overdueInterest', 'loan.overdueDays'];
/** What the screen shows of each overdue loan, the longest overdue first. */
const LINES = ['loan.overdueDays', 'loan.overduePrincipal', 'loan.overdueInterest', 'loan.outstanding'];
const TODAY = '2025-09-15';

/** The read rows of many loans and the overdue board over them, by the functions that HTTP calls. */
export async function rows(databaseUrl: string): Promise<BenchRow[]> {
  const lax = await notDurable(databaseUrl);
  const { feature } = programmes.find((module) => module.feature.noun === 'loans')!;
  const lives = loanLives(feature);
  const found = await withScratchDatabase(databaseUrl, async (url) => {
    const store = await PostgresEventStore.open({ connectionString: url });
    await record(store, lives);
    const side = createReadModels({ connectionString: url, store, slices: [feature], sharing: sharing(url) });
    await side.migrate();
    const measured = [await rebuildRow(side), ...(await boardRows(side, feature))];
    await side.close();
    await store.close();
    return measured;
  });
  return found.map((row) => (lax ? { ...row, note: [lax, row.note].filter(Boolean).join('; ') } : row));
}

/** As the built product shares a rebuild out. */
const sharing = (connectionString: string) => ({
  module: new URL('../../dist/libs/product/src/rebuild-thread.js', import.meta.url),
  source: { eventStore: 'postgres', connectionString },
});

async function record(store: EventStore, lifeOf: ReturnType<typeof loanLives>): Promise<void> {
  const cuts = Array.from({ length: PARTS }, (_, part) => 4 + ((part + 1) * REPAYMENTS) / PARTS);
  for (const [part, to] of cuts.entries()) {
    const from = part === 0 ? 0 : cuts[part - 1]!;
    const expected = part === 0 ? ('no-stream' as const) : BigInt(from - 1);
    for (let first = 0; first < LOANS; first += APPENDS_AT_ONCE)
      await Promise.all(
        Array.from({ length: Math.min(APPENDS_AT_ONCE, LOANS - first) }, (_, nth) =>
          store.append(streamOf(first + nth), expected, lifeOf(first + nth, from, to)),
        ),
      );
  }
}

async function rebuildRow(side: ReadSide): Promise<BenchRow> {
  const started = performance.now();
  await side.rebuild();
  const seconds = (performance.now() - started) / 1_000;
  return {
    goal: '20,000 loans with 400,000 repayments rebuild their read rows in <= 60 s',
    ours: `${seconds.toFixed(1)} s`,
    note: `${LOANS.toLocaleString('en')} loans, ${(LOANS * REPAYMENTS).toLocaleString('en')} repayments, ${(4 * LOANS).toLocaleString('en')} other facts`,
  };
}

async function boardRows({ models }: ReadSide, feature: Feature): Promise<BenchRow[]> {
  const context = await NestFactory.createApplicationContext(Asking.over(models, feature), { logger: false });
  const queries = context.get(QueryBus);
  const board = (metrics: readonly string[], asked: AskedBoard['asked']) =>
    queries.execute(new GetBoards([{ metrics, asked }], EVERYONE));
  const questions: Record<string, (on: { readonly effectiveTo?: string }) => Promise<unknown>> = {
    'overdue board by fund': (on) => board(OVERDUE, { ...on, groupBy: 'fund' }),
    'overdue loans, first page': (on) => board(LINES, { ...on, groupBy: 'object', sort: '-value', limit: DEFAULT_ROWS }),
    'overdue loans, all of them': (on) => board(OVERDUE, { ...on, groupBy: 'object' }),
    'overdue principal': (on) => queries.execute(new GetFigure('loan.overduePrincipal', on, EVERYONE)),
  };
  const found: BenchRow[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    const past = await timesOf(PAST_DAYS, (nth) => ask({ effectiveTo: addDays('2024-03-01', nth * 9) }));
    const today = await timesOf(TIMES_TODAY, () => ask({}));
    found.push({
      goal: `${name}: any past date p99 <= 300 ms, today <= 50 ms`,
      ours: `past p50 ${ms(percentile(past, 0.5))}, p99 ${ms(percentile(past, 0.99))}; today p50 ${ms(percentile(today, 0.5))}, p99 ${ms(percentile(today, 0.99))}`,
    });
  }
  await context.close();
  return found;
}

/** The questions of boards by the query bus, as HTTP asks them, on a day that stays. */
@Module({ providers: [{ provide: Clock, useValue: { now: () => new Date(`${TODAY}T03:00:00Z`) } }], exports: [Clock] })
class Asking {
  static over(readModels: ReadSide['models'], feature: Feature): DynamicModule {
    return { module: Asking, global: true, imports: [BoardsModule.questions({ readModels, features: [feature] })] };
  }
}

async function timesOf(count: number, ask: (nth: number) => Promise<unknown>): Promise<number[]> {
  await ask(0);
  const took: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const before = performance.now();
    await ask(nth);
    took.push(performance.now() - before);
  }
  return took;
}
