import { startProduct, type Client, type Json, type Product } from './product.js';

let product: Product;
let leader: Client;
let officer: Client;
let cards: readonly Json[];

beforeAll(async () => {
  product = await startProduct({ demo: true });
  [leader, officer] = (await Promise.all(['leader', 'officer'].map((name) => product.as(name)))) as [Client, Client];
  cards = (await answered('figures')).items;
}, 240_000);
afterAll(() => product.stop());

const GROUPINGS = [
  ...['agency', 'programme', 'budgetLine', 'fund', 'organisation', 'organisationType'],
  ...['sector', 'kind', 'place', 'source', 'year', 'object'],
];
/** Together they ask each metric by every grouping. */
const GROUPINGS_A_FRAME = 3;
const FRAMES = [
  '',
  'effectiveTo=2012-12-31',
  'effectiveFrom=2017-01-01&effectiveTo=2021-04-30',
  'effectiveTo=2021-06-30&knownAt=2021-05-01T00:00:00Z',
];
/** Kinds whose groups add up; different keys and shares do not. */
const ADDED = new Set(['sum', 'stock', 'formula', 'fold']);
const AT_ONCE = 6;

async function answered(path: string): Promise<Json> {
  const { status, body } = await leader.get(path);
  expect([path, status, body.code]).toEqual([path, 200, undefined]);
  return body;
}

const figure = (metric: string, query = ''): Promise<Json> => answered(`figures/${metric}?${query}`);
const metricsOf = (...kinds: string[]): string[] => cards.filter(({ kind }) => kinds.includes(kind)).map(({ metric }) => metric);

/** The day an answer is of, for further questions: the one of today ends at midnight. */
const sameDay = ({ meta }: Json): string => `effectiveTo=${meta.effectiveTo}`;

