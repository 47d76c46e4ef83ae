import type { GroupReason } from '@soquy/lending';
import type { Language } from '../command.js';

/** What tables of a calculation say. */
export interface LoanWords {
  readonly schedule: string;
  readonly scheduleColumns: readonly string[];
  readonly total: string;
  readonly allocations: string;
  readonly allocationColumns: readonly string[];
  readonly statement: (day: string) => string;
  readonly bucketColumns: readonly string[];
  readonly due: string;
  readonly overdue: string;
  readonly paid: string;
  readonly writtenOff: string;
  readonly waived: string;
  readonly drawn: string;
  readonly outstanding: string;
  readonly accruedInterest: string;
  readonly deferredInterest: string;
  readonly held: string;
  readonly recovered: string;
  readonly payoff: string;
  readonly daysPastDue: string;
  readonly debtGroup: string;
  readonly reasons: Readonly<Record<GroupReason, string>>;
  readonly unverified: string;
  readonly specificProvision: string;
  readonly generalProvision: string;
  readonly onBalance: string;
  readonly offBalance: string;
}

export const loanWords: Readonly<Record<Language, LoanWords>> = {
  vi: {
    schedule: 'Lịch trả nợ',
    scheduleColumns: ['Kỳ', 'Đến hạn', 'Ngày danh nghĩa', 'Gốc', 'Lãi', 'Cộng'],
    total: 'Tổng',
    allocations: 'Phân bổ tiền thu nợ',
    allocationColumns: ['Ngày', 'Sự kiện', 'Gốc', 'Lãi', 'Lãi quá hạn', 'Lãi chậm trả', 'Giữ lại'],
    statement: (day) => `Tình hình cuối ngày ${day}`,
    bucketColumns: ['', 'Gốc', 'Lãi', 'Lãi quá hạn', 'Lãi chậm trả'],
    due: 'Đến hạn chưa trả',
    overdue: 'Trong đó quá hạn',
    paid: 'Đã trả',
    writtenOff: 'Đã xóa',
    waived: 'Đã miễn',
    drawn: 'Đã giải ngân',
    outstanding: 'Dư nợ gốc',
    accruedInterest: 'Lãi dồn tích chưa đến hạn',
    deferredInterest: 'Lãi được lùi ngày trả',
    held: 'Tiền giữ lại',
    recovered: 'Thu hồi sau xóa nợ',
    payoff: 'Tất toán trong ngày',
    daysPastDue: 'Số ngày quá hạn',
    debtGroup: 'Nhóm nợ',
    reasons: {
      daysPastDue: 'theo số ngày quá hạn',
      restructured: 'nợ đã cơ cấu lại thời hạn',
      interestWaived: 'đã miễn, giảm lãi',
      frozen: 'nợ khoanh',
      probation: 'trong thời gian thử thách',
      otherDebts: 'theo khoản nợ khác của khách hàng',
    },
    unverified: 'chưa đối chiếu văn bản',
    specificProvision: 'Dự phòng cụ thể',
    generalProvision: 'Dự phòng chung',
    onBalance: 'Lãi phải thu nội bảng',
    offBalance: 'Lãi theo dõi ngoại bảng',
  },
  en: {
    schedule: 'Repayment schedule',
    scheduleColumns: ['No.', 'Due', 'Nominal day', 'Principal', 'Interest', 'Together'],
    total: 'Total',
    allocations: 'Payments, and what they were used for',
    allocationColumns: ['Day', 'Fact', 'Principal', 'Interest', 'Overdue interest', 'Late interest', 'Held'],
    statement: (day) => `As of the end of ${day}`,
    bucketColumns: ['', 'Principal', 'Interest', 'Overdue interest', 'Late interest'],
    due: 'Due and unpaid',
    overdue: 'Overdue of that',
    paid: 'Paid',
    writtenOff: 'Written off',
    waived: 'Waived',
    drawn: 'Disbursed',
    outstanding: 'Principal outstanding',
    accruedInterest: 'Interest run up, not due',
    deferredInterest: 'Interest put on later days',
    held: 'Held',
    recovered: 'Recovered after write-off',
    payoff: 'Closes on this day with',
    daysPastDue: 'Days past due',
    debtGroup: 'Debt group',
    reasons: {
      daysPastDue: 'by days past due',
      restructured: 'restructured debt',
      interestWaived: 'interest waived or cut',
      frozen: 'frozen debt',
      probation: 'on probation',
      otherDebts: "by another of the customer's debts",
    },
    unverified: 'not compared with the legal text',
    specificProvision: 'Specific provision',
    generalProvision: 'General provision',
    onBalance: 'Interest on balance',
    offBalance: 'Interest off balance',
  },
};
