import {
  choiceNames,
  isEitherWay,
  isMonthFirst,
  readChoiceCell,
  readCountCell,
  readDayCell,
  readFlagCell,
  readMoneyCell,
  readQuantityCell,
  unitOfHeading,
} from './cells.js';

describe('cells as people and spreadsheets write them', () => {
  it.each([
    ['03/04/1981', '03/04/1981', undefined],
    ['2020-12-31', '2020-12-31', undefined],
    ['31/12/2020 00:00:00', '31/12/2020', undefined],
    ['3/4/81', '03/04/1981', 'shortYear'],
    ['3-4-21', '03/04/2021', 'shortYear'],
    ['44196', '31/12/2020', 'serialDay'],
    ['36586.5', '01/03/2000', 'serialDay'],
    ['12/1979', '12/1979', undefined],
    ['31/02/1990', '31/02/1990', undefined],
    ['1234', '1234', undefined],
  ])('reads the day %s', (cell, typed, doubt) => {
    expect(readDayCell(cell, 2026)).toEqual({ typed, ...(doubt && { doubt }) });
  });

  it('tells days with the month in front from those that can be read either way', () => {
    expect(isMonthFirst('12/25/2020')).toBe(true);
    expect(isMonthFirst('25/12/2020')).toBe(false);
    expect(isMonthFirst('13/13/2020')).toBe(false);
    expect(isEitherWay('03/04/2020')).toBe(true);
    expect(isEitherWay('04/04/2020')).toBe(false);
    expect(isEitherWay('25/12/2020')).toBe(false);
  });

  it.each([
    ['45', { value: '45' }],
    ['45 người', { value: '45' }],
    ['hơn 30', { value: '30', qualifier: 'over' }],
    ['Trên 1.044 lượt', { value: '1.044', qualifier: 'over' }],
    ['gần 50', { value: '50', qualifier: 'almost' }],
    ['khoảng 20', { value: '20', qualifier: 'about' }],
    ['30-35', { value: '30', valueTo: '35', qualifier: 'range' }],
    ['từ 30 đến 35', { value: '30', valueTo: '35', qualifier: 'range' }],
    ['44+', { value: '44', qualifier: 'over' }],
    ['nhiều', { value: 'nhieu' }],
  ])('reads the count %s', (cell, typed) => expect(readQuantityCell(cell)).toEqual(typed));

  it('takes the word of what is counted off a count', () => {
    expect(readCountCell('120 thành viên')).toBe('120');
    expect(readCountCell('nhiều')).toBe('nhiều');
  });

  it.each([
    ['x', 'true'],
    ['Có', 'true'],
    ['1', 'true'],
    ['C', 'true'],
    ['yes', 'true'],
    ['✓', 'true'],
    ['không', 'false'],
    ['Không', 'false'],
    ['KHONG', 'false'],
    ['K', 'false'],
    ['ko.', 'false'],
    ['0', 'false'],
    ['no', 'false'],
    ['', ''],
    ['-', ''],
    ['chưa rõ', undefined],
    ['2', undefined],
  ])('reads yes or no: %s', (cell, value) => expect(readFlagCell(cell)).toBe(value));

  it('gives an amount the unit of its heading, unless it has one', () => {
    const unit = unitOfHeading('Kinh phí (triệu đồng)');
    expect(readMoneyCell('67,175', unit)).toBe('67,175 tr');
    expect(readMoneyCell('1,2 tỷ', unit)).toBe('1,2 tỷ');
    expect(readMoneyCell('1.234.567 ₫', '')).toBe('1.234.567');
    expect(unitOfHeading('Kinh phí (đồng)')).toBe('');
    expect(unitOfHeading('Kinh phí (1.000đ)')).toBe(' nghìn');
    expect(unitOfHeading('Kinh phí triệu')).toBe('');
  });

  it('finds a choice by its words in either language and by what people shorten it to', () => {
    const words = { cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' }, enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' } };
    const names = choiceNames({ enum: Object.keys(words), 'x-enum-words': words }, { HTX: 'cooperative' });
    expect(['hop tac xa', 'HTX', 'Cooperative', 'ENTERPRISE', 'khác'].map((cell) => readChoiceCell(cell, names))).toEqual([
      'cooperative',
      'cooperative',
      'cooperative',
      'enterprise',
      'khác',
    ]);
  });
});
