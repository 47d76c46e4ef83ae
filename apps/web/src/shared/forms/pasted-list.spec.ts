import type { FieldSchema } from '../api/catalogue.js';
import { cellsFor, pastedInto } from './pasted-list.js';

const day: FieldSchema = { type: 'string', 'x-unit': 'day' } as FieldSchema;
const days = { properties: { day, name: { type: 'string' } } } as unknown as FieldSchema;
const pasted = (text: string, items: readonly { day?: string; name?: string }[] = [], row = 0, part = 'day') =>
  pastedInto(days, items as never, cellsFor(days, text)!, { row, part }, 2026);

describe('cells pasted into a list of a form', () => {
  it('become its rows, two columns of a spreadsheet, without their heading', () => {
    expect(pasted('Ngày\tTên\r\n01/01/2027\tTết Dương lịch\r\n5/2/2027\tTết Nguyên đán\r\n')).toEqual([
      { day: '01/01/2027', name: 'Tết Dương lịch' },
      { day: '5/2/2027', name: 'Tết Nguyên đán' },
    ]);
  });

  it('or lines of a text with the day in front', () => {
    expect(pasted('01/01/2027 Tết Dương lịch\n30-04-2027: Ngày Chiến thắng')).toEqual([
      { day: '01/01/2027', name: 'Tết Dương lịch' },
      { day: '30-04-2027', name: 'Ngày Chiến thắng' },
    ]);
  });

  it('go into the rows that are there from the place on, and beyond them', () => {
    const items = [{ day: '01/01/2027', name: 'a' }, { day: '02/01/2027' }];
    expect(pasted('b\nc', items, 1, 'name')).toEqual([
      { day: '01/01/2027', name: 'a' },
      { day: '02/01/2027', name: 'b' },
      { name: 'c' },
    ]);
    expect(pastedInto(day, ['x'], cellsFor(day, '06/02/2027\n46073')!, { row: 0, part: '' }, 2026)).toEqual([
      '06/02/2027',
      '20/02/2026',
    ]);
  });

  it('are left to the input where they are one cell', () => {
    expect(cellsFor(days, '01/01/2027')).toBeUndefined();
    expect(cellsFor(days, 'Tết Dương lịch\n')).toBeUndefined();
  });
});
