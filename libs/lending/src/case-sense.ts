import { daysBetween, type Day } from '@soquy/kernel';
import type { Case } from './case.js';
import { mistake, type Mistake } from './checks.js';
import { debtRuleSetOn } from './debt-rule-sets.js';
import { BUCKETS, type LoanFact } from './facts.js';

/** What is wrong between fields that are each right by themselves. */
export const crossMistakes = (read: Case): Mistake[] => [
  ...drawings(read),
  ...identities(read.facts),
  ...plans(read),
  ...read.facts.flatMap(factItself),
  ...rules(read),
  ...magnitude(read),
];

function drawings({ contract, facts }: Case): Mistake[] {
  const drawn = facts.flatMap((fact, index) => (fact.kind === 'disbursed' ? [{ ...fact, index }] : []));
  if (drawn.length === 0)
    return [mistake('/facts', 'noDisbursement', { vi: 'chưa có giải ngân nào', en: 'hold no disbursement' })];
  const startsOn = startOf(facts);
  const early = facts.flatMap(({ on }, index) => (on < startsOn ? [beforeStart(`/facts/${index}/on`, startsOn)] : []));
  if (drawn.reduce((sum, { amount }) => sum + BigInt(amount), 0n) <= BigInt(contract.principal)) return early;
  const words = { vi: 'tổng giải ngân lớn hơn số tiền vay', en: 'disbursements exceed the principal' };
  return [...early, mistake(`/facts/${drawn.at(-1)!.index}/amount`, 'drawnBeyondPrincipal', words)];
}

const startOf = (facts: readonly LoanFact[]): Day =>
  facts.reduce((first, { kind, on }) => (kind === 'disbursed' && on < first ? on : first), '9999-12-31');

const beforeStart = (pointer: string, startsOn: Day): Mistake =>
  mistake(pointer, 'beforeFirstDisbursement', {
    vi: `không được trước lần giải ngân đầu, ${startsOn}`,
    en: `must not be before the first disbursement, ${startsOn}`,
  });

function identities(facts: readonly LoanFact[]): Mistake[] {
  const first = new Map(facts.map(({ id }, index) => [id, index] as const).reverse());
  const words = { vi: 'trùng với sự kiện khác', en: 'is the id of another fact as well' };
  return facts.flatMap(({ id }, index) => (first.get(id) === index ? [] : [mistake(`/facts/${index}/id`, 'repeated', words)]));
}

function plans({ contract: { repayment, principal }, facts }: Case): Mistake[] {
  const ofFacts = facts.flatMap((fact, index) =>
    'instalments' in fact ? growing(`/facts/${index}/instalments`, fact.instalments) : [],
  );
  if (repayment.method !== 'custom') return ofFacts;
  const at = '/contract/repayment/instalments';
  const sum = repayment.instalments.reduce((total, each) => total + BigInt(each.principal), 0n);
  const words = {
    vi: `cộng lại là ${sum}, khác số tiền vay ${principal}`,
    en: `add up to ${sum}, not to the principal ${principal}`,
  };
  const differs = sum === BigInt(principal) ? [] : [mistake(at, 'notThePrincipal', words)];
  return [...growing(at, repayment.instalments), ...differs, ...ofFacts];
}

function growing(at: string, instalments: readonly { readonly on: Day }[]): Mistake[] {
  const words = { vi: 'phải sau ngày của kỳ trước', en: 'must be after the day of the instalment before' };
  return instalments.flatMap(({ on }, index) =>
    index > 0 && on <= instalments[index - 1]!.on ? [mistake(`${at}/${index}/on`, 'notGrowing', words)] : [],
  );
}

function factItself(fact: LoanFact, index: number): Mistake[] {
  const at = `/facts/${index}`;
  if ('until' in fact && fact.until !== undefined && fact.until <= fact.on)
    return [mistake(`${at}/until`, 'notAfter', { vi: 'phải sau ngày bắt đầu', en: 'must be after the day it begins' })];
  if (fact.kind === 'repaid' && fact.split && total(fact.split) !== BigInt(fact.amount))
    return [mistake(`${at}/split`, 'notTheAmount', { vi: 'cộng lại khác số tiền trả', en: 'does not add up to the amount' })];
  if (fact.kind === 'writtenOff' && total(fact.amounts) === 0n)
    return [mistake(`${at}/amounts`, 'nothing', { vi: 'không có khoản nào', en: 'name no amount' })];
  return [];
}

const total = (buckets: Partial<Record<(typeof BUCKETS)[number], number>>): bigint =>
  BUCKETS.reduce((sum, bucket) => sum + BigInt(buckets[bucket] ?? 0), 0n);

function rules({ classification, dates }: Case): Mistake[] {
  if (!classification) return [];
  const { lender, ownRules } = classification;
  if ((lender === undefined) === (ownRules === undefined))
    return [
      mistake('/classification', 'oneOfTwo', {
        vi: 'cần đúng một trong hai: lender, ownRules',
        en: 'needs either lender or ownRules',
      }),
    ];
  if (ownRules) return ownRules.columns.flatMap((steps, index) => climbing(`/classification/ownRules/columns/${index}`, steps));
  const words = { vi: `chưa biết quy định của ${lender} cho ngày này`, en: `no rules of ${lender} are known for this day` };
  return dates.flatMap((date, index) => (debtRuleSetOn(lender!, date) ? [] : [mistake(`/dates/${index}`, 'noRules', words)]));
}

function climbing(at: string, steps: readonly { readonly fromDays: number }[]): Mistake[] {
  const words = { vi: 'phải bắt đầu từ 0 rồi tăng dần', en: 'must begin at 0 and grow' };
  return steps.flatMap(({ fromDays }, index) =>
    (index === 0 ? fromDays === 0 : fromDays > steps[index - 1]!.fromDays)
      ? []
      : [mistake(`${at}/${index}/fromDays`, 'notGrowing', words)],
  );
}

/** The most that interest on interest could come to must still be a number that JSON carries exactly. */
function magnitude({ contract, facts, dates }: Case): Mistake[] {
  const days = [...facts.map(({ on }) => on), ...dates].sort();
  const years = Math.max(daysBetween(days[0]!, days.at(-1)!) / 365, contract.grid.termMonths / 12) + 1;
  const changes = facts.flatMap((fact) => (fact.kind === 'rateChanged' ? [fact.annualRateBasisPoints] : []));
  const rate = Math.max(contract.annualRateBasisPoints, ...changes) / 10_000;
  const late = (contract.lateInterestBasisPoints ?? 0) / 10_000;
  const most = contract.principal * (1 + 1.5 * rate * years) * (1 + late * years);
  if (most <= Number.MAX_SAFE_INTEGER) return [];
  const words = { vi: 'quá lớn so với lãi suất và thời gian này', en: 'is too large for such rates over such a time' };
  return [mistake('/contract/principal', 'tooLarge', words)];
}
