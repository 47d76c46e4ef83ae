import { Catalogue } from '../../libs/boards/src/figures/catalogue.js';
import type { FigureAnswer, FigureRows } from '../../libs/boards/src/figures/answers.js';
import { GetFigure, GetFigureHandler } from '../../libs/boards/src/figures/figure.queries.js';
import { EVERYONE, type Reader } from '../../libs/boards/src/figures/reader.js';
import type { Book } from './boards/book.js';
import { idOf } from './boards/book.js';
import { crossFigures, slices } from './boards/slices.js';
import { anhMai, clock, nhoTo, smallWorld } from './boards/world.js';

let book: Book;
let handler: GetFigureHandler;

beforeAll(async () => {
  ({ book } = await smallWorld());
  handler = new GetFigureHandler(book, new Catalogue(slices, crossFigures), clock);
});
afterAll(() => book.close());

type Asked = GetFigure['asked'];
const ask = (metric: string, asked: Asked = {}, reader: Reader = EVERYONE) =>
  handler.execute(new GetFigure(metric, asked, reader)) as Promise<FigureAnswer>;
const rows = async (metric: string, asked: Asked, reader: Reader = EVERYONE) =>
  ((await handler.execute(new GetFigure(metric, asked, reader))) as FigureRows).rows;
interface Refused {
  readonly status: number;
  readonly code: string;
  readonly extra: { readonly errors?: readonly { readonly pointer: string; readonly code: string }[] };
}

/** What a refused question answers: its status, then each wrong parameter, or the code. */
async function errors(asked: Promise<unknown>): Promise<readonly (string | number)[]> {
  try {
    return [JSON.stringify(await asked)];
  } catch (error) {
    const { status, code, extra } = error as Refused;
    return [status, ...(extra.errors?.map(({ pointer, code: wrong }) => `${pointer} ${wrong}`) ?? [code])];
  }
}

describe('a sum', () => {
  it('adds what stands, without what a correction took back', async () => {
    expect(await ask('course.cost')).toMatchObject({
      metric: 'course.cost',
      kind: 'sum',
      unit: 'vnd',
      value: 99_598_000,
      qualifier: 'exact',
      unknown: 1,
    });
  });

  it('was what was known then', async () => {
    const before = await ask('course.cost', { knownAt: 't-00000015' });
    expect(before).toMatchObject({ value: 67_175_000 + 314_230_000 + 1_000_000, unknown: 1 });
    expect((await ask('course.learners', { knownAt: 't-00000015' })).qualifier).toBe('over');
    expect((await ask('course.learners')).qualifier).toBe('exact');
    expect((await ask('course.cost', { knownAt: '2025-01-01T00:00:00Z' })).value).toBe(0);
  });

  it('takes only the period', async () => {
    expect((await ask('course.held', { period: '2020-Q1' })).value).toBe(2);
    expect((await ask('course.held', { effectiveFrom: '2020-02-06', effectiveTo: '2020-05-05' })).value).toBe(2);
  });

  it('is null where facts stand but none tells its number', async () => {
    expect(await ask('course.cost', { kind: 'management' })).toMatchObject({ value: null, unknown: 1 });
    expect(await ask('course.cost', { kind: 'fair' })).toMatchObject({ value: 0 });
    expect(await ask('course.cost', { kind: 'fair' })).not.toHaveProperty('unknown');
  });

  it('says by what it was computed', async () => {
    const { meta } = await ask('course.cost', { effectiveFrom: '2020-01-01', knownAt: '2026-01-01T00:10:00Z' });
    expect(meta).toMatchObject({ effectiveFrom: '2020-01-01', effectiveTo: '2026-06-30', lagSeconds: 0 });
    expect(meta.knownAt).toEqual({ position: 't-00000010', instant: '2026-01-01T00:10:00.000Z' });
  });
});

