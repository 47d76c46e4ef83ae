import { addDays, addMonths, dayInVietnam, fixedRules, type Day, type Fact } from '@soquy/kernel';
import { Rehearsal } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import type { EventStore, NewEvent } from '@soquy/event-store';
import type { Feature } from '@soquy/platform';
import { uuid } from '../support/grant-slice.js';

export const REPAYMENTS = 20;
/** Lives are decided once each and copied for many loans, which differ by their ids. */
const DIFFERENT = 40;
const LOAN = uuid(0);
const INSTALMENT = 10_000_000;
const ORGANISATIONS = 5_000;
const FUNDS = 8;

/**
 * Whole lives of loans, decided by the slice itself: 240 million in 24 months, applied for from January 2024 on and repaid
 * twenty times. Every fifth pays late and too little and is behind for most of its life; the others pay what is due.
 */
export function loanLives(feature: Feature): (loan: number, from: number, to: number) => NewEvent[] {
  const lives = Array.from({ length: DIFFERENT }, (_, nth) => lifeOf(feature, nth).map((fact) => JSON.stringify(fact)));
  return (loan, from, to) => {
    const [id, organisation, fund] = [uuid(loan + 1), uuid(9_000_000 + (loan % ORGANISATIONS)), uuid(8_000_000 + (loan % FUNDS))];
    return lives[loan % DIFFERENT]!.slice(from, to).map((text, nth) => {
      const own = text.replaceAll(LOAN, id).replace('"htx-1"', `"${organisation}"`).replace('"fund-1"', `"${fund}"`);
      return eventOf(JSON.parse(own) as Fact, (loan + 1) * 100 + from + nth, from + nth === 0 ? `HV-${loan + 1}` : undefined);
    });
  };
}

export const streamOf = (loan: number): string => `loan-${uuid(loan + 1)}`;

/** So many whole lives in a log, in three parts each, so that the loans stand between one another. */
export async function recordLives(store: Pick<EventStore, 'append'>, feature: Feature, loans: number): Promise<void> {
  const lifeOf = loanLives(feature);
  for (const [from, to] of [
    [0, 6],
    [6, 15],
    [15, 24],
  ] as const)
    for (let loan = 0; loan < loans; loan += 1)
      await store.append(streamOf(loan), from === 0 ? 'no-stream' : BigInt(from - 1), lifeOf(loan, from, to));
}

function lifeOf({ decider, events, figures, row }: Feature, nth: number): readonly Fact[] {
  const start = addDays('2024-01-02', nth * 3);
  const organisation = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84' } as const;
  const rules = fixedRules({ 'fund.equity.min': 2_000, 'fund.rate.overdueMax': 150, 'fund.rate.lateMax': 1_000 });
  const calendar = { isWorkingDay: () => true };
  const base = occasion({ objectId: LOAN, organisations: { 'htx-1': organisation }, rules, calendar });
  const life = new Rehearsal<unknown, unknown, Record<string, object>>(decider as never, events as never, base);
  const record = (command: string, effectiveOn: Day, fields: object, personId: string) =>
    life.record(command, { loanId: LOAN, ...fields, effectiveOn }, { personId });
  const borrowing = { fundId: 'fund-1', organisationId: 'htx-1', purpose: 'Mua máy sấy lúa' };
  const wanted = { amountVnd: 24 * INSTALMENT, termMonths: 24, totalInvestmentVnd: 400_000_000, ownEquityVnd: 100_000_000 };
  record('ApplyForLoan', start, { ...borrowing, ...wanted }, 'officer');
  record('AppraiseLoan', addDays(start, 5), {}, 'appraiser');
  const method = { method: 'equalPrincipal', instalmentEveryMonths: 1, interestEveryMonths: 1 };
  const rates = { annualRateBasisPoints: 600, overdueRatePercent: 150 };
  record('ApproveLoan', addDays(start, 8), { amountVnd: 24 * INSTALMENT, termMonths: 24, ...method, ...rates }, 'manager');
  const drawn = addDays(start, 10);
  record('DisburseLoan', drawn, { amountVnd: 24 * INSTALMENT }, 'teller');
  const { 'loan.interestOwed': owed } = figures;
  const interestOn = (on: Day) => (owed?.kind === 'fold' ? owed.measure(row!(life.state) as never, on) : 0);
  for (let month = 1; month <= REPAYMENTS; month += 1) {
    const isBehind = nth % 5 === 0 && month > 3;
    const on = addDays(addMonths(drawn, month), isBehind ? 12 : 0);
    record('RecordRepayment', on, { amountVnd: (isBehind ? 8_000_000 : INSTALMENT) + interestOn(on) }, 'teller');
  }
  return life.facts;
}

function eventOf({ type, data, effectiveOn }: Fact, id: number, objectCode: string | undefined): NewEvent {
  const recordedAt = new Date(Date.parse(`${effectiveOn}T03:00:00Z`) + (id % 3_600) * 1_000);
  return {
    id: uuid(id),
    type,
    data,
    metadata: {
      ...{
        commandId: uuid(id),
        commandHash: 'hash',
        requestId: `request-${id}`,
        $correlationId: uuid(id),
        $causationId: uuid(id),
      },
      ...{ actor: { personId: 'p-1', role: 'officer' }, agencyId: 'tra-vinh', recordedAt: recordedAt.toISOString(), effectiveOn },
      ...{ postingPeriod: dayInVietnam(recordedAt).slice(0, 7), budgetYear: Number(effectiveOn.slice(0, 4)), schemaVersion: 1 },
      ...(objectCode && { objectCode }),
    },
  };
}
