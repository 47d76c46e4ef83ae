import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { referencesOf } from '@soquy/platform';
import { HoldTradeFair, PlanTradeFair, RecordHeldTradeFair } from './trade-fair.commands.js';

const id = (last: number) => `5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c1${last}`;
const plan = { kind: 'ruralMarket', role: 'organised', title: 'Phiên chợ hàng Việt', effectiveOn: '2020-01-10' };
const errorsOf = async (body: object) =>
  (
    await validate(plainToInstance(RecordHeldTradeFair, { ...plan, ...body }), { whitelist: true, forbidNonWhitelisted: true })
  ).map(({ property }) => property);

describe('the body of a held fair', () => {
  it.each([
    [{}],
    [{ organisationIds: [id(1), id(2)] }],
    [{ visitors: { value: 24_000, qualifier: 'over' }, revenue: { value: 2_100_000_000 }, contracts: { value: 0 }, costVnd: 0 }],
    [{ participations: { value: 3, valueTo: 5, qualifier: 'range' } }],
  ])('may be %j', async (body) => expect(await errorsOf(body)).toEqual([]));

  it.each([
    ['kind', 'market'],
    ['role', 'visited'],
    ['organisationIds', []],
    ['organisationIds', id(1)],
    ['organisationIds', [id(1), id(1)]],
    ['organisationIds', ['HTX Xuân Thành']],
    ['organisationIds', Array.from({ length: 501 }, (_, each) => id(1).slice(0, -4) + String(1000 + each))],
    ['revenue', 2_100_000_000],
    ['revenue', { value: -1 }],
    ['visitors', { value: 1.5 }],
    ['stalls', { value: 4, qualifier: 'hơn' }],
    ['participations', { value: 3, qualifier: 'range' }],
    ['costVnd', { value: 5 }],
    ['startedOn', '2020-02-30'],
    ['sponsor', 'VCCI'],
  ])('is refused for %s = %j', async (field, value) => expect(await errorsOf({ [field]: value })).toEqual([field]));

  it('names the objects the gateway must find', () => {
    const lines = { programmeId: 'programme', budgetLineId: 'budgetLine' };
    expect(referencesOf(PlanTradeFair)).toEqual(lines);
    expect(referencesOf(HoldTradeFair)).toEqual({ organisationIds: 'organisation' });
    expect(referencesOf(RecordHeldTradeFair)).toEqual({ ...lines, organisationIds: 'organisation' });
  });
});
