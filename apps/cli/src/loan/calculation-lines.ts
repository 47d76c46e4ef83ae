import { BUCKETS, type Allocated, type Calculation, type Currency, type DebtClass, type Instalment } from '@soquy/lending';
import type { Language } from '../command.js';
import { table } from '../figures/table.js';
import { loanWords, type LoanWords } from './loan-words.js';

type Money = (amount: number) => string;
type Statement = Calculation['statements'][number];

/** A calculation as a person reads it: schedule, payments, then one block a date. */
export function calculationLines({ contract, schedule, allocations, statements }: Calculation, language: Language): string[] {
  const words = loanWords[language];
  const money = moneyIn(contract.currency, language);
  return [
    ...scheduleLines(schedule, words, money),
    ...(allocations.length > 0 ? ['', ...allocationLines(allocations, words, money)] : []),
    ...statements.flatMap((statement) => ['', ...statementLines(statement, words, money)]),
  ];
}

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-US' };

/** `1.643.836`; a currency with decimals shows them all. */
function moneyIn({ decimals }: Currency, language: Language): Money {
  const format = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (amount) => format.format(amount / 10 ** decimals);
}

const dayText = (day: string): string => day.split('-').reverse().join('/');

const NUMBERS = new Set([0, 3, 4, 5]);

function scheduleLines(schedule: readonly Instalment[], words: LoanWords, money: Money): string[] {
  const rows = schedule.map(({ number, dueOn, nominalOn, principal, interest }) => [
    String(number),
    dayText(dueOn),
    nominalOn === dueOn ? '' : dayText(nominalOn),
    ...[principal, interest, principal + interest].map(money),
  ]);
  const sum = (part: (each: Instalment) => number) => schedule.reduce((total, each) => total + part(each), 0);
  const [principal, interest] = [sum((each) => each.principal), sum((each) => each.interest)];
  const total = ['', words.total, '', ...[principal, interest, principal + interest].map(money)];
  return [words.schedule, ...table(words.scheduleColumns, [...rows, total], NUMBERS)];
}

function allocationLines(allocations: readonly Allocated[], words: LoanWords, money: Money): string[] {
  const rows = allocations.map((each) => [
    dayText(each.on),
    each.factId,
    ...BUCKETS.map((bucket) => money(each[bucket])),
    money(each.held),
  ]);
  return [words.allocations, ...table(words.allocationColumns, rows, new Set([2, 3, 4, 5, 6]))];
}

function statementLines(statement: Statement, words: LoanWords, money: Money): string[] {
  const { due, overdue, paid, writtenOff, waived } = statement;
  const always = { due, overdue, paid };
  const sometimes = Object.entries({ writtenOff, waived }).filter(([, of]) => BUCKETS.some((bucket) => of[bucket] !== 0));
  const rows = Object.entries({ ...always, ...Object.fromEntries(sometimes) }).map(([name, of]) => [
    words[name as keyof typeof always],
    ...BUCKETS.map((bucket) => money(of[bucket])),
  ]);
  return [
    words.statement(dayText(statement.on)),
    ...table(words.bucketColumns, rows, new Set([1, 2, 3, 4])),
    ...sums(statement, words, money),
  ];
}

/** Always said; the others only where there is something to say. */
const ALWAYS = ['drawn', 'outstanding', 'accruedInterest', 'payoff'] as const;
const SOMETIMES = ['deferredInterest', 'held', 'recovered'] as const;

function sums(statement: Statement, words: LoanWords, money: Money): string[] {
  const { daysPastDue, debtClass } = statement;
  const rows = [
    ...[...ALWAYS, ...SOMETIMES.filter((name) => statement[name] !== 0)].map((name) => [words[name], money(statement[name])]),
    [words.daysPastDue, String(daysPastDue)],
    ...(debtClass ? classRows(debtClass, words, money) : []),
  ];
  const width = Math.max(...rows.map(([label]) => [...label!].length));
  return rows.map(([label, value]) => `${label!.padEnd(width)}  ${value}`);
}

function classRows(debtClass: DebtClass, words: LoanWords, money: Money): string[][] {
  const { group, because, source, verified, specificProvision, generalProvision, provisionVerified, accrued } = debtClass;
  const marked = (text: string, isVerified: boolean) => (isVerified ? text : `${text} (${words.unverified})`);
  return [
    [words.debtGroup, marked(`${group}: ${words.reasons[because]}, ${source}`, verified)],
    [words.specificProvision, marked(money(specificProvision), provisionVerified)],
    [words.generalProvision, marked(money(generalProvision), provisionVerified)],
    [words.onBalance, money(accrued.onBalance)],
    [words.offBalance, money(accrued.offBalance)],
  ];
}
