import { batchOf, countsOf, leavingOut, stateOf, takingBack, withRows, type RowState } from './batch.js';
import { checkSheet } from './check.js';
import type { CheckContext } from './sheet.js';
import { readClipboard } from './clipboard.js';
import { guessedMapping, headingRow, mappingOf } from './columns.js';
import { hintDuplicates, Register, type Comparing, type Known, type Sameness } from './duplicates.js';
import { PlaceNames } from './places.js';
import { sampleColumns, samplePlaces, sampleSchema } from './sample.js';

const context: CheckContext = {
  schema: sampleSchema,
  columns: sampleColumns,
  places: samplePlaces,
  language: 'vi',
  today: '2026-11-21',
};
const isPlace = (cell: string) => samplePlaces.codeOf(cell, '2020-01-01') !== undefined;
const begin = (text: string) => batchOf(readClipboard(text), sampleColumns, isPlace, 'b1');
const HEAD = 'STT\tTên HTX\tLoại hình\tTỉnh\tNgày đăng ký\tSố thành viên\tVốn (triệu đồng)\tSố văn bản';
const row = (...cells: string[]) => cells.join('\t');

describe('columns', () => {
  it('are known by their headings in either language, however they are written', () => {
    expect(mappingOf(['stt', 'TEN HTX', 'Members', 'Xã, phường', 'Tỉnh/thành phố', 'Ghi chú'], sampleColumns)).toEqual([
      null,
      '/name',
      '/members',
      '/commune',
      '/place',
      null,
    ]);
  });

  it('are found under titles that stand above them', () => {
    const { above, headings, rows, mapping } = begin(`DANH SÁCH HỢP TÁC XÃ\n\n${HEAD}\n${row('1', 'HTX Ánh Mai', 'HTX')}`);
    expect([above, headings[1], rows.length]).toEqual([3, 'Tên HTX', 1]);
    expect(mapping).toEqual([
      null,
      '/name',
      '/type',
      '/place',
      '/effectiveOn',
      '/members',
      '/capitalVnd',
      '/evidence/documentNumber',
    ]);
  });

  it('without headings are guessed by what they hold', () => {
    const cells = readClipboard('HTX Ánh Mai\tHTX\tTrà Vinh\t01/02/2020\nTHT Rạng Đông\tTHT\tTrà Vinh\t03/02/2020');
    expect(headingRow(cells, sampleColumns)).toBeUndefined();
    expect(guessedMapping(cells, sampleColumns, isPlace)).toEqual(['/name', '/type', '/place', '/effectiveOn']);
  });
});

