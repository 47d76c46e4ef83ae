import { counted, pluralOf } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';

interface Count {
  readonly n: number;
}
interface Outcome {
  readonly pasted: number;
  readonly recorded: number;
  readonly refused: number;
  readonly left: number;
  /** Neither recorded nor refused nor left out. */
  readonly waiting: number;
}
interface Moved {
  readonly cell: string;
  readonly name: string;
  readonly since: string;
  readonly n: number;
}
interface Summary {
  readonly pasted: number;
  readonly good: number;
  readonly doubt: number;
  readonly bad: number;
  readonly left: number;
}

export const pasteWords = screenWords({
  how: {
    vi: 'Chép các dòng trong Excel, rồi bấm Ctrl V ở bất cứ đâu trên trang này. Dòng tiêu đề cột có hay không đều được.',
    en: 'Copy the rows in Excel and press Ctrl V anywhere on this page. A row of headings may be there or not.',
  },
  orHere: { vi: 'Hoặc dán vào ô này', en: 'Or paste into this box' },
  take: { vi: 'Đọc các dòng', en: 'Read the rows' },
  template: { vi: 'Tải mẫu cho Excel', en: 'Download a template for Excel' },
  columnsKnown: { vi: 'Cột nhận được (* bắt buộc)', en: 'Columns that are known (* required)' },
  nothing: { vi: 'Không có dòng nào trong nội dung vừa dán.', en: 'The pasted content has no rows.' },
  mapping: { vi: 'Cột nhận ra', en: 'Columns recognised' },
  column: {
    vi: ({ letter, heading }: { letter: string; heading: string }) => (heading ? `${letter} · ${heading}` : `Cột ${letter}`),
    en: ({ letter, heading }: { letter: string; heading: string }) => (heading ? `${letter} · ${heading}` : `Column ${letter}`),
  },
  ignored: { vi: '– không dùng –', en: '– not used –' },
  common: { vi: 'Chung cho mọi dòng (ô trống lấy giá trị này)', en: 'For all rows (blank cells take this)' },
  summary: {
    vi: ({ pasted, good, doubt, bad, left }: Summary) =>
      `${pasted} dòng dán · ${good} ✔ · ${doubt} ⚠ · ${bad} ✖${left > 0 ? ` · ${left} bỏ` : ''}`,
    en: ({ pasted, good, doubt, bad, left }: Summary) =>
      `${counted(pasted, 'row')} pasted · ${good} ✔ · ${doubt} ⚠ · ${bad} ✖${left > 0 ? ` · ${left} left out` : ''}`,
  },
  outcome: {
    vi: ({ pasted, recorded, refused, left, waiting }: Outcome) =>
      `${pasted} dòng dán = ${recorded} đã ghi + ${refused} bị từ chối + ${left} bỏ${waiting > 0 ? ` + ${waiting} chưa ghi` : ''}`,
    en: ({ pasted, recorded, refused, left, waiting }: Outcome) =>
      `${counted(pasted, 'row')} pasted = ${recorded} recorded + ${refused} refused + ${left} left out${waiting > 0 ? ` + ${waiting} not recorded yet` : ''}`,
  },
  proven: {
    vi: ({ n }: Count) => `Đã đọc lại danh sách: ${n} dòng đã ghi đều có, mỗi dòng một lần.`,
    en: ({ n }: Count) =>
      n === 1
        ? 'The list was read again: the row recorded is there, once.'
        : `The list was read again: all ${counted(n, 'row')} recorded are there, each once.`,
  },
  missing: {
    vi: ({ n, of }: { n: number; of: number }) => `Đọc lại danh sách chỉ thấy ${n} trong ${of} dòng đã ghi. Hãy báo quản trị.`,
    en: ({ n, of }: { n: number; of: number }) =>
      `Only ${n} of the ${counted(of, 'row')} recorded ${pluralOf(n, 'is', 'are')} in the list. Tell the administrator.`,
  },
  proving: { vi: 'Đang đọc lại danh sách để đối chiếu…', en: 'Reading the list again to compare…' },
  all: { vi: ({ n }: Count) => `Hiện cả ${n}`, en: ({ n }: Count) => `Show all ${n}` },
  moved: {
    vi: ({ cell, name, since, n }: Moved) =>
      `Từ ${since} “${cell}” là ${name}. ${n} dòng có ngày từ hôm đó còn ghi tên cũ; dòng trước ngày đó giữ nguyên.`,
    en: ({ cell, name, since, n }: Moved) =>
      `Since ${since} “${cell}” is ${name}. ${counted(n, 'row')} of days since then ${pluralOf(n, 'has', 'have')} the old name; rows of earlier days stay as they are.`,
  },
  useNew: {
    vi: ({ name, n }: { name: string; n: number }) => `Dùng ${name} cho ${n} dòng`,
    en: ({ name, n }: { name: string; n: number }) => `Use ${name} in ${counted(n, 'row')}`,
  },
  locked: { vi: 'Bảng khoá đến khi ghi xong.', en: 'The table is locked until this is done.' },
  stop: { vi: 'Dừng', en: 'Stop' },
  above: {
    vi: ({ n }: Count) => `${n} dòng tiêu đề phía trên không tính.`,
    en: ({ n }: Count) => `${counted(n, 'row')} of headings above ${pluralOf(n, 'is', 'are')} not counted.`,
  },
  onlyFaults: { vi: 'Chỉ xem dòng lỗi', en: 'Only rows with faults' },
  leaveFaults: { vi: ({ n }: Count) => `Bỏ dòng lỗi: ${n}`, en: ({ n }: Count) => `Leave out faulty rows: ${n}` },
  toUnicode: {
    vi: ({ n }: Count) => `Chuyển sang Unicode: ${n} ô`,
    en: ({ n }: Count) => `Convert to Unicode: ${counted(n, 'cell')}`,
  },
  legacy: {
    vi: 'Có ô gõ bằng phông cũ (TCVN3, VNI). Sau khi chuyển:',
    en: 'Some cells are typed in old fonts (TCVN3, VNI). Once converted:',
  },
  undo: { vi: 'Hoàn tác (Ctrl Z)', en: 'Undo (Ctrl Z)' },
  fresh: { vi: 'Dán bảng khác', en: 'Paste another table' },
  drop: { vi: 'Bỏ bảng này', en: 'Discard this table' },
  save: { vi: ({ n }: Count) => `Ghi ${n} dòng`, en: ({ n }: Count) => `Record ${counted(n, 'row')}` },
  saving: {
    vi: ({ done, of }: { done: number; of: number }) => `Đang ghi ${done}/${of} dòng`,
    en: ({ done, of }: { done: number; of: number }) => `Recording ${done} of ${counted(of, 'row')}`,
  },
  nothingToSave: { vi: 'Không có dòng nào ghi được.', en: 'There is no row that can be recorded.' },
  past: { vi: 'Đang xem số liệu quá khứ, về hiện tại để ghi.', en: 'You are viewing the past; go back to now to record.' },
  noRight: {
    vi: ({ who }: { who: string }) => `Chỉ ${who} được ghi.`,
    en: ({ who }: { who: string }) => `Only ${who} may record this.`,
  },
  stopped: { vi: 'Chưa ghi hết.', en: 'Not all rows are recorded.' },
  stoppedWhy: {
    vi: 'Mất kết nối giữa chừng. Bấm ghi lần nữa: dòng đã ghi không bị ghi hai lần.',
    en: 'The connection was lost on the way. Record again: no row is recorded twice.',
  },
  sentFixed: {
    vi: 'Có dòng đã gửi mà chưa rõ kết quả: cột và giá trị chung giữ nguyên đến khi ghi lại xong.',
    en: 'Some rows were sent without a known result: columns and common values stay as they are until these are recorded again.',
  },
  sentDrop: {
    vi: ({ n }: Count) => `${n} dòng đã gửi mà chưa rõ kết quả. Bỏ bảng rồi dán lại có thể ghi hai lần. Vẫn bỏ?`,
    en: ({ n }: Count) =>
      `${counted(n, 'row was', 'rows were')} sent without a known answer. Dropped and pasted anew, ${pluralOf(n, 'it', 'they')} may be booked twice. Drop?`,
  },
  sentBefore: {
    vi: ({ n }: Count) => `${n} dòng đã gửi mà chưa rõ kết quả; bấm ghi để biết chắc, không bị ghi hai lần.`,
    en: ({ n }: Count) =>
      `${counted(n, 'row was', 'rows were')} sent without a known result; record again to be sure, nothing is recorded twice.`,
  },
  grid: { vi: 'Các dòng đã dán', en: 'Rows pasted' },
  gridHow: {
    vi: 'Mũi tên đi ô, Enter hoặc F2 sửa, Esc thôi sửa.',
    en: 'Arrows move between cells, Enter or F2 edits, Esc stops.',
  },
  number: { vi: 'Dòng', en: 'Row' },
  state: { vi: 'Trạng thái', en: 'Status' },
  good: { vi: '✔ đúng', en: '✔ fine' },
  doubt: { vi: '⚠ xem lại', en: '⚠ review' },
  bad: { vi: '✖ lỗi', en: '✖ faulty' },
  left: { vi: '– bỏ', en: '– left out' },
  recorded: { vi: '✔ đã ghi', en: '✔ recorded' },
  sent: { vi: '◌ đã gửi', en: '◌ sent' },
  notes: { vi: 'Cần xem', en: 'To review' },
  notesNone: { vi: 'Không có gì phải xem lại.', en: 'Nothing to review.' },
  noteAt: {
    vi: ({ row }: { row: number }) => `Dòng ${row}`,
    en: ({ row }: { row: number }) => `Row ${row}`,
  },
  noteRows: { vi: ({ n }: Count) => `${n} dòng`, en: ({ n }: Count) => counted(n, 'row') },
  more: { vi: ({ n }: Count) => `và ${n} điều nữa`, en: ({ n }: Count) => `and ${n} more` },
  leftRows: { vi: 'Dòng bỏ', en: 'Rows left out' },
  leaveOne: { vi: ({ n }: Count) => `Bỏ dòng ${n}`, en: ({ n }: Count) => `Leave out row ${n}` },
  takeBack: { vi: ({ n }: Count) => `Lấy lại dòng ${n}`, en: ({ n }: Count) => `Restore row ${n}` },
  recordedRows: { vi: 'Đã ghi', en: 'Recorded' },
  blank: { vi: 'dòng trống', en: 'blank row' },
  total: { vi: 'dòng cộng', en: 'row of totals' },
  chosen: { vi: 'người ghi bỏ', en: 'left out by hand' },
  faulty: {
    vi: ({ detail }: { detail: string }) => `lỗi: ${detail}`,
    en: ({ detail }: { detail: string }) => `faulty: ${detail}`,
  },
  see: { vi: 'Xem', en: 'View' },
  seeAll: { vi: 'Xem danh sách', en: 'See the list' },
  savedDraft: {
    vi: 'Bảng được giữ trên máy này đến khi ghi xong hoặc bạn đăng xuất.',
    en: 'The table is kept on this device until it is recorded or you sign out.',
  },
  notKept: {
    vi: 'Máy này hết chỗ: bảng không còn khi tải lại trang.',
    en: 'No room on this device: the table is gone after a reload.',
  },
  edit: {
    vi: ({ what, row }: { what: string; row: number }) => `${what}, dòng ${row}`,
    en: ({ what, row }: { what: string; row: number }) => `${what}, row ${row}`,
  },
});
