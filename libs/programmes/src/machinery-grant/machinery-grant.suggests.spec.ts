import { evolveAll } from '@soquy/kernel';
import { machineryGrant } from './machinery-grant.decider.js';
import { accepted, appraised, approved, event, requested, signed } from './machinery-grant.scenario.js';
import { suggests } from './machinery-grant.summary.js';
import type { MachineryGrantEvent } from './machinery-grant.events.js';

const upToAcceptance = [requested, appraised, approved, signed, accepted];
const paid = (amountVnd: number) => event('MachineryGrantPaid', { amountVnd, budgetYear: 2018, paidOn: '2018-09-20' });
const after = (...more: MachineryGrantEvent[]) => evolveAll(machineryGrant, [...upToAcceptance, ...more]);
const amountOf = (grant: ReturnType<typeof after>) => suggests.PayGrant!(grant)?.amountVnd;

it('suggests to pay what is left of the accepted support, and to settle once nothing is', () => {
  const whole = amountOf(after())!;
  expect(whole).toBe(accepted.data && (accepted.data as { acceptedSupportVnd: number }).acceptedSupportVnd);
  expect(suggests.SettleGrant!(after())).toBeUndefined();
  expect(amountOf(after(paid(5_000_000)))).toBe(whole - 5_000_000);
  expect(amountOf(after(paid(whole)))).toBeUndefined();
  expect(suggests.SettleGrant!(after(paid(whole)))).toEqual({});
});

it('suggests to approve what the appraisal recommends, and nothing where it recommends a rejection', () => {
  const recommending = (recommendedSupportVnd: number) =>
    evolveAll(machineryGrant, [
      requested,
      { ...appraised, data: { ...appraised.data, recommendedSupportVnd } } as MachineryGrantEvent,
    ]);
  expect(suggests.ApproveMachineryGrant?.(recommending(20_000_000))).toEqual({ approvedSupportVnd: 20_000_000 });
  expect(suggests.ApproveMachineryGrant?.(recommending(0))).toBeUndefined();
  expect(suggests.ApproveMachineryGrant?.(after())).toBeUndefined();
});

it('suggests nothing before the acceptance', () => {
  const contracted = evolveAll(machineryGrant, upToAcceptance.slice(0, -1));
  expect([suggests.PayGrant!(contracted), suggests.SettleGrant!(contracted)]).toEqual([undefined, undefined]);
});
