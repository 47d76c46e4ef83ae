import 'reflect-metadata';
import { Catalogue, EVERYONE, GetBoards, GetFigure, GetObject, type FigureRow } from '@soquy/boards';
import { FigureReader } from '../../libs/boards/src/figures/figure-reader.js';
import { GetBoardsHandler, GetFigureHandler } from '../../libs/boards/src/figures/figure.queries.js';
import { GetObjectHandler } from '../../libs/boards/src/lists/object.queries.js';
import type { StoredEvent } from '@soquy/event-store';
import { fold, type Fact } from '@soquy/kernel';
import { programmes } from '@soquy/programmes';
import type { ReadSide } from '@soquy/read-models';
import { recordLives } from '../bench/loan-lives.js';
import { logOf, ReadSideBench } from '../support/read-side.js';

const { feature } = programmes.find((module) => module.feature.noun === 'loans')!;
const catalogue = new Catalogue([feature]);
const QUIET = ['loan.overdueCount', 'loan.overdueDays', 'loan.overduePrincipal', 'loan.overdueInterest'];
const METRICS = [...QUIET, 'loan.active', 'loan.outstanding', 'loan.interestOwed'];
const LOANS = 7;
/** Before, on and after due days, and of loans that are behind. */
const DAYS = ['2024-01-15', '2024-02-12', '2024-02-13', '2024-06-20', '2025-01-31', '2025-09-15', '2026-12-31'];

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

/** One of several places in the log, up to which it is known. */
const PLACES = [10, 41, 60, 104, 167];

const factOf = ({ id, type, data, metadata }: StoredEvent): Fact => ({ id, type, data, effectiveOn: metadata.effectiveOn });

const codeOf = (id: string) => log.find(({ stream }) => stream === `loan-${id}`)!.metadata.objectCode;

function statesAt(place: number, until: string): ReadonlyMap<string, unknown> {
  const known = log.slice(0, place + 1);
  const streams = [...new Set(known.map(({ stream }) => stream))];
  return new Map(
    streams.map((stream) => [
      stream,
      fold(feature.decider, known.filter((event) => event.stream === stream).map(factOf), { until }),
    ]),
  );
}

describe.each(PLACES)('loans, known up to event %i', (place) => {
  const knownAt = () => log[place]!.position;

  it.each(DAYS)('owe and are late on %s as their facts say, asked together or alone', async (day) => {
    const rows = [...statesAt(place, day).values()].map((state) => feature.row!(state));
    const expected = METRICS.map((metric) => {
      const definition = catalogue.metric(metric);
      if (definition.kind !== 'fold') throw new Error(`assertion: ${metric} is no fold`);
      return rows.reduce((sum, row) => sum + definition.measure(row as never, day), 0);
    });
    const frame = () => ({ filters: {}, effectiveTo: day, knownAt: knownAt() });
    const told = await side.models.read(async (session) => {
      const ask = async (metrics: readonly string[]) => [
        ...(await new FigureReader(session, catalogue).whole(metrics, frame())).values(),
      ];
      return { all: await ask(METRICS), late: await ask(QUIET), again: await ask(QUIET) };
    });
    const numbers = (results: readonly object[]) => results.map((result) => Number((result as { low: bigint }).low));
    expect(numbers(told.all)).toEqual(expected);
    expect(numbers(told.late)).toEqual(expected.slice(0, QUIET.length));
    expect(told.again).toEqual(told.late);
  });

  it('are called one by one as they were known then, those of one name by their ids', async () => {
    const day = '2025-01-31';
    const handler = new GetFigureHandler(side.models, catalogue, { now: () => new Date('2026-12-31T03:00:00Z') });
    const called = async (metric: string) => {
      const answer = await handler.execute(
        new GetFigure(metric, { effectiveTo: day, knownAt: knownAt(), groupBy: 'object' }, EVERYONE),
      );
      return 'rows' in answer ? answer.rows.map(({ key, code, label }) => ({ key, code, label })) : [];
    };
    const states = [...statesAt(place, day)].map(([stream, state]) => ({
      id: stream.slice('loan-'.length),
      title: feature.summary(state).title,
      row: feature.row!(state),
    }));
    for (const metric of ['loan.outstanding', 'loan.overduePrincipal']) {
      const definition = catalogue.metric(metric);
      if (definition.kind !== 'fold') throw new Error(`assertion: ${metric} is no fold`);
      const expected = states
        .filter(({ row }) => definition.measure(row as never, day) !== 0)
        .map(({ id, title }) => ({ key: id, code: codeOf(id), label: title }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      expect(await called(metric)).toEqual(expected);
    }
  });

  it('come page by page as they come at once, the longest overdue first', async () => {
    const handler = new GetBoardsHandler(side.models, catalogue, { now: () => new Date('2026-12-31T03:00:00Z') });
    const metrics = ['loan.overdueDays', 'loan.overduePrincipal', 'loan.outstanding'];
    for (const effectiveTo of ['2024-06-20', '2025-09-15']) {
      const asked = { effectiveTo, knownAt: knownAt(), groupBy: 'object' } as const;
      const rowsOf = async (more: { sort?: '-value'; limit?: number; after?: string | undefined }) => {
        const [board] = await handler.execute(new GetBoards([{ metrics, asked: { ...asked, ...more } }], EVERYONE));
        return { rows: board!.items.map((item) => ('rows' in item ? item.rows : [])), next: board!.next };
      };
      const [days, ...others] = (await rowsOf({})).rows;
      const longestFirst = days!.toSorted((a, b) => b.value! - a.value! || (a.key! < b.key! ? -1 : 1));
      const shown = longestFirst.map(({ key }) => key);
      const ofShown = others.map((rows) => shown.flatMap((key) => rows.filter((row) => row.key === key)));
      const paged: FigureRow[][] = [[], [], []];
      let next: string | undefined;
      do {
        const page = await rowsOf({ sort: '-value', limit: 2, after: next });
        page.rows.forEach((rows, at) => paged[at]!.push(...rows));
        next = page.next;
      } while (next !== undefined);
      expect(paged).toEqual([longestFirst, ...ofShown]);
    }
  });

  it('have pages with all their fields, as of any day', async () => {
    const handler = new GetObjectHandler(side.models, catalogue, { now: () => new Date('2026-12-31T03:00:00Z') });
    const day = '2025-01-31';
    for (const [stream, state] of statesAt(place, day)) {
      const id = stream.slice('loan-'.length);
      const { data } = await handler.execute(new GetObject(feature, id, { effectiveTo: day, knownAt: knownAt() }, EVERYONE));
      expect(data).toEqual(feature.row!(state));
      expect(data).toHaveProperty('schedule');
    }
  });
});
