import type { ApiBodyOptions } from '@nestjs/swagger';
import { BUCKETS, caseFields, DEBT_GROUPS, GROUP_REASONS } from '@soquy/lending';

type Schema = Extract<ApiBodyOptions, { schema: unknown }>['schema'];
type Properties = Readonly<Record<string, object>>;

/** The request, as it is checked. */
export const caseSchema = caseFields.schema as Schema;

const amount = { type: 'integer', description: "In the currency's smallest unit; whole đồng" };
const count = { type: 'integer' };
const day = { type: 'string', format: 'date' };
const flag = { type: 'boolean' };
const text = { type: 'string' };

const object = (properties: Properties, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const list = (items: object) => ({ type: 'array', items });

const each = Object.fromEntries(BUCKETS.map((bucket) => [bucket, amount]));
const buckets = object(each);

const instalment = {
  number: count,
  nominalOn: day,
  dueOn: day,
  principal: amount,
  interest: amount,
  bearsInterest: flag,
};

const instalmentState = {
  ...instalment,
  principalPaid: amount,
  principalOverdue: amount,
  interestDue: amount,
  interestPaid: amount,
  interestOverdue: amount,
  daysPastDue: count,
};

const debtClass = object({
  group: { enum: DEBT_GROUPS },
  because: { enum: GROUP_REASONS },
  source: text,
  verified: flag,
  specificProvision: amount,
  generalProvision: amount,
  provisionVerified: flag,
  accrued: object({ onBalance: amount, offBalance: amount }),
});

const statement = object(
  {
    on: day,
    drawn: amount,
    outstanding: amount,
    due: buckets,
    overdue: buckets,
    accruedInterest: amount,
    deferredInterest: amount,
    paid: buckets,
    writtenOff: buckets,
    waived: buckets,
    recovered: amount,
    held: amount,
    daysPastDue: count,
    payoff: amount,
    instalments: list(object(instalmentState)),
    debtClass,
  },
  ['debtClass'],
);

/** The answer; a spec compares it with real ones. */
export const calculationSchema = object({
  contract: { ...(caseFields.schema.properties as Readonly<Record<string, object>>).contract },
  schedule: list(object(instalment)),
  allocations: list(object({ factId: text, on: day, ...each, held: amount })),
  statements: list(statement),
}) as Schema;
