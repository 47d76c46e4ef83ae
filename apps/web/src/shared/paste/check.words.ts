import type { Words } from '@soquy/kernel';

/** What is wrong with a pasted cell, or what was understood of it. */
export const checkedWords = {
  noPlacesYet: (): Words => ({
    vi: 'chưa kiểm được, danh mục tỉnh chưa tải xong',
    en: 'not checked yet, the list of provinces is still to come',
  }),
  isPlace: ({ cell }: { cell: string }): Words => ({
    vi: `không có tỉnh, thành phố nào tên “${cell}” vào ngày đó`,
    en: `no province was called “${cell}” on that day`,
  }),
  moved: ({ cell, name, since }: { cell: string; name: string; since: string }): Words => ({
    vi: `từ ${since} “${cell}” là ${name}`,
    en: `since ${since} “${cell}” is ${name}`,
  }),
  otherList: ({ name }: { name: string }): Words => ({
    vi: `${name} chọn cho mọi dòng không có trong danh mục tỉnh của ngày ghi ở dòng này`,
    en: `${name}, chosen for all rows, is not on the list of provinces of the day of this row`,
  }),
  isFlag: (): Words => ({ vi: 'phải là có hoặc không', en: 'must be yes or no' }),
  isChoice: ({ choices }: { choices: readonly Words[] }): Words => ({
    vi: `phải là một trong: ${choices.map(({ vi }) => vi).join('; ')}`,
    en: `must be one of: ${choices.map(({ en }) => en).join('; ')}`,
  }),
  monthFirst: (): Words => ({
    vi: 'tháng đứng trước ngày; viết lại dạng dd/mm/yyyy',
    en: 'the month stands before the day; write it as dd/mm/yyyy',
  }),
  dayOrMonth: ({ day }: { day: string }): Words => ({
    vi: `hiểu là ngày ${day}; cột này có ô viết tháng trước ngày`,
    en: `read as ${day}; other cells of this column have the month in front`,
  }),
  shortYear: ({ day }: { day: string }): Words => ({ vi: `hiểu là ngày ${day}`, en: `read as ${day}` }),
  serialDay: ({ day }: { day: string }): Words => ({
    vi: `số ngày của Excel, hiểu là ngày ${day}`,
    en: `a serial day of Excel, read as ${day}`,
  }),
  scaled: ({ amount }: { amount: string }): Words => ({ vi: `hiểu là ${amount}`, en: `read as ${amount}` }),
  legacy: ({ font, text }: { font: string; text: string }): Words => ({
    vi: `phông ${font}, có lẽ là “${text}”`,
    en: `typed in ${font}, perhaps “${text}”`,
  }),
  sameHere: ({ row }: { row: number }): Words => ({ vi: `trùng dòng ${row}`, en: `the same as row ${row}` }),
  sameCodeHere: ({ row }: { row: number }): Words => ({ vi: `mã trùng dòng ${row}`, en: `the same code as row ${row}` }),
  nearHere: ({ row, percent }: { row: number; percent: number }): Words => ({
    vi: `gần giống dòng ${row} (≈ ${percent}%)`,
    en: `nearly row ${row} (≈ ${percent}%)`,
  }),
  sameCode: ({ name }: { name: string }): Words => ({ vi: `mã này đã có: ${name}`, en: `this code is there already: ${name}` }),
  same: ({ name }: { name: string }): Words => ({ vi: `đã có: ${name}`, en: `is there already: ${name}` }),
  near: ({ name, percent }: { name: string; percent: number }): Words => ({
    vi: `gần giống ${name} (≈ ${percent}%)`,
    en: `nearly ${name} (≈ ${percent}%)`,
  }),
};