/** A few at a time, so that the product is busy but none waits long. */
async function eachOf<T>(all: readonly T[], work: (one: T, index: number) => Promise<void>): Promise<void> {
  const queue = [...all.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const NUMBERS = ['value', 'valueTo', 'qualifier', 'unknown', 'numerator', 'denominator'];
const numbersOf = (one: Json): Json => Object.fromEntries(NUMBERS.filter((name) => name in one).map((name) => [name, one[name]]));

/** What stands behind a figure is asked by its id alone, and must tell and re-add to the very numbers. */
async function assertReadds(shown: Json, where: string): Promise<void> {
  const evidence = await answered(`figures/${shown.figureId}/evidence?limit=1`);
  expect([where, evidence.matches, numbersOf(evidence)]).toEqual([where, true, numbersOf(shown)]);
}

const total = (rows: readonly Json[], name: string): number => rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);

function assertAddsUp(whole: Json, rows: readonly Json[], where: string): void {
  const told = [where, whole.value ?? 0, whole.unknown ?? 0];
  expect([where, total(rows, 'value'), total(rows, 'unknown')]).toEqual(told);
}

describe.each(FRAMES.map((frame, index) => [frame || 'today', frame, index] as const))('every metric, %s', (_, frame, turn) => {
  it('re-adds from its evidence, whole and by group, and its groups add up to it', async () => {
    await eachOf(cards, async ({ metric, kind }, index) => {
      const whole = await figure(metric, frame);
      await assertReadds(whole, `${metric}?${frame}`);
      const parts = frame || sameDay(whole);
      for (let nth = 0; nth < GROUPINGS_A_FRAME; nth++) {
        const groupBy = GROUPINGS[(index + turn * GROUPINGS_A_FRAME + nth) % GROUPINGS.length]!;
        const where = `${metric}?${parts}&groupBy=${groupBy}`;
        const { rows } = await figure(metric, `${parts}&groupBy=${groupBy}`);
        if (ADDED.has(kind)) assertAddsUp(whole, rows, where);
        const row = (rows as Json[])[(index + turn) % Math.max(1, rows.length)];
        if (row && nth === index % GROUPINGS_A_FRAME) await assertReadds(row, `${where} ${row.key}`);
      }
    });
  });
});

describe('the day asked', () => {
  it('a flow up to a day and the flow after it are the flow of both', async () => {
    await eachOf(metricsOf('sum'), async (metric) => {
      const [before, after, both] = await Promise.all([
        figure(metric, 'effectiveTo=2018-06-30'),
        figure(metric, 'effectiveFrom=2018-07-01&effectiveTo=2026-12-31'),
        figure(metric, 'effectiveTo=2026-12-31'),
      ]);
      assertAddsUp(both, [before, after], metric);
    });
  });

  it('months add up to their period', async () => {
    await eachOf(metricsOf('sum'), async (metric) => {
      const { rows } = await figure(metric, 'period=2016..2020&groupBy=month');
      expect(rows).toHaveLength(60);
      assertAddsUp(await figure(metric, 'period=2016..2020'), rows, metric);
    });
  });

  it('a standing amount does not depend on where the period begins', async () => {
    await eachOf(metricsOf('stock', 'fold'), async (metric) => {
      const since = await figure(metric, 'effectiveFrom=2020-01-01&effectiveTo=2021-04-30');
      expect([metric, since.value]).toEqual([metric, (await figure(metric, 'effectiveTo=2021-04-30')).value]);
    });
  });
});

async function entriesOf({ figureId }: Json): Promise<Json[]> {
  const items: Json[] = [];
  for (let after = ''; ;) {
    const page = await answered(`figures/${figureId}/evidence?limit=200${after}`);
    items.push(...page.items);
    if (!page.next) return items;
    after = `&after=${page.next}`;
  }
}

describe('the time known at', () => {
  it('shows what the entries up to that place in the log add up to', async () => {
    for (const metric of ['training.cost', 'fund.outstanding', 'fair.events']) {
      const entries = await entriesOf(await figure(metric));
      const positions = entries.map(({ position }) => position as string).sort();
      for (const place of [0, 0.3, 0.6, 1].map((share) => positions[Math.floor(share * (positions.length - 1))]!)) {
        const then = entries.filter(({ position }) => position <= place);
        const { value, meta } = await figure(metric, `knownAt=${place}`);
        expect([metric, place, meta.knownAt.position, value]).toEqual([metric, place, place, total(then, 'value')]);
      }
    }
  });

  it('given as an instant it is the place in the log that the answer names', async () => {
    await eachOf(metricsOf('sum', 'stock', 'fold'), async (metric) => {
      const byInstant = await figure(metric, 'knownAt=2019-01-01T00:00:00Z');
      const byPosition = await figure(metric, `knownAt=${byInstant.meta.knownAt.position}&${sameDay(byInstant)}`);
      expect([metric, byPosition.figureId, byPosition.value]).toEqual([metric, byInstant.figureId, byInstant.value]);
    });
  });
});

it('a place in another log is refused rather than taken for the beginning or the end', async () => {
  for (const knownAt of ['a-00000000000000000001', 'z-00000000000000000001', 'p-1']) {
    const { status, body } = await leader.get(`figures/training.classes?knownAt=${knownAt}`);
    expect([knownAt, status, body.errors?.[0]?.pointer]).toEqual([knownAt, 400, '/knownAt']);
  }
});

describe('what is not known', () => {
  it('a share of nothing has no value, and a number that was not told is counted', async () => {
    const share = await figure('grant.share', 'agency=bac-giang');
    expect(numbersOf(share)).toEqual({ value: null, qualifier: 'exact', numerator: 0, denominator: 0 });
    await assertReadds(share, 'grant.share');
    const { rows } = await figure('training.learners', 'effectiveTo=2021-06-30&groupBy=agency');
    expect((rows as Json[]).find(({ key }) => key === 'bac-giang')).toMatchObject({ value: null, unknown: 2 });
  });
});

/** The same order in each run, so that a failure comes again. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed;
  const drawn = all.map((one) => [(state = (state * 48_271) % 2_147_483_647), one] as const);
  return drawn.sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}

async function correct(eventId: string): Promise<Json | undefined> {
  const asked = await officer.post('corrections', { eventId, reason: 'Ghi nhầm hồ sơ' });
  if (asked.status !== 201) return undefined;
  const approved = await leader.post(`corrections/${asked.body.objectId}/approvals`, {});
  expect(approved.status).toBe(201);
  return approved.body;
}

describe('corrections', () => {
  it('change figures from then on and none of what was known before, and everything still re-adds', async () => {
    const corrected = ['training.classes', 'fair.events', 'loan.principalCollected', 'grant.paid'];
    const events = await Promise.all(corrected.map(async (metric) => entriesOf(await figure(metric))));
    const chosen = events.flatMap((entries, index) => shuffled(entries, 20_261_121 + index).slice(0, 4));
    const known = await Promise.all(cards.map(({ metric }) => figure(metric)));

    const approvals = [];
    for (const { eventId } of chosen) approvals.push(await correct(eventId));
    const last = approvals.filter((one) => one !== undefined).at(-1)!;
    expect(approvals.filter(Boolean).length).toBeGreaterThanOrEqual(8);

    await eachOf(known, async (earlier) => {
      const { metric, meta } = earlier;
      const then = `knownAt=${meta.knownAt.position}&${sameDay(earlier)}`;
      const again = await figure(metric, `${then}&minPosition=${last.position}`);
      expect([metric, again.figureId, numbersOf(again)]).toEqual([metric, earlier.figureId, numbersOf(earlier)]);
      await assertReadds(again, `${metric} as known before`);
      await assertReadds(await figure(metric, `minPosition=${last.position}`), `${metric} since`);
    });
    const before = known.find(({ metric }) => metric === 'training.classes')!;
    expect((await figure('training.classes')).value).toBe(before.value - 4);
    const { difference } = await answered(
      `figures/${before.figureId}/changes?from=${before.meta.knownAt.position}&to=${last.position}`,
    );
    expect(difference).toBe(-4);
  });
});
