import { counted } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';
import type { NoRoom } from './pasted-list.js';

interface Said {
  readonly what: string;
}

export const formWords = screenWords({
  required: { vi: 'bắt buộc', en: 'required' },
  details: { vi: 'Thêm chi tiết', en: 'More details' },
  basis: { vi: 'Căn cứ và lý do', en: 'Evidence and reason' },
  evidence: { vi: 'Căn cứ', en: 'Evidence' },
  choose: { vi: '– chọn –', en: '– choose –' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  add: { vi: ({ what }: Said) => `Thêm: ${what}`, en: ({ what }: Said) => `Add: ${what}` },
  remove: { vi: ({ what }: Said) => `Bỏ: ${what}`, en: ({ what }: Said) => `Remove: ${what}` },
  rowsHint: { vi: 'Enter: dòng tiếp theo.', en: 'Enter: next row.' },
  pasteHint: {
    vi: 'Enter: dòng tiếp theo. Dán được nhiều dòng chép từ Excel hoặc văn bản vào một ô.',
    en: 'Enter: next row. Rows copied from a spreadsheet or a text can be pasted into an input.',
  },
  noRoomForRows: {
    vi: ({ room, given }: NoRoom) => `Chưa thêm gì: danh sách nhận nhiều nhất ${room} dòng, như vậy sẽ có ${given}.`,
    en: ({ room, given }: NoRoom) =>
      `Nothing was added: the list has room for ${counted(room, 'row')}, and there would be ${given}.`,
  },
  noRoomForColumns: {
    vi: ({ room, given }: NoRoom) => `Chưa dán gì: từ ô này dán được ${room} cột, bản chép có ${given}.`,
    en: ({ room, given }: NoRoom) =>
      `Nothing was pasted: from this input on there is room for ${counted(room, 'column')}, and ${given} were copied.`,
  },
  ifGiven: {
    vi: ({ what }: Said) => `Không bắt buộc. Khi nêu thì cần có: ${what}.`,
    en: ({ what }: Said) => `Need not be given. Where it is, it needs: ${what}.`,
  },
  clear: { vi: 'Bỏ chọn', en: 'Clear' },
  calendar: { vi: ({ what }: Said) => `Chọn ngày: ${what}`, en: ({ what }: Said) => `Choose the day: ${what}` },
  dayHint: { vi: 'dd/mm/yyyy', en: 'dd/mm/yyyy' },
  to: { vi: 'đến', en: 'to' },
  find: { vi: 'Gõ tên hoặc mã, không cần dấu', en: 'Type a name or code, accents or not' },
  findNothing: { vi: 'Không tìm thấy', en: 'Nothing found' },
  finding: { vi: 'Đang tìm…', en: 'Searching…' },
  nameless: { vi: 'chưa có tên', en: 'no name' },
  file: { vi: 'Tệp văn bản (chỉ lấy mã SHA-256)', en: 'File of the document (only its SHA-256 is kept)' },
  months: { vi: 'tháng', en: 'months' },
  save: { vi: 'Ghi', en: 'Record' },
  saveNext: { vi: 'Ghi và tạo tiếp', en: 'Record and start another' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  errorsTitle: { vi: 'Chưa ghi được. Hãy xem lại:', en: 'Not recorded. Please look again:' },
  errorPrefix: { vi: 'Lỗi: ', en: 'Error: ' },
  refusedTitle: { vi: 'Chưa ghi được', en: 'Not recorded' },
  lostTitle: { vi: 'Chưa ghi được. Dữ liệu bạn nhập vẫn còn.', en: 'Not recorded. Your input is kept.' },
  lostWhy: {
    vi: 'Có lỗi ở phía máy chủ. Thử lại không ghi hai lần.',
    en: 'The server failed. Trying again records it only once.',
  },
  offlineWhy: {
    vi: 'Mất mạng hoặc máy chủ không trả lời. Thử lại không ghi hai lần.',
    en: 'There is no connection, or the server does not answer. Trying again records it only once.',
  },
  endedWhy: {
    vi: 'Hết phiên. Đăng nhập lại để tiếp tục, nội dung vẫn còn.',
    en: 'Your session ended. Sign in again to continue; your input is kept.',
  },
  backWhy: {
    vi: 'Đã đăng nhập lại. Bấm Thử lại để ghi.',
    en: 'You are signed in again. Try again to record it.',
  },
  code: { vi: ({ code }: { code: string }) => `Mã lỗi ${code}`, en: ({ code }: { code: string }) => `Error code ${code}` },
  again: { vi: 'Thử lại', en: 'Try again' },
  conflictTitle: { vi: 'Có người vừa ghi vào đây', en: 'Somebody just recorded something here' },
  conflictGo: { vi: 'Đã xem, ghi tiếp', en: 'Reviewed, record mine' },
  conflictAsk: { vi: 'Xem rồi ghi tiếp?', en: 'Review and go on?' },
  pastWhy: {
    vi: 'Đang xem số liệu quá khứ. Về hiện tại để ghi.',
    en: 'You are viewing the past. Go back to now to record.',
  },
  roleWhy: {
    vi: ({ what }: Said) => `Việc này dành cho: ${what}.`,
    en: ({ what }: Said) => `This is for: ${what}.`,
  },
  moneyOnline: { vi: 'Mất mạng. Thu chi cần có mạng mới ghi được.', en: 'Offline. Money needs a connection.' },
  draftOffline: {
    vi: 'Mất mạng. Nháp giữ trên máy này; có mạng thì xem lại rồi ghi.',
    en: 'Offline. The draft is kept on this device; look at it and record it once there is a connection.',
  },
  draftSaved: { vi: ({ at }: { at: string }) => `Nháp đã lưu ${at}`, en: ({ at }: { at: string }) => `Draft saved ${at}` },
  draftBack: {
    vi: ({ at }: { at: string }) => `Đã mở lại nháp lưu lúc ${at}.`,
    en: ({ at }: { at: string }) => `The draft saved at ${at} has been reopened.`,
  },
  draftDrop: { vi: 'Bỏ nháp', en: 'Discard draft' },
  draftSend: { vi: 'Đã có mạng. Xem lại rồi ghi.', en: 'You are online again. Look at it and record it.' },
  taken: {
    vi: ({ what, value }: Said & { readonly value: string }) => `Theo ${what}: ${value}`,
    en: ({ what, value }: Said & { readonly value: string }) => `From ${what}: ${value}`,
  },
  copied: {
    vi: 'Chữ mờ là giá trị chép lại; sửa ô nào thì ô đó đậm lên.',
    en: 'Dimmed values are copied; those you change turn dark.',
  },
  recorded: {
    vi: ({ command, facts }: { command: string; facts: string }) => `Đã ghi “${command}”: ${facts}.`,
    en: ({ command, facts }: { command: string; facts: string }) => `Recorded “${command}”: ${facts}.`,
  },
  onDay: { vi: ({ day }: { day: string }) => `ngày ${day}`, en: ({ day }: { day: string }) => `on ${day}` },
  close: { vi: 'Đóng', en: 'Close' },
  see: { vi: 'Xem', en: 'View' },
  reverse: { vi: 'Huỷ bút toán', en: 'Reverse' },
});
