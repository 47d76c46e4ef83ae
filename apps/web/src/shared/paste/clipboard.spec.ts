import { clipboardText, readClipboard } from './clipboard.js';

describe('what a spreadsheet puts on the clipboard', () => {
  it('is read cell by cell, without what is blank behind it', () => {
    expect(readClipboard('Tên\tXã\t\r\nHTX Ánh Mai\tTân An\t\r\n\t\t\r\n')).toEqual([
      ['Tên', 'Xã'],
      ['HTX Ánh Mai', 'Tân An'],
    ]);
  });

  it('keeps a blank row between others', () => {
    expect(readClipboard('a\tb\n\t\nc\td')).toHaveLength(3);
  });

  it('reads quoted cells with line breaks, tabs and quotes', () => {
    expect(readClipboard('"HTX ""Ánh\nMai"""\t"a\tb"\nc\td')).toEqual([
      ['HTX "Ánh Mai"', 'a b'],
      ['c', 'd'],
    ]);
  });

  it('takes a quote that frames nothing as it stands', () => {
    expect(readClipboard('"Ánh Mai" HTX\t5"\nb\tc')).toEqual([
      ['"Ánh Mai" HTX', '5"'],
      ['b', 'c'],
    ]);
  });

  it('fills short rows and reads letters with loose marks as one', () => {
    expect(readClipboard('Đa\u0300o tạo\tb\nc')).toEqual([
      ['Đào tạo', 'b'],
      ['c', ''],
    ]);
  });

  it('comes to nothing for nothing', () => {
    expect(readClipboard(' \n\t\n')).toEqual([]);
    expect(readClipboard('')).toEqual([]);
  });

  it('is written so that a spreadsheet reads the same', () => {
    const cells = [
      ['HTX "Ánh Mai"', 'x'],
      ['c', ''],
    ];
    expect(readClipboard(clipboardText(cells))).toEqual(cells);
  });
});
