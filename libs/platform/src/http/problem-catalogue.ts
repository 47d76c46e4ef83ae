import type { Words } from '@soquy/kernel';

interface Row {
  readonly status: number;
  readonly words: Words;
}

/** Every code the platform itself answers with; a slice's refusals come from its own texts. Shown at `/problems/<code>`. */
export const problemCatalogue = {
  Malformed: { status: 400, words: { vi: 'Dữ liệu gửi lên không hợp lệ.', en: 'The request is not well formed.' } },
  IdempotencyKeyRequired: {
    status: 400,
    words: {
      vi: 'Cần tiêu đề Idempotency-Key gồm 8–200 ký tự ASCII in được.',
      en: 'The header Idempotency-Key is required: 8 to 200 printable ASCII characters.',
    },
  },
  NotSignedIn: { status: 401, words: { vi: 'Cần đăng nhập để dùng chức năng này.', en: 'Sign in first.' } },
  BadCredentials: {
    status: 401,
    words: { vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The user name or the password is wrong.' },
  },
  NotAllowed: {
    status: 403,
    words: { vi: 'Vai trò của tài khoản không được phép làm việc này.', en: 'The role may not do this.' },
  },
  OtherAgency: {
    status: 403,
    words: {
      vi: 'Đối tượng thuộc đơn vị khác, ngoài phạm vi của tài khoản.',
      en: 'The object belongs to an agency beyond the account.',
    },
  },
  PasswordChangeDue: {
    status: 403,
    words: {
      vi: 'Mật khẩu đang dùng là mật khẩu một lần; hãy đổi mật khẩu trước.',
      en: 'The password in use is a one-time one; change it first.',
    },
  },
  CsrfTokenMissing: {
    status: 403,
    words: { vi: 'Thiếu hoặc sai tiêu đề X-CSRF-Token của phiên.', en: "The session's X-CSRF-Token header is missing or wrong." },
  },
  NotFound: { status: 404, words: { vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' } },
  UnknownObject: { status: 404, words: { vi: 'Không tìm thấy đối tượng.', en: 'There is no such object.' } },
  UnknownEvent: {
    status: 404,
    words: { vi: 'Không tìm thấy ghi nhận cần đính chính.', en: 'There is no such event to correct.' },
  },
  UnknownCorrection: { status: 404, words: { vi: 'Không tìm thấy đề nghị đính chính.', en: 'There is no such correction.' } },
  UnknownFormat: {
    status: 404,
    words: {
      vi: 'Địa chỉ này không có định dạng đó; các đuôi dùng được nêu ở facts.',
      en: 'This address has no such format; facts name the endings it takes.',
    },
  },
  UnknownExport: {
    status: 404,
    words: { vi: 'Không có tệp xuất nào mang mã này.', en: 'There is no export of this id.' },
  },
  ExportNotReady: {
    status: 404,
    words: { vi: 'Tệp đang được tạo, hãy thử lại sau.', en: 'The file is still being made; try again later.' },
  },
  ExportFailed: {
    status: 404,
    words: { vi: 'Không tạo được tệp này; hãy yêu cầu lại.', en: 'This file could not be made; ask for it again.' },
  },
  ExportNotKept: {
    status: 404,
    words: {
      vi: 'Tệp này đã được gửi thẳng cho người yêu cầu và không lưu lại; chỉ còn bản kê.',
      en: 'This file went straight to whoever asked and was not kept; only its manifest is here.',
    },
  },
  MethodNotAllowed: {
    status: 405,
    words: { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' },
  },
  NotAcceptable: {
    status: 406,
    words: {
      vi: 'Không có định dạng nào được yêu cầu ở tiêu đề Accept.',
      en: 'None of the formats in the Accept header is served.',
    },
  },
  LostRace: {
    status: 409,
    words: { vi: 'Nhiều người đang ghi cùng lúc, hãy thử lại.', en: 'Others are recording at this moment; try again.' },
  },
  AlreadyTaken: {
    status: 409,
    words: { vi: 'Giá trị này đã thuộc về đối tượng khác.', en: 'Another object already holds this value.' },
  },
  ReservationLapsed: {
    status: 409,
    words: {
      vi: 'Phần giữ chỗ đã hết hạn trước khi ghi xong; hãy gửi lại với khóa mới.',
      en: 'What was reserved or claimed lapsed before the recording ended; send it again under a new key.',
    },
  },
  AlreadyReversed: {
    status: 409,
    words: { vi: 'Ghi nhận này đã được đính chính trước đó.', en: 'This event was reversed before.' },
  },
  AlreadyRequested: {
    status: 409,
    words: {
      vi: 'Ghi nhận này đang có đề nghị đính chính chờ duyệt.',
      en: 'A correction of this event is waiting for a decision.',
    },
  },
  CorrectionDecided: {
    status: 409,
    words: { vi: 'Đề nghị đính chính này đã được quyết định.', en: 'This correction was decided before.' },
  },
  SamePerson: {
    status: 409,
    words: { vi: 'Người đề nghị không được tự duyệt; cần một người khác.', en: 'Who asked may not decide; another person must.' },
  },
  UsernameTaken: { status: 409, words: { vi: 'Tên đăng nhập đã có người dùng.', en: 'The user name is taken.' } },
  OwnAccount: {
    status: 409,
    words: {
      vi: 'Không ai tự khoá, tự đổi vai trò hay tự cấp mật khẩu một lần cho mình; cần một quản trị viên khác.',
      en: 'Nobody locks his own account, changes its role or gives it a one-time password; another admin must.',
    },
  },
  LastAdmin: {
    status: 409,
    words: {
      vi: 'Đây là quản trị viên cuối cùng còn dùng được; hãy có một người khác trước.',
      en: 'This is the last admin who can still sign in; let there be another one first.',
    },
  },
  DemoAccount: {
    status: 409,
    words: {
      vi: 'Tài khoản mẫu ai cũng biết; mật khẩu của nó chỉ đổi được tại máy chủ, bằng lệnh soquy users password.',
      en: 'A demo account is known to everybody; its password is changed at the machine alone, by soquy users password.',
    },
  },
  ProjectionBuilding: {
    status: 409,
    words: { vi: 'Bảng số liệu này đang được dựng lại.', en: 'These read tables are being rebuilt.' },
  },
  ProjectionNotStopped: {
    status: 409,
    words: {
      vi: 'Bảng số liệu này không dừng, không có gì để làm.',
      en: 'These read tables have not stopped; there is nothing to do.',
    },
  },
  ExportExpired: {
    status: 410,
    words: {
      vi: 'Tệp đã hết hạn lưu; bản kê vẫn còn. Hãy yêu cầu lại tệp.',
      en: 'The file is no longer kept; its manifest still is. Ask for the file again.',
    },
  },
  RevisionMoved: {
    status: 412,
    words: {
      vi: 'Đối tượng đã có ghi nhận mới hơn bản bạn đang xem.',
      en: 'The object has newer facts than the revision you saw.',
    },
  },
  TooLarge: { status: 413, words: { vi: 'Nội dung gửi lên quá lớn.', en: 'The body is too large.' } },
  FileTooLarge: {
    status: 413,
    words: {
      vi: 'Tệp vượt quá cỡ mà định dạng này chứa được; hãy dùng CSV hoặc NDJSON.',
      en: 'The file would be larger than this format holds; ask for CSV or NDJSON.',
    },
  },
  UnsupportedMedia: {
    status: 415,
    words: { vi: 'Chỉ nhận application/json, bảng mã UTF-8.', en: 'Only application/json in UTF-8 is taken.' },
  },
  IdempotencyKeyReused: {
    status: 422,
    words: { vi: 'Khóa chống gửi trùng đã dùng cho nội dung khác.', en: 'The idempotency key was used for another body.' },
  },
  CurrentPasswordWrong: {
    status: 422,
    words: { vi: 'Mật khẩu hiện tại không đúng.', en: 'The current password is wrong.' },
  },
  PasswordUnchanged: {
    status: 422,
    words: { vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.', en: 'The new password must differ from the current one.' },
  },
  OtherKindOfFact: {
    status: 422,
    words: {
      vi: 'Ghi nhận thay thế không cùng loại với ghi nhận bị đính chính.',
      en: 'What is recorded instead is a fact of another kind than the one taken back.',
    },
  },
  NeverReversible: {
    status: 422,
    words: {
      vi: 'Loại ghi nhận này không thể thu hồi bằng đính chính.',
      en: 'An event of this kind cannot be taken back by a correction.',
    },
  },
  CorrectionDay: {
    status: 422,
    words: {
      vi: 'Đính chính có ngày hiệu lực của chính ghi nhận được đính chính.',
      en: 'A correction takes the effective day of the event it corrects.',
    },
  },
  UnknownPlace: {
    status: 422,
    words: {
      vi: 'Mã địa bàn không có trong danh mục tỉnh, thành phố có hiệu lực vào ngày đó.',
      en: 'The place is not in the list of provinces in force on that day.',
    },
  },
  FutureDay: {
    status: 422,
    words: { vi: 'Ngày hiệu lực không thể sau ngày hôm nay.', en: 'The effective day cannot be after today.' },
  },
  TooManyAttempts: {
    status: 429,
    words: { vi: 'Đăng nhập sai quá nhiều lần, hãy chờ rồi thử lại.', en: 'Too many failed sign-ins; wait before trying again.' },
  },
  TooManyExports: {
    status: 429,
    words: {
      vi: 'Đang có quá nhiều tệp chờ tạo; hãy đợi các tệp trước xong.',
      en: 'Too many files are waiting to be made; wait until earlier ones are done.',
    },
  },
  Unexpected: {
    status: 500,
    words: {
      vi: 'Hệ thống gặp lỗi ngoài dự kiến; hãy báo mã traceId.',
      en: 'Something unexpected happened; report the traceId.',
    },
  },
  Unavailable: {
    status: 503,
    words: {
      vi: 'Kho dữ liệu tạm thời không trả lời, hãy thử lại sau.',
      en: 'The store does not answer at the moment; try again later.',
    },
  },
  RecordingClosed: {
    status: 503,
    words: {
      vi: 'Hệ thống đang nạp dữ liệu ban đầu, chưa nhận ghi nhận mới.',
      en: 'The initial data is being loaded; nothing new is recorded until it is done.',
    },
  },
} as const satisfies Readonly<Record<string, Row>>;

export type ProblemCode = keyof typeof problemCatalogue;

/** Short titles, by status. */
export const titles: Readonly<Record<number, Words>> = {
  400: { vi: 'Yêu cầu không hợp lệ', en: 'Malformed request' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  403: { vi: 'Không có quyền', en: 'Not allowed' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Sai phương thức', en: 'Method not allowed' },
  406: { vi: 'Không có định dạng yêu cầu', en: 'Not acceptable' },
  409: { vi: 'Chưa thể ghi nhận', en: 'Refused by a rule' },
  410: { vi: 'Không còn nữa', en: 'Gone' },
  412: { vi: 'Đã có thay đổi', en: 'Precondition failed' },
  413: { vi: 'Nội dung quá lớn', en: 'Body too large' },
  415: { vi: 'Định dạng không được hỗ trợ', en: 'Unsupported media type' },
  422: { vi: 'Nội dung không thể chấp nhận', en: 'Unacceptable content' },
  429: { vi: 'Quá nhiều lần thử', en: 'Too many requests' },
  500: { vi: 'Lỗi hệ thống', en: 'Unexpected error' },
  503: { vi: 'Tạm thời không phục vụ', en: 'Temporarily unavailable' },
};
