import {
  GetCatalogue,
  GetEvidence,
  GetFigure,
  type Evidence,
  type FigureAnswer,
  type FigureRows,
  type MetricCard,
} from '@soquy/boards';
import { Problem } from '@soquy/platform';
import { runFigures } from './run-figures.js';

const words = { vi: 'Kinh phí đào tạo', en: 'Cost of training' };
const meta = {
  position: 'p-9',
  lagSeconds: 0,
  effectiveTo: '2020-12-31',
  knownAt: { position: 'p-9', instant: '2026-11-21T07:05:00.000Z' },
};
const figure = {
  metric: 'training.cost',
  kind: 'sum',
  unit: 'vnd',
  value: 381_405_000,
  qualifier: 'exact',
  figureId: 'abc',
} as const;
const card: MetricCard = { metric: 'training.cost', kind: 'sum', unit: 'vnd', words, formula: { vi: 'Tổng', en: 'Sum' } };

/** Answers as the query bus would, and keeps what it was asked. */
function tools(
  answers: { figure?: FigureAnswer | FigureRows; evidence?: Evidence; problem?: Problem } = {},
  environment: Record<string, string> = {},
) {
  const asked: object[] = [];
  const printed: string[] = [];
  const complaints: string[] = [];
  const execute = async (query: object): Promise<never> => {
    asked.push(query);
    if (query instanceof GetCatalogue) return [card] as never;
    if (answers.problem) throw answers.problem;
    return (query instanceof GetEvidence ? answers.evidence : (answers.figure ?? { ...figure, meta })) as never;
  };
  const run = (line: string) =>
    runFigures(line.split(' '), {
      execute,
      print: (text) => printed.push(text),
      complain: (text) => complaints.push(text),
      environment,
    });
  return { asked, printed, complaints, run };
}

it('shows a figure in Vietnamese, with both dates and where it comes from', async () => {
  const { run, printed, asked } = tools();
  expect(await run('show training.cost --agency tra-vinh --as-of 2020-12-31 --budget-line DT-2020-0001')).toBe(0);
  expect(printed).toEqual([
    'Kinh phí đào tạo (training.cost)',
    '  381.405.000 đồng',
    'Số này từ đâu ra: npm run -s soquy -- figures evidence abc',
    'Phát sinh đến 31/12/2020 · ghi nhận đến 21/11/2026 14:05',
  ]);
  const query = asked.find((each) => each instanceof GetFigure) as GetFigure;
  expect(query).toMatchObject({ metric: 'training.cost', reader: { agencyIds: 'all' } });
  expect(query.asked).toEqual({ agency: 'tra-vinh', effectiveTo: '2020-12-31', budgetLine: 'DT-2020-0001' });
});

it('in English by the environment, a ratio with both sides', async () => {
  const ratio = {
    ...figure,
    kind: 'ratio',
    unit: 'percent',
    value: 37.01,
    numerator: 285_000_000,
    denominator: 770_000_000,
    unknown: 1,
    meta,
  } as const;
  const { run, printed } = tools({ figure: ratio }, { LANG: 'en_GB.UTF-8' });
  await run('show training.cost');
  expect(printed.slice(1, 4)).toEqual(['  37.01 %', '  1 fact without a number', '  = 285,000,000 / 770,000,000']);
});

it('groups as an aligned table', async () => {
  const rows = [
    { ...figure, key: 'a', label: 'Khuyến công', code: 'CT-1', value: 1_000 },
    { ...figure, key: null, value: null, unknown: 2 },
  ];
  const { run, printed } = tools({
    figure: { metric: 'training.cost', kind: 'sum', unit: 'vnd', groupBy: 'programme', rows, meta },
  });
  await run('show training.cost --group-by programme');
  expect(printed.slice(1, 5)).toEqual([
    'Chương trình  Mã       Số liệu  Ghi chú',
    '────────────  ────  ──────────  ─────────────────────────',
    'Khuyến công   CT-1  1.000 đồng',
    '(không nêu)            chưa rõ  còn 2 ghi nhận chưa có số',
  ]);
});

