import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { OpenFundBalances, ReceiveCapital, ReturnCapital } from './fund.commands.js';

const fundId = '5f0c2f0e-6f3a-4b0e-9d59-0a6a3f1b7c11';
const failing = (errors: ValidationError[]): string[] =>
  errors.flatMap(({ property, children = [] }) => [property, ...failing(children)]);
const wrong = (command: new () => object, fields: object) =>
  failing(validateSync(plainToInstance(command, { fundId, effectiveOn: '2021-03-15', ...fields })));

describe('capital commands', () => {
  it('want the lender of borrowed capital, and only of that', () => {
    expect(wrong(ReceiveCapital, { source: 'borrowed', amountVnd: 5 })).toEqual(['lender']);
    expect(wrong(ReceiveCapital, { source: 'borrowed', amountVnd: 5, lender: 'UBND tỉnh' })).toEqual([]);
    expect(wrong(ReceiveCapital, { source: 'budgetGrant', amountVnd: 5 })).toEqual([]);
    expect(wrong(ReceiveCapital, { source: 'budgetGrant', amountVnd: 5, lender: 7 })).toEqual(['lender']);
  });

  it('look into every line of the opening balances', () => {
    expect(wrong(OpenFundBalances, { balances: [{ source: 'budgetGrant', amountVnd: 5 }] })).toEqual([]);
    expect(wrong(OpenFundBalances, { balances: [{ source: 'entrusted', amountVnd: -1 }] })).toEqual([
      'balances',
      '0',
      'amountVnd',
      'lender',
    ]);
    expect(wrong(OpenFundBalances, { balances: [] })).toEqual(['balances']);
    expect(wrong(OpenFundBalances, { balances: 'all' })).toContain('balances');
  });

  it('give back borrowed capital only', () => {
    expect(wrong(ReturnCapital, { source: 'budgetGrant', amountVnd: 5 })).toEqual(['source']);
    expect(wrong(ReturnCapital, { source: 'entrusted', amountVnd: 10 ** 15 })).toEqual(['amountVnd']);
  });
});