describe('checked rows', () => {
  const check = (text: string, common = {}) => checkSheet({ ...begin(text), common }, context);

  it('call no province unknown while its list is still to come', () => {
    const waiting = { ...context, places: new PlaceNames([]) };
    const table = `${HEAD}\n${row('1', 'HTX Ánh Mai', 'HTX', 'Trà Vinh', '03/04/2020', '45', '67,5', 'QĐ 12')}`;
    const [first] = checkSheet(begin(table), waiting);
    expect(first!.notes).toEqual([
      { level: 'bad', column: 3, text: expect.stringMatching(/chưa kiểm được, danh mục tỉnh chưa tải xong\.$/) },
    ]);
  });

  it('hold the body that is sent', () => {
    const [first] = check(`${HEAD}\n${row('1', 'HTX Ánh Mai', 'htx', 'tỉnh Trà Vinh', '03/04/2020', '45 TV', '67,5', 'QĐ 12')}`);
    expect(first).toEqual({
      id: 1,
      notes: [],
      values: {
        name: 'HTX Ánh Mai',
        type: 'cooperative',
        place: 'TCTK63:84',
        effectiveOn: '2020-04-03',
        members: 45,
        capitalVnd: 67_500_000,
        evidence: { documentNumber: 'QĐ 12' },
      },
    });
  });

  it('say at the cell what is wrong, once', () => {
    const [first] = check(`${HEAD}\n${row('1', 'A', 'tập đoàn', 'Huế', '31/02/1990', '0', 'nhiều')}`);
    expect(first!.notes.map(({ level, column }) => [level, column])).toEqual(
      expect.arrayContaining([1, 2, 3, 4, 5, 6].map((column) => ['bad', column])),
    );
    expect(first!.notes).toHaveLength(6);
  });

  it('record no where no was said, and nothing where nobody said', () => {
    const rows = check('Tên HTX\tThành viên Liên minh\nHTX A1\tKhông\nHTX B2\tx\nHTX C3\t\nHTX D4\t-\nHTX E5\tchưa');
    expect(rows.map(({ values }) => values.isMember)).toEqual([false, true, undefined, undefined, undefined]);
    expect(rows.map(({ notes }) => notes.filter(({ column }) => column === 1).length)).toEqual([0, 0, 0, 0, 1]);
  });

  it('refuse a province chosen for all where the day of the row has another list', () => {
    const common = { place: 'TCTK63:24', type: 'cooperative' };
    const rows = check('Tên HTX\tNgày đăng ký\nHTX A1\t30/06/2025\nHTX B2\t01/07/2025', common);
    expect(rows.map(({ notes }) => notes.map(({ text }) => text))).toEqual([
      [],
      ['Bắc Giang chọn cho mọi dòng không có trong danh mục tỉnh của ngày ghi ở dòng này.'],
    ]);
  });

  it('look a province up by the day of their row', () => {
    const text = `${HEAD}\n${row('', 'HTX A1', 'HTX', 'Trà Vinh', '30/06/2025')}\n${row('', 'HTX B2', 'HTX', 'Trà Vinh', '01/07/2025')}`;
    expect(check(text).map(({ notes }) => notes.length)).toEqual([0, 1]);
  });

  it('take what is typed once for all where a cell is blank', () => {
    const common = { place: 'TCTK63:84', effectiveOn: '01/02/2020', type: 'cooperativeGroup' };
    const [first, second] = check('Tên HTX\tLoại hình\nHTX Ánh Mai\tHTX\nTHT Rạng Đông\t', common);
    expect(first!.values).toMatchObject({ type: 'cooperative', place: 'TCTK63:84' });
    expect(second).toMatchObject({ values: { type: 'cooperativeGroup' }, notes: [] });
  });

  it('miss what is required and nowhere given', () => {
    const [first] = check('Tên HTX\nHTX Ánh Mai');
    expect(first!.notes.map(({ column }) => column)).toEqual([undefined, undefined, undefined]);
  });

  it('tell as dd/mm/yyyy what they took a day for', () => {
    const rows = check('Tên HTX\tNgày đăng ký\nHTX A1\t3-4-2019\nHTX B2\t03/25/2019');
    expect(rows[0]!.notes.find(({ level }) => level === 'doubt')?.text).toMatch(/hiểu là ngày 03\/04\/2019;/);
  });

  it('doubt what can be read two ways', () => {
    const rows = check(
      [
        HEAD,
        row('', 'HTX A1', 'HTX', 'Trà Vinh', '12/25/2020', '', '67.175'),
        row('', 'HTX B2', 'HTX', 'Trà Vinh', '03/04/2020'),
        row('', 'TrÇn V¨n §øc', 'HTX', 'Trà Vinh', '44196'),
      ].join('\n'),
    );
    expect(rows.map(({ notes }) => notes.map(({ level }) => level))).toEqual([['bad', 'doubt'], ['doubt'], ['doubt', 'doubt']]);
  });
});

describe('a batch', () => {
  const text = `${HEAD}\n${row('1', 'HTX A1', 'HTX', 'Trà Vinh', '03/04/2020')}\n${row('2', 'B')}\n\n${row('', 'Tổng cộng', '2')}`;
  const statesOf = (batch: ReturnType<typeof begin>) =>
    new Map(checkSheet(batch, context).map((each) => [each.id, stateOf(batch, each)] as [number, RowState]));

  it('counts every pasted row once, whatever becomes of it', () => {
    const batch = begin(text);
    expect(batch.left).toEqual({ 3: { why: 'blank' }, 4: { why: 'total' } });
    expect(countsOf(batch, statesOf(batch))).toMatchObject({ pasted: 4, left: 2, good: 1, bad: 1, remaining: 2 });
    const later = leavingOut({ ...batch, recorded: { 1: { objectId: 'o' } } }, [
      [1, { why: 'chosen' }],
      [2, { why: 'faulty', detail: 'x' }],
    ]);
    expect(countsOf(later, statesOf(later))).toMatchObject({ pasted: 4, recorded: 1, left: 3, remaining: 0 });
    expect(countsOf(takingBack(later, 2), statesOf(takingBack(later, 2)))).toMatchObject({ left: 2, bad: 1 });
    const refused = { ...batch, refused: { 1: 'no', 2: 'no', 3: 'no' } };
    expect(countsOf(refused, statesOf(refused))).toMatchObject({ refused: 2, bad: 2, remaining: 2 });
  });

  it('does not count where a row is lost', () => {
    const batch = begin(text);
    const states = statesOf(batch);
    states.delete(1);
    expect(() => countsOf(batch, states)).toThrow('a pasted row is lost');
  });

  it('forgets a refusal once the row is changed', () => {
    const batch = { ...begin(text), refused: { 1: 'why', 2: 'why' } };
    const rows = batch.rows.map((each) => (each.id === 1 ? { ...each, cells: [...each.cells] } : each));
    expect(withRows(batch, rows).refused).toEqual({ 2: 'why' });
  });

  it('leaves out no row whose answer is not known', () => {
    expect(leavingOut({ ...begin(text), sent: [1] }, [[1, { why: 'chosen' }]]).left[1]).toBeUndefined();
  });
});

