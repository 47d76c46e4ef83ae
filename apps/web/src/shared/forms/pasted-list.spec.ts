import type { FieldSchema } from '../api/catalogue.js';
import { pastedInto, roomFor, takesPaste } from './pasted-list.js';

const text: FieldSchema = { type: 'string' };
const day: FieldSchema = { type: 'string', 'x-unit': 'day' };
const learners: FieldSchema = { type: 'integer', 'x-unit': 'count' };
const organisation: FieldSchema = { type: 'string', 'x-refers': 'organisations' };
const listOf = (properties: FieldSchema['properties'], maxItems?: number): FieldSchema => ({
  type: 'array',
  items: { properties: properties! },
  ...(maxItems !== undefined && { maxItems }),
});
const holidays = listOf({ day, name: text }, 60);
const plainDays: FieldSchema = { type: 'array', items: day };
const plainTexts: FieldSchema = { type: 'array', items: text };

const pasted = (copied: string, items: readonly { day?: string; name?: string }[] = [], row = 0, part = 'day') =>
  pastedInto(holidays, items as never, copied, { row, part }, 2026);

describe('cells pasted into a list of a form', () => {
  it('become its rows, two columns of a spreadsheet, without their heading', () => {
    expect(pasted('Ngày\tTên\r\n01/01/2027\tTết Dương lịch\r\n5/2/2027\tTết Nguyên đán\r\n')?.rows).toEqual([
      { day: '01/01/2027', name: 'Tết Dương lịch' },
      { day: '5/2/2027', name: 'Tết Nguyên đán' },
    ]);
  });

  it('or lines of a text with the day in front', () => {
    expect(pasted('01/01/2027 Tết Dương lịch\n30-04-2027: Ngày Chiến thắng')?.rows).toEqual([
      { day: '01/01/2027', name: 'Tết Dương lịch' },
      { day: '30-04-2027', name: 'Ngày Chiến thắng' },
    ]);
  });

  it('keep the day in front where they are pasted into a name', () => {
    expect(pasted('01/01/2027 Tết Dương lịch\n30-04-2027: Ngày Chiến thắng', [], 0, 'name')?.rows).toEqual([
      { name: '01/01/2027 Tết Dương lịch' },
      { name: '30-04-2027: Ngày Chiến thắng' },
    ]);
  });

  it('lose the time of a day, which is no name', () => {
    expect(pasted('01/01/2027 00:00\n2027-02-05T00:00:00\n08/02/2027 0:00 Tết Nguyên đán')?.rows).toEqual([
      { day: '01/01/2027' },
      { day: '2027-02-05' },
      { day: '08/02/2027', name: 'Tết Nguyên đán' },
    ]);
  });

  it('go into the rows that are there from the place on, and beyond them', () => {
    const items = [{ day: '01/01/2027', name: 'a' }, { day: '02/01/2027' }];
    expect(pasted('b\nc', items, 1, 'name')?.rows).toEqual([
      { day: '01/01/2027', name: 'a' },
      { day: '02/01/2027', name: 'b' },
      { name: 'c' },
    ]);
    expect(pastedInto(plainDays, ['x'], '06/02/2027\n46073', { row: 0, part: '' }, 2026)?.rows).toEqual([
      '06/02/2027',
      '20/02/2026',
    ]);
  });

  it('are left to the input where they are one cell', () => {
    expect(pasted('01/01/2027')).toBeUndefined();
    expect(pasted('Tết Dương lịch\n')).toBeUndefined();
  });
});

describe('the first of pasted rows', () => {
  it('is a heading above any day that is understood', () => {
    expect(pasted('Ngày\n46073')?.rows).toEqual([{ day: '20/02/2026' }]);
    expect(pasted('Ngày\tTên\n01/01/2027 00:00\tTết')?.rows).toEqual([{ day: '01/01/2027', name: 'Tết' }]);
  });

  it('stays where its day cannot be read or is not there, for the check to name it', () => {
    for (const unread of ['31/02/2027', '12/25/2027', 'mùng 1/2027', ''])
      expect(pasted(`${unread}\tTết\n05/02/2027\tTết`)?.rows).toEqual([
        { day: unread, name: 'Tết' },
        { day: '05/02/2027', name: 'Tết' },
      ]);
  });
});

describe('rows that do not fit', () => {
  it('are not taken where a cell would fall off the end; how many columns there is room for is told', () => {
    const noRoom = { lacking: 'columns', room: 2, given: 3 };
    expect(pasted('STT\tNgày\tTên\n1\t01/01/2027\tTết')).toEqual({ noRoom });
    expect(pasted('Tết\tnghỉ', [], 0, 'name')).toEqual({ noRoom: { lacking: 'columns', room: 1, given: 2 } });
    expect(pastedInto(plainTexts, [], 'a\tb', { row: 0, part: '' }, 2026)?.noRoom?.room).toBe(1);
  });

  it('are not taken beyond what the list may hold; a heading is no row', () => {
    const few = listOf({ day, name: text }, 3);
    const days = (count: number) => `Ngày\tTên\n${'01/01/2027\tTết\n'.repeat(count)}`;
    const at = (row: number, count: number) => pastedInto(few, ['', ''], days(count), { row, part: 'day' }, 2026);
    expect(at(1, 2)?.rows).toHaveLength(3);
    expect(at(1, 3)).toEqual({ noRoom: { lacking: 'rows', room: 3, given: 4 } });
  });

  it('are as many as the schema says, any number where it says none', () => {
    expect(roomFor({ maxItems: 3 }, 3)).toBeUndefined();
    expect(roomFor({ maxItems: 3 }, 4)).toEqual({ lacking: 'rows', room: 3, given: 4 });
    expect(roomFor({}, 10_000)).toBeUndefined();
  });
});

describe('what is not typed as text', () => {
  const senders = listOf({ organisationId: organisation, learners });
  const provinces = listOf({ code: text, name: text, formerCodes: { type: 'array', items: text } });

  it('takes no cells: names are no references, choices or lists', () => {
    const into = (list: FieldSchema, part: string, copied: string) => pastedInto(list, [], copied, { row: 0, part }, 2026);
    expect(into(senders, 'organisationId', 'HTX A\t12\nHTX B\t3')).toBeUndefined();
    expect(into(listOf({ source: { enum: ['own'] } }), 'source', 'a\nb')).toBeUndefined();
    expect(into(provinces, 'formerCodes', '01\n02')).toBeUndefined();
    expect(into(provinces, 'name', 'Hà Nội\t01')).toBeUndefined();
  });

  it('leaves the parts beside it to be pasted', () => {
    expect(pastedInto(senders, [], '12\n3', { row: 0, part: 'learners' }, 2026)?.rows).toEqual([
      { learners: '12' },
      { learners: '3' },
    ]);
  });

  it('has no hint that rows can be pasted', () => {
    expect([holidays, plainDays, plainTexts].map(takesPaste)).toEqual([true, true, true]);
    expect([senders, provinces].map(takesPaste)).toEqual([false, false]);
  });
});
