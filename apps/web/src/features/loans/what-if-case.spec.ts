import { answerTo } from '@soquy/lending';
import { caseOf } from './what-if-case.js';

const typed = {
  amountVnd: 120_000_000,
  termMonths: 12,
  annualRateBasisPoints: 660,
  method: 'equalPrincipal',
  instalmentEveryMonths: 3,
  interestEveryMonths: 3,
  startsOn: '2026-01-15',
  on: '2026-08-01',
};

describe('what is typed as a case', () => {
  it('is one that the API takes, payments and policies with it', () => {
    const told = caseOf(
      {
        ...typed,
        residue: 'first',
        rounding: 'down',
        payments: [{ on: '2026-04-15', amountVnd: 31_952_877 }, { on: '2026-05-01' }],
      },
      [{ holidays: [{ day: '2026-04-15' }], workingWeekendDays: ['2026-04-18'] }],
    );
    const answer = answerTo(JSON.parse(JSON.stringify(told)));
    if (answer.mistakes) throw new Error('assertion: this case is one');
    expect(answer.calculation.schedule[0]).toMatchObject({ dueOn: '2026-04-16', principal: 30_000_000 });
    expect(answer.calculation.statements[0]).toMatchObject({ on: '2026-08-01', outstanding: 120_000_000 - 31_952_877 });
    expect(answer.calculation.contract).toMatchObject({ residue: 'first', rounding: 'down' });
  });

  it.each(['amountVnd', 'termMonths', 'method', 'startsOn'])('waits for %s', (field) =>
    expect(caseOf({ ...typed, [field]: undefined }, [])).toBeUndefined(),
  );
});
