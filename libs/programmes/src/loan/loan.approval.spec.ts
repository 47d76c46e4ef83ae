import { fold, type RuleValue } from '@soquy/kernel';
import { Rehearsal } from '@soquy/kernel/rehearsal.js';
import { ledgerFrom } from '@soquy/lending';
import { loan, type LoanCommands } from './loan.decider.js';
import { loanEvents, type LoanEvents } from './loan.events.js';
import { application, applied, appraised, approval, by, everyDay, given, law, loanId } from './loan.scenario.js';
import { planOf } from './loan.schedule.js';
import { loanRow, type LoanRow } from './loan.summary.js';
import { loanTexts } from './loan.texts.js';

const MILLION = 1_000_000;
type Wish = Partial<Omit<LoanCommands['ApproveLoan'], 'loanId'>>;
const { method: _method, instalmentEveryMonths: _every, ...anyMethod } = approval;
const wish = (over: Wish) => ({ ...anyMethod, ...over }) as LoanCommands['ApproveLoan'];

/** 500 triệu at 6 percent for twelve months, drawn on 05/03/2026 as a whole; every day is a working day. */
function lent(over: Wish) {
  const file = new Rehearsal(loan, loanEvents, everyDay);
  file.record('ApplyForLoan', application, by('officer'));
  file.record('AppraiseLoan', { loanId, effectiveOn: '2026-02-12' }, by('appraiser'));
  file.record('ApproveLoan', wish(over), by('manager'));
  file.record('DisburseLoan', { loanId, amountVnd: 500 * MILLION, effectiveOn: '2026-03-05' }, by('teller'));
  return file;
}
const principalOf = (over: Wish) => {
  const { schedule } = lent(over).facts.at(-1)!.data as LoanEvents['LoanDisbursed'];
  return schedule!.filter(({ principalVnd }) => principalVnd > 0).map(({ dueOn, principalVnd }) => [dueOn, principalVnd]);
};
const refusal = (over: Wish, code: string, facts: object, rules = everyDay.rules) =>
  given(applied, appraised).when('ApproveLoan', wish(over), by('manager', { rules })).thenRefused(code, facts);

describe('ways of repayment that an approval can agree', () => {
  const quarterly = { instalmentEveryMonths: 3, interestEveryMonths: 3 };

  it('equal principal, after a grace and in multiples where that is agreed', () => {
    const graced = { method: 'equalPrincipal', ...quarterly, graceMonths: 5, multipleOfVnd: 10 * MILLION } as const;
    expect(principalOf(graced)).toEqual([
      ['2026-09-05', 160 * MILLION],
      ['2026-12-05', 160 * MILLION],
      ['2027-03-05', 180 * MILLION],
    ]);
  });

  it('level instalments of principal and interest together', () => {
    const levels = lent({ method: 'annuity', ...quarterly }).facts.at(-1)!.data as LoanEvents['LoanDisbursed'];
    const principal = levels.schedule!.map(({ principalVnd }) => principalVnd);
    expect(principal.reduce((sum, part) => sum + part, 0)).toBe(500 * MILLION);
    const interest = 7_561_644;
    const level = principal[0]! + interest;
    expect(principal[1]! + Math.round(((500 * MILLION - principal[0]!) * 0.06 * 92) / 365)).toBe(level);
  });

  it('a part of the principal, or a fixed instalment, with the rest at the end', () => {
    expect(principalOf({ method: 'percentOfPrincipal', ...quarterly, principalBasisPoints: 1_000 })).toEqual([
      ...['2026-06-05', '2026-09-05', '2026-12-05'].map((day) => [day, 50 * MILLION]),
      ['2027-03-05', 350 * MILLION],
    ]);
    const [first] = principalOf({ method: 'fixedInstalment', ...quarterly, instalmentVnd: 57_561_644 });
    expect(first).toEqual(['2026-06-05', 50 * MILLION]);
  });

  it('a plan of its own', () => {
    const instalments = [
      { dueOn: '2026-07-20', principalVnd: 200 * MILLION },
      { dueOn: '2027-01-25', principalVnd: 300 * MILLION },
    ];
    expect(principalOf({ method: 'custom', instalments })).toEqual([
      ['2026-07-20', 200 * MILLION],
      ['2027-01-25', 300 * MILLION],
    ]);
  });

  it('are refused, in the words of the arithmetic, where they make no loan', () => {
    const sentence = { vi: expect.stringContaining('không đủ trả lãi') as string, en: expect.any(String) as string };
    refusal({ method: 'fixedInstalment', ...quarterly, instalmentVnd: 1_000 }, 'TermsMakeNoLoan', {
      reason: 'InstalmentBelowInterest',
      sentence,
    });
    const short = { method: 'custom', instalments: [{ dueOn: '2026-07-20', principalVnd: 5 }] } as const;
    refusal({ ...short, instalments: [...short.instalments] }, 'TermsMakeNoLoan', {
      ...{ reason: 'CustomPlanNotThePrincipal', sentence: expect.anything() as object },
    });
    refusal({ method: 'annuity', instalmentEveryMonths: 4, interestEveryMonths: 3 }, 'TermsMakeNoLoan', {
      ...{ reason: 'InterestNotOnPrincipalDays', sentence: expect.anything() as object },
    });
    const words = { vi: 'Không được.', en: 'It cannot be.' };
    expect(loanTexts.refusals.TermsMakeNoLoan.vi({ reason: 'x', sentence: words })).toBe(words.vi);
  });

  it('are not mixed', () => {
    refusal({ method: 'bullet', instalmentVnd: 5 }, 'NotOfMethod', { field: 'instalmentVnd', method: 'bullet' });
    expect(loanTexts.refusals.NotOfMethod.en({ field: 'instalmentVnd', method: 'bullet' })).toBe(
      '"Instalment, principal and interest (VND)" is no part of the repayment "all principal at the end".',
    );
  });

  it('that end before money is drawn are refused at the disbursement', () => {
    const instalments = [{ dueOn: '2026-03-10', principalVnd: 500 * MILLION }];
    const file = new Rehearsal(loan, loanEvents, everyDay);
    file.record('ApplyForLoan', application, by('officer'));
    file.record('AppraiseLoan', { loanId, effectiveOn: '2026-02-12' }, by('appraiser'));
    file.record('ApproveLoan', wish({ method: 'custom', instalments }), by('manager'));
    const drawing = { loanId, amountVnd: 1, effectiveOn: '2026-03-10' };
    expect(file.attempt('DisburseLoan', drawing, by('teller'))).toBe('TermsMakeNoLoan');
  });
});