describe('duplicates', () => {
  const rule: Sameness = {
    name: 'name',
    code: 'taxCode',
    same: (a, b) => a.place === b.place,
    alike: (a, b) => a.place === b.place,
  };
  const checked = (id: number, values: Record<string, unknown>) => ({ id, values: { place: 'p', ...values }, notes: [] });
  const known: Known[] = [
    {
      id: 'o1',
      noun: 'organisations',
      title: 'HTX nông nghiệp Suối Trong',
      values: { name: 'HTX nông nghiệp Suối Trong', place: 'p' },
    },
    { id: 'o2', noun: 'organisations', title: 'HTX Ba', values: { name: 'HTX Ba', place: 'q', taxCode: '1234567890' } },
    { id: 'o3', noun: 'organisations', title: 'HTX số 3', values: { name: 'HTX minh hoạ số 3', place: 'p' } },
  ];
  const comparing: Comparing = {
    sameness: rule,
    columnOf: () => 0,
    latest: (place) => (place === 'old p' ? 'p' : place),
    language: 'vi',
  };
  const hinted = (...rows: ReturnType<typeof checked>[]) => hintDuplicates(rows, new Register(known, comparing), comparing);

  it('are hinted at with the same name in other letters, and with nearly the same', () => {
    const hints = hinted(
      checked(1, { name: 'Hợp tác xã NN Suối Trong' }),
      checked(2, { name: 'HTX nông nghiệp Suối Tron' }),
      checked(3, { name: 'HTX minh hoạ số 4' }),
      checked(4, { name: 'HTX nông nghiệp Suối Trong', place: 'q' }),
      checked(5, { name: 'HTX Khác', taxCode: '1234567890' }),
    );
    expect(hints.get(1)![0]).toMatchObject({ text: 'đã có: HTX nông nghiệp Suối Trong', known: { id: 'o1' } });
    expect(hints.get(2)![0]!.text).toMatch(/^gần giống HTX nông nghiệp Suối Trong \(≈ 9\d%\)$/);
    expect([3, 4].map((id) => hints.get(id))).toEqual([undefined, undefined]);
    expect(hints.get(5)![0]).toMatchObject({ known: { id: 'o2' } });
  });

  it('are hinted at across a merger of provinces', () => {
    const [hint] = hinted(checked(1, { name: 'HTX nông nghiệp Suối Trong', place: 'old p' })).get(1)!;
    expect(hint).toMatchObject({ text: 'đã có: HTX nông nghiệp Suối Trong' });
  });

  it('are hinted at by a code that stands twice', () => {
    const twice = [
      checked(1, { name: 'HTX Một', taxCode: '2100000001' }),
      checked(2, { name: 'HTX Hai', taxCode: '2100000001' }),
    ];
    expect([...hinted(...twice)]).toEqual([[2, [expect.objectContaining({ text: 'mã trùng dòng 1' })]]]);
  });

  it('are hinted at within what was pasted, at the later row', () => {
    const hints = hinted(checked(1, { name: 'HTX Rạng Đông' }), checked(2, { name: 'htx rang dong' }));
    expect([...hints]).toEqual([[2, [expect.objectContaining({ text: 'trùng dòng 1' })]]]);
  });
});