describe('filters', () => {
  it.each([
    [{ agency: 'soc-trang' }, 1],
    [{ programme: 'CT-2026-0001' }, 4],
    [{ programme: idOf('khuyen cong') }, 4],
    [{ organisation: anhMai.organisationId }, 2],
    [{ organisationType: 'cooperativeGroup' }, 1],
    [{ place: 'TCTK63:84' }, 3],
    [{ year: '2020' }, 4],
    [{ year: '2021' }, 0],
    [{ object: 'KH-2026-0004' }, 1],
  ] as [Asked, number][])('%j', async (asked, value) => {
    expect((await ask('course.held', asked)).value).toBe(value);
  });

  it('refuses what does not exist, with its pointer', async () => {
    expect(await errors(ask('course.held', { programme: 'CT-1999-0001' }))).toEqual([400, '/programme isUnknown']);
    expect(await errors(ask('course.held', { period: '2020', effectiveTo: '2020-01-01' }))).toEqual([
      400,
      '/period isContradicted',
    ]);
    expect(await errors(ask('course.held', { effectiveFrom: '2020-02-01', effectiveTo: '2020-01-01' }))).toEqual([
      400,
      '/effectiveFrom isAfterEnd',
    ]);
    expect(await errors(ask('course.nothing'))).toEqual([404, 'UnknownMetric']);
  });
});

describe('other kinds', () => {
  it('a stock holds up to the day, a period or not', async () => {
    expect((await ask('debt.outstanding', { effectiveTo: '2021-05-31' })).value).toBe(300_000_000);
    expect((await ask('debt.outstanding', { period: '2026' })).value).toBe(50_000_000);
  });

  it('a distinct count counts keys once and says what names none', async () => {
    expect(await ask('course.organisations')).toMatchObject({ value: 2, unknown: 1 });
    expect(await ask('course.organisations', { agency: 'soc-trang' })).toMatchObject({ value: null, unknown: 1 });
    expect(await ask('course.organisations', { knownAt: 't-00000016' })).toMatchObject({ value: 1, unknown: 1 });
  });

  it('a ratio is exact on both sides and rounded once', async () => {
    const asked = { agency: 'tra-vinh', effectiveTo: '2021-07-15' };
    expect(await ask('debt.overdueShare', asked)).toMatchObject({ value: 100, numerator: 50_000_000, denominator: 50_000_000 });
    expect(await ask('debt.overdueShare', { ...asked, effectiveTo: '2020-12-31' })).toMatchObject({
      value: null,
      numerator: 0,
      denominator: 0,
    });
    expect(await ask('course.costPerClass', { object: 'KH-2026-0003' })).toMatchObject({
      value: null,
      numerator: null,
      denominator: 1,
    });
  });

  it('a formula adds its parts and what they do not know', async () => {
    expect(await ask('money.moved')).toMatchObject({ value: 99_598_000 + 300_000_000, unknown: 1 });
  });

  it.each([
    ['2021-06-30', 0],
    ['2021-07-01', 200_000_000],
    ['2021-07-15', 50_000_000],
  ])('a fold is measured for the day asked: %s', async (effectiveTo, value) => {
    expect((await ask('debt.overdue', { effectiveTo })).value).toBe(value);
  });

  it('a fold was what was known then', async () => {
    expect((await ask('debt.overdue', { knownAt: 't-00000019' })).value).toBe(300_000_000);
  });
});

