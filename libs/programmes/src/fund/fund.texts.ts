import type { Texts } from '@soquy/kernel';
import type { Fund, FundCommands, FundRefusals } from './fund.decider.js';
import type { FundEvents } from './fund.events.js';

const vnd = (amount: number) => amount.toLocaleString('vi-VN');

export const fundTexts: Texts<FundEvents, FundCommands, FundRefusals, Fund['status']> = {
  name: { vi: 'Quỹ hỗ trợ phát triển hợp tác xã', en: 'Cooperative development fund' },
  plural: { vi: 'Các Quỹ hỗ trợ phát triển hợp tác xã', en: 'Cooperative development funds' },
  events: {
    FundOpened: { vi: 'Quỹ đi vào hoạt động', en: 'Fund opened' },
    FundBalancesOpened: { vi: 'Đã ghi số dư nguồn vốn đầu kỳ', en: 'Opening balances of capital recorded' },
    CapitalReceived: { vi: 'Đã tiếp nhận vốn', en: 'Capital received' },
    CapitalReturned: { vi: 'Đã hoàn trả vốn huy động', en: 'Borrowed capital returned' },
    CharterCapitalDeclared: { vi: 'Đã công bố vốn điều lệ', en: 'Charter capital declared' },
    CapitalReserved: { vi: 'Đã giữ vốn cho khoản vay', en: 'Capital reserved for a loan' },
    CapitalReleased: { vi: 'Đã bỏ giữ vốn', en: 'Reserved capital released' },
  },
  commands: {
    OpenFund: { vi: 'Mở Quỹ', en: 'Open a fund' },
    OpenFundBalances: { vi: 'Ghi số dư nguồn vốn đầu kỳ', en: 'Record opening balances of capital' },
    ReceiveCapital: { vi: 'Tiếp nhận vốn', en: 'Receive capital' },
    ReturnCapital: { vi: 'Hoàn trả vốn huy động', en: 'Return borrowed capital' },
    DeclareCharterCapital: { vi: 'Công bố vốn điều lệ', en: 'Declare charter capital' },
  },
  fields: {
    fundId: { vi: 'Quỹ', en: 'Fund' },
    name: { vi: 'Tên Quỹ', en: 'Name' },
    regulation: { vi: 'Quy chế cho vay', en: 'Lending regulation' },
    balances: { vi: 'Số dư theo nguồn vốn', en: 'Balances by source' },
    source: { vi: 'Nguồn vốn', en: 'Source of capital' },
    amountVnd: { vi: 'Số tiền (đồng)', en: 'Amount (VND)' },
    lender: { vi: 'Bên cho vay, uỷ thác', en: 'Lender' },
    bookCharterVnd: { vi: 'Vốn điều lệ trên sổ (đồng)', en: 'Book charter capital (VND)' },
    undistributedProfitVnd: { vi: 'Lợi nhuận chưa phân phối (đồng)', en: 'Undistributed profit (VND)' },
    unhandledLossVnd: { vi: 'Lỗ luỹ kế chưa xử lý (đồng)', en: 'Unhandled loss (VND)' },
  },
  refusals: {
    BeforeFundOpened: {
      vi: ({ openedOn }) => `Quỹ hoạt động từ ngày ${openedOn}, không ghi được việc trước ngày đó.`,
      en: ({ openedOn }) => `The fund was opened on ${openedOn}; nothing of it can be earlier.`,
    },
    BeforeOpeningBalances: {
      vi: ({ balancedOn }) => `Vốn trước ngày ${balancedOn} đã nằm trong số dư đầu kỳ.`,
      en: ({ balancedOn }) => `Capital from before ${balancedOn} is part of the opening balances already.`,
    },
    MoneyRecordedBefore: {
      vi: ({ firstOn }) => `Đã ghi nguồn vốn từ ngày ${firstOn}; số dư đầu kỳ phải là khoản ghi đầu tiên.`,
      en: ({ firstOn }) => `Capital is recorded from ${firstOn} on; opening balances must come first.`,
    },
    MoreThanBorrowed: {
      vi: ({ borrowedVnd, amountVnd }) => `Hoàn trả ${vnd(amountVnd)} đ nhiều hơn số đang vay ${vnd(borrowedVnd)} đ.`,
      en: ({ borrowedVnd, amountVnd }) => `Returning ${vnd(amountVnd)} đ exceeds the ${vnd(borrowedVnd)} đ borrowed.`,
    },
    CapitalPromised: {
      vi: ({ availableVnd, amountVnd }) =>
        `Chỉ còn ${vnd(availableVnd)} đ chưa cho vay và chưa duyệt cho vay, không hoàn trả được ${vnd(amountVnd)} đ.`,
      en: ({ availableVnd, amountVnd }) =>
        `Only ${vnd(availableVnd)} đ is neither lent nor promised to a loan; ${vnd(amountVnd)} đ cannot be returned.`,
    },
    ReturnedSince: {
      vi: ({ returnedOn }) => `Vốn này đã hoàn trả ngày ${returnedOn}; phải huỷ bút toán hoàn trả trước.`,
      en: ({ returnedOn }) => `This capital was returned on ${returnedOn}; take that return back first.`,
    },
    FundExhausted: {
      vi: ({ availableVnd, amountVnd }) => `Quỹ chỉ còn cho vay được ${vnd(availableVnd)} đ, không đủ ${vnd(amountVnd)} đ.`,
      en: ({ availableVnd, amountVnd }) => `The fund has ${vnd(availableVnd)} đ left to lend, less than ${vnd(amountVnd)} đ.`,
    },
    CustomerLimitExceeded: {
      vi: ({ limitVnd, exposureVnd, amountVnd }) =>
        `Dư nợ ${vnd(exposureVnd)} đ cộng ${vnd(amountVnd)} đ vượt giới hạn ${vnd(limitVnd)} đ của một khách hàng.`,
      en: ({ limitVnd, exposureVnd, amountVnd }) =>
        `Owing ${vnd(exposureVnd)} đ, another ${vnd(amountVnd)} đ exceeds the limit of ${vnd(limitVnd)} đ per customer.`,
    },
    RelatedLimitExceeded: {
      vi: ({ limitVnd, exposureVnd, amountVnd }) =>
        `Dư nợ của khách hàng và người có liên quan ${vnd(exposureVnd)} đ cộng ${vnd(amountVnd)} đ vượt giới hạn ${vnd(limitVnd)} đ.`,
      en: ({ limitVnd, exposureVnd, amountVnd }) =>
        `The customer and related persons owe ${vnd(exposureVnd)} đ; another ${vnd(amountVnd)} đ exceeds their limit of ${vnd(limitVnd)} đ.`,
    },
  },
  choices: {
    source: {
      budgetGrant: { vi: 'Vốn ngân sách cấp', en: 'Capital granted from the budget' },
      members: { vi: 'Vốn thành viên góp', en: 'Capital paid in by members' },
      grant: { vi: 'Vốn tài trợ, viện trợ', en: 'Donated capital' },
      surplus: { vi: 'Trích từ chênh lệch thu chi', en: 'From the surplus' },
      borrowed: { vi: 'Vốn vay', en: 'Borrowed capital' },
      entrusted: { vi: 'Vốn nhận uỷ thác', en: 'Entrusted capital' },
      refundableSupport: { vi: 'Hỗ trợ có hoàn lại của Nhà nước', en: 'Refundable support of the State' },
    },
  },
  statuses: { none: { vi: 'Chưa có', en: 'None' }, open: { vi: 'Đang hoạt động', en: 'Open' } },
};