describe('policies that an approval can agree', () => {
  const rowOf = (over: Wish) => loanRow(fold(loan, lent({ method: 'bullet', interestEveryMonths: 3, ...over }).facts));
  const after = ({ terms, account, schedule }: LoanRow, day: string, paid: number) => {
    const fact = { id: 'paid', on: '2026-04-06', kind: 'repaid', amount: paid } as const;
    return ledgerFrom({ ...terms!, plan: planOf(schedule!) }, account!, [fact]).on(day);
  };

  it('late interest within its legal rate, and within its cap', () => {
    expect(after(rowOf({ lateInterestBasisPoints: 1_000 }), '2026-06-30', 1).due.lateInterest).toBe(51_792);
    expect(after(rowOf({ lateInterestBasisPoints: 1_000, lateInterestCapPercent: 0 }), '2026-06-30', 1).due.lateInterest).toBe(0);
    const cap: RuleValue = { key: 'interest.lateMaxRate', value: 1_000, validFrom: '2017-01-01', source: 'TT 39' };
    const rules = { at: (key: string, day: string) => (key === cap.key ? cap : law.at(key, day)) };
    refusal(
      { method: 'bullet', lateInterestBasisPoints: 1_001 },
      'LateRateTooHigh',
      {
        ...{ lateInterestBasisPoints: 1_001, highestBasisPoints: 1_000, source: 'TT 39' },
      },
      rules,
    );
  });

  it('how days count, and what an early payment does', () => {
    expect(after(rowOf({ dayCount: '30/360' }), '2026-06-05', 1).due.interest).toBe(7_500_000);
    const early = (prepayment?: 'cancelLatest') => {
      const quarterly = { method: 'equalPrincipal', instalmentEveryMonths: 3, ...(prepayment && { prepayment }) } as const;
      return after(rowOf(quarterly), '2026-06-06', 125 * MILLION).overdue.principal;
    };
    expect([early(), early('cancelLatest')]).toEqual([0, 125 * MILLION]);
  });

  it('keep in the fact what was agreed, and nothing that was not', () => {
    const [, , fact] = lent({ method: 'bullet', dayCount: '30/360', lateInterestBasisPoints: 0 }).facts;
    expect(fact!.data).toMatchObject({ dayCount: '30/360', lateInterestBasisPoints: 0 });
    expect(Object.keys(fact!.data)).not.toEqual(expect.arrayContaining(['prepayment']));
  });
});