it('as JSON the answer itself, and nothing else', async () => {
  const { run, printed } = tools();
  await run('show training.cost --json');
  expect(JSON.parse(printed.join('\n'))).toEqual({ ...figure, meta });
});

it('lists every metric', async () => {
  const { run, printed } = tools();
  expect(await run('list')).toBe(0);
  expect(printed.at(-1)).toBe('training.cost  Kinh phí đào tạo  đồng         Tổng');
});

it('shows the events behind a figure, and whether they re-add to it', async () => {
  const object = { id: 'x', noun: 'training-classes', code: 'LH-2016-0001', title: 'Lớp' };
  const event = {
    eventId: 'e',
    type: 'Held',
    words: { vi: 'Đã tổ chức lớp', en: 'Held' },
    effectiveOn: '2016-05-05',
    recordedAt: '2016-05-06T02:00:00Z',
    position: 'p-1',
    personId: 'p',
    role: 'officer',
  };
  const evidence: Evidence = {
    ...figure,
    words,
    formula: card.formula,
    filters: {},
    recomputed: 5,
    matches: false,
    method: { vi: 'Cộng lại.', en: 'Added again.' },
    items: [{ ...event, object, value: 381_405_000, qualifier: 'exact', evidence: { documentNumber: '12/BC' } }],
    next: 'more',
    meta,
  };
  const { run, printed } = tools({ evidence });
  expect(await run('evidence abc')).toBe(0);
  expect(printed).toContain('05/05/2016  06/05/2016 09:00  LH-2016-0001  Đã tổ chức lớp  381.405.000  12/BC');
  expect(printed).toContain('Tính lại: 5 — LỆCH. Cộng lại.');
  expect(printed).toContain('… còn nữa: dùng --json hoặc tải CSV qua API');
});

it.each([
  ['sing', 2],
  ['show', 2],
  ['show a b', 2],
  ['show a --colour red', 2],
  ['show a --as-of 2020-02-31', 2],
  ['show a --group-by colour', 2],
  ['evidence', 2],
  ['--help', 0],
])('%s ends with %d', async (line, code) => {
  const { run, complaints, asked } = tools();
  expect(await run(line)).toBe(code);
  expect(complaints.length > 0).toBe(code === 2);
  expect(asked).toEqual([]);
});

it.each([
  [new Problem(404, 'UnknownMetric', { vi: 'Không có chỉ tiêu x.', en: 'There is no metric x.' }), 1],
  [Problem.unavailable(), 4],
  [Problem.otherAgency('agency'), 2],
])('a problem is told in words: %s', async (problem, code) => {
  const { run, complaints } = tools({ problem });
  expect(await run('show training.cost')).toBe(code);
  expect(complaints[0]).toBe(problem.detail.vi);
  const english = tools({ problem });
  await english.run('show training.cost --lang en');
  expect(english.complaints[0]).toBe(problem.detail.en);
});

it.each([
  ['show a --colour red', /^Không có tuỳ chọn --colour\.\nVí dụ:/, /^Unknown option '--colour'[^]*\nExamples:/],
  ['show a --year', /^Tuỳ chọn --year thiếu/, /^Option '--year.*argument/],
  ['show', /^Thiếu <chỉ tiêu>/, /^<metric> is missing/],
  ['list all', /^Không hiểu "all"/, /^"all" means nothing here/],
])('what cannot be meant is said in the language asked for: %s', async (line, vi, en) => {
  const [here, there] = [tools(), tools()];
  expect([await here.run(line), await there.run(`${line} --lang=en`)]).toEqual([2, 2]);
  expect([here.complaints[0], there.complaints[0]]).toEqual([expect.stringMatching(vi), expect.stringMatching(en)]);
});

it('a bug is not dressed up as an answer', async () => {
  const { run } = tools({ problem: new Error('assertion: x') as never });
  await expect(run('show training.cost')).rejects.toThrow('assertion');
});
