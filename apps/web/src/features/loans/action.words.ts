import { counted } from '@soquy/kernel';
import { screenWords } from '../../shared/words/screen-words.js';

interface Sum {
  readonly sum: string;
  readonly left: string;
}

export const actionFormWords = screenWords({
  effect: { vi: 'Ảnh hưởng tới quỹ', en: 'Effect on the fund' },
  availableNow: { vi: 'Vốn còn được cho vay, hiện nay', en: 'Available to lend now' },
  availableAfter: { vi: 'Sau khi duyệt', en: 'After the approval' },
  afterFormula: { vi: 'Vốn còn được cho vay − số tiền duyệt', en: 'Available to lend − amount approved' },
  notEnough: {
    vi: 'Quỹ không đủ vốn tự do cho số tiền này; máy chủ sẽ không nhận.',
    en: 'The fund does not have enough free capital for this amount; the server will refuse it.',
  },
  exposure: { vi: 'Khách hàng này và người liên quan đang vay', en: 'Already borrowed by this customer and related persons' },
  exposureOf: {
    vi: 'Dư nợ gốc cộng phần đã duyệt, chưa giải ngân, tại quỹ này',
    en: 'Outstanding plus approved and not yet disbursed, at this fund',
  },
  outstanding: { vi: 'Dư nợ gốc', en: 'Outstanding' },
  reserved: { vi: 'Đã duyệt, chưa giải ngân', en: 'Approved, not yet disbursed' },
  exposureAfter: { vi: 'Cộng khoản này', en: 'With this loan' },
  limits: {
    vi: 'Giới hạn trên một khách hàng, nhóm liên quan, vốn tự có tối thiểu và lãi suất quá hạn được kiểm tra theo quy định của ngày quyết định; nếu vượt, máy chủ nói rõ quy định và con số.',
    en: 'Limits per customer and related group, minimum own equity and the overdue rate are checked by the rules of the decision day; if one is exceeded, the server names the rule and the number.',
  },
  recommended: { vi: 'Mức đề xuất', en: 'Recommended' },
  requested: { vi: 'Đề nghị vay', en: 'Requested' },
  schedule: { vi: 'Lịch sẽ được đồng ý', en: 'The schedule to be agreed' },
  fixes: { vi: 'Lịch sẽ được chốt khi giải ngân lần đầu', en: 'The schedule that the first disbursement fixes' },
  undrawn: { vi: 'Còn được giải ngân', en: 'Left to draw' },
  undrawnAfter: { vi: 'Sau lần này', en: 'After this' },
  undrawnFormula: { vi: 'Số tiền duyệt chưa giải ngân − số tiền giải ngân lần này', en: 'Approved and not drawn − drawn now' },
  overUndrawn: {
    vi: 'Nhiều hơn số còn được giải ngân; máy chủ sẽ không nhận.',
    en: 'More than is left to draw; the server will refuse it.',
  },
  split: { vi: 'Tiền này được hạch toán', en: 'How it is booked' },
  principal: { vi: 'Vào gốc', en: 'To principal' },
  overduePart: { vi: 'trong đó gốc quá hạn', en: 'of which overdue principal' },
  interest: { vi: 'Vào lãi', en: 'To interest' },
  after: { vi: 'Dư nợ gốc còn lại', en: 'Principal left' },
  owed: { vi: 'Tổng còn nợ đến ngày đó', en: 'Total owed on that day' },
  touched: { vi: 'Kỳ được trả', en: 'Instalments paid' },
  touchedLine: {
    vi: ({ number, day }: { number: number; day: string }) => `kỳ ${number} (${day})`,
    en: ({ number, day }: { number: number; day: string }) => `no. ${number} (${day})`,
  },
  stillLate: {
    vi: ({ days }: { days: number }) => `Sau khi thu vẫn quá hạn ${days} ngày.`,
    en: ({ days }: { days: number }) => `Still ${counted(days, 'day')} overdue afterwards.`,
  },
  paysOff: { vi: 'Khoản vay được tất toán.', en: 'This pays the loan off.' },
  tooMuch: { vi: 'Nhiều hơn tổng còn nợ; máy chủ sẽ không nhận.', en: 'More than is owed; the server will refuse it.' },
  splitFormula: {
    vi: 'Thứ tự thu nợ đã thoả thuận, tính tiếp lần thu này vào sổ khoản vay',
    en: 'The order of allocation agreed: the ledger of the loan goes on with this payment',
  },
  splitLater: {
    vi: 'Ngày này trước lần ghi gần nhất: máy chủ sẽ chia gốc, lãi khi ghi.',
    en: 'This day lies before the last entry: the server will split it when it is recorded.',
  },
  typeAmount: { vi: 'Nhập số tiền để thấy cách chia gốc, lãi.', en: 'Type an amount to see how it is split.' },
  recordedSplit: {
    vi: ({ sum, left }: Sum) => `Đã ghi thu ${sum}. Dư nợ gốc còn ${left}.`,
    en: ({ sum, left }: Sum) => `Recorded a repayment of ${sum}. Principal left: ${left}.`,
  },
  samePerson: {
    vi: ({ step }: { step: string }) => `Bạn là người ${step} khoản này nên không thể tự làm bước này.`,
    en: ({ step }: { step: string }) => `You ${step} this loan, so another person must take this step.`,
  },
  nothingUndrawn: { vi: 'đã giải ngân hết', en: 'drawn in full' },
  tookApplication: { vi: 'tiếp nhận hồ sơ', en: 'took the application of' },
  appraisedIt: { vi: 'thẩm định', en: 'appraised' },
  approvedIt: { vi: 'phê duyệt', en: 'approved' },
  amountTyped: { vi: 'Số tiền nhập', en: 'Amount typed' },
});
