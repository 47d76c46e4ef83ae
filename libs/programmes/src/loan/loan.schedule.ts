import { addMonths, shiftToWorkingDay, type WorkingDays } from '@soquy/kernel';

/** Trả gốc đều nhiều kỳ, or trả gốc một lần khi đến hạn. */
export const LOAN_METHODS = ['equalPrincipal', 'bullet'] as const;
export type LoanMethod = (typeof LOAN_METHODS)[number];

/** One due day. The nominal day anchors the grid; what counts is the working day it was shifted to (domain.md I4). */
export interface ScheduleLine {
  readonly nominalOn: string;
  readonly dueOn: string;
  readonly principalVnd: number;
  /** Whether interest run up since the last such day falls due as well. */
  readonly interest: boolean;
}

export interface ScheduleTerms {
  readonly principalVnd: number;
  readonly startsOn: string;
  readonly termMonths: number;
  readonly method: LoanMethod;
  /** Of no use to a bullet loan. */
  readonly instalmentEveryMonths?: number | undefined;
  readonly interestEveryMonths: number;
  readonly paymentDay?: number | undefined;
}

/** All due days of a loan. Instalments are equal, the residue goes to the last, which is due at the end of the term (domain.md I3). */
export function scheduleOf(terms: ScheduleTerms, calendar: WorkingDays): ScheduleLine[] {
  const { startsOn, termMonths, principalVnd } = terms;
  const endsOn = addMonths(startsOn, termMonths);
  const principalDays = [...principalDaysOf(terms, endsOn), endsOn];
  const each = Math.floor(principalVnd / principalDays.length);
  const lastVnd = principalVnd - each * (principalDays.length - 1);
  const interestDays = new Set([...interestDaysOf(terms, endsOn), endsOn]);
  return [...new Set([...principalDays, ...interestDays])].sort().map((nominalOn) => ({
    nominalOn,
    dueOn: shiftToWorkingDay(nominalOn, calendar),
    principalVnd: nominalOn === endsOn ? lastVnd : principalDays.includes(nominalOn) ? each : 0,
    interest: interestDays.has(nominalOn),
  }));
}

/** Counted from the first day, not from the due day before: 31 stays 31 after a February, and a shift never drifts. */
function gridDay({ startsOn, paymentDay }: ScheduleTerms, months: number): string {
  return addMonths(startsOn, months, paymentDay);
}

function principalDaysOf(terms: ScheduleTerms, endsOn: string): string[] {
  const every = terms.instalmentEveryMonths ?? terms.termMonths;
  if (terms.method === 'bullet') return [];
  const days: string[] = [];
  for (let months = every; months < terms.termMonths; months += every) days.push(gridDay(terms, months));
  return days.filter((day) => day < endsOn);
}

/** With a payment day of its own the first period may be a short one, up to that day of the first month. */
function interestDaysOf(terms: ScheduleTerms, endsOn: string): string[] {
  const days: string[] = [];
  for (let months = 0; gridDay(terms, months) < endsOn; months += terms.interestEveryMonths) days.push(gridDay(terms, months));
  return days.filter((day) => day > terms.startsOn);
}