describe('groups', () => {
  it('by object of another slice have labels, and rows open alone', async () => {
    const found = await rows('course.cost', { groupBy: 'programme' });
    expect(found).toMatchObject([
      { key: idOf('khuyen cong'), label: 'Khuyến công địa phương', code: 'CT-2026-0001', value: 99_598_000 },
    ]);
    const byAgency = await rows('course.cost', { groupBy: 'agency' });
    expect(byAgency.map(({ label, value }) => [label, value])).toEqual([
      ['Sóc Trăng', 1_000_000],
      ['Trà Vinh', 98_598_000],
    ]);
  });

  it('by object tell whose each is', async () => {
    const found = await rows('course.held', { groupBy: 'object' });
    const owners = found.map(({ organisation }) => organisation?.title ?? null);
    expect(owners.filter((title) => title === 'HTX Ánh Mai')).toHaveLength(2);
    expect(owners.filter((title) => title === 'THT Nho Tơ')).toHaveLength(1);
    const byProgramme = await rows('course.cost', { groupBy: 'programme' });
    expect(byProgramme.every(({ organisation }) => organisation === undefined)).toBe(true);
  });

  it('keep those that name none, last', async () => {
    const found = await rows('course.held', { groupBy: 'organisation' });
    expect(found.map(({ label, key, value }) => [label ?? key, value])).toEqual([
      ['HTX Ánh Mai', 2],
      ['THT Nho Tơ', 1],
      [null, 1],
    ]);
  });

  it('by month: a flow of each, a stock of each end', async () => {
    expect(
      (await rows('course.held', { groupBy: 'month', period: '2020-H1' })).map(({ key, value }) => `${key} ${value}`),
    ).toEqual(['2020-01 0', '2020-02 1', '2020-03 1', '2020-04 0', '2020-05 1', '2020-06 1']);
    const stock = await rows('debt.outstanding', { groupBy: 'month', effectiveTo: '2021-07-31' });
    expect(stock.map(({ key, value }) => `${key} ${value! / 1_000_000}`)).toEqual([
      '2021-01 300',
      '2021-02 300',
      '2021-03 300',
      '2021-04 300',
      '2021-05 300',
      '2021-06 200',
      '2021-07 50',
    ]);
  });

  it('of a ratio are ratios of the groups, never shares of shares', async () => {
    const found = await rows('debt.overdueShare', { groupBy: 'organisationType', effectiveTo: '2021-07-10' });
    expect(found.map(({ key, value, numerator }) => [key, value, numerator])).toEqual([
      ['cooperative', 100, 200_000_000],
      ['cooperativeGroup', null, 0],
    ]);
  });

  it('of a fold', async () => {
    const found = await rows('debt.overdue', { groupBy: 'fund', effectiveTo: '2021-07-10' });
    expect(found).toMatchObject([{ label: 'Quỹ HTPT HTX', value: 200_000_000 }]);
    expect((await rows('course.held', { groupBy: 'year' })).map(({ key, value }) => [key, value])).toEqual([['2020', 4]]);
  });

  it('of too many months are refused', async () => {
    expect(await errors(rows('course.held', { groupBy: 'month', period: '2001..2025' }))).toEqual([
      400,
      '/groupBy tooManyMonths',
    ]);
  });
});

describe('a reader bound to agencies', () => {
  const bound: Reader = { agencyIds: ['soc-trang'] };

  it('sees those alone', async () => {
    expect((await ask('course.cost', {}, bound)).value).toBe(1_000_000);
    expect((await rows('course.held', { groupBy: 'agency' }, bound)).map(({ key }) => key)).toEqual(['soc-trang']);
    expect((await ask('debt.overdue', {}, bound)).value).toBe(0);
  });

  it('may not ask for others', async () => {
    expect(await errors(ask('course.cost', { agency: 'tra-vinh' }, bound))).toEqual([403, 'OtherAgency']);
    expect((await ask('course.cost', { agency: 'soc-trang' }, bound)).value).toBe(1_000_000);
  });
});

it('refuses to give a sum that a number cannot hold', async () => {
  const { record } = {
    record: (word: string) =>
      book.record(slices[1], idOf(word), 'DebtLent', {
        organisation: nhoTo,
        fundId: 'big',
        amountVnd: 2 ** 53 - 1,
        dueOn: '2027-01-01',
        lentOn: '2019-01-01',
      }),
  };
  await record('huge one');
  expect((await ask('debt.lent', { fund: 'QU-2026-0001' })).value).toBe(300_000_000);
  await record('huge two');
  await expect(ask('debt.lent')).rejects.toThrow('beyond a safe integer');
});
