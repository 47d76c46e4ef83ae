import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { rule, ruleAt } from './rule.decider.js';
import { ruleEvents, type RuleEvent, type RuleVersion } from './rule.events.js';

const ruleId = 'kc.machinery.capVnd';
const given = scenario(rule, ruleEvents, occasion({ objectId: ruleId }));
const old: RuleVersion = {
  value: 200,
  validFrom: '2014-01-01',
  validTo: '2017-12-31',
  source: 'TTLT 26/2014',
  status: 'verified',
};
const now: RuleVersion = { value: 300, validFrom: '2018-01-01', source: 'TT 28/2018', status: 'unverified' };
const recorded = (version: RuleVersion, recordedOn = '2026-01-05'): RuleEvent => ({
  type: 'RuleVersionRecorded',
  data: { ruleId, ...version, recordedOn },
});
const wish = ({ value, ...version }: RuleVersion, over: object = {}) =>
  ({ ruleId, value, ...version, effectiveOn: '2026-01-05', ...over }) as never;

describe('a rule', () => {
  it('has versions, each recorded once', () => {
    given().when('RecordRuleVersion', wish(old)).then(recorded(old));
    given(recorded(old)).when('RecordRuleVersion', wish(now)).then(recorded(now));
    given(recorded(old))
      .when('RecordRuleVersion', wish(old, { effectiveOn: '2026-02-01' }))
      .thenNothing();
    given(recorded(old))
      .when('RecordRuleVersion', wish(old, { value: 201 }))
      .thenRefused('VersionStands', { ruleId, validFrom: '2014-01-01' });
  });

  it('is a number or a list of numbers', () => {
    const { value, ...rest } = now;
    const list = { ...rest, value: [10, 30] };
    given()
      .when('RecordRuleVersion', { ruleId, ...rest, values: [10, 30], effectiveOn: '2026-01-05' })
      .then(recorded(list));
    given()
      .when('RecordRuleVersion', wish(now, { values: [1] }))
      .thenRefused('NumberOrList');
    given()
      .when('RecordRuleVersion', wish(now, { value: undefined }))
      .thenRefused('NumberOrList');
    given()
      .when('RecordRuleVersion', wish(now, { value: 0 }))
      .then(recorded({ ...now, value: 0 }));
  });

  it('does not end before it begins', () => {
    given()
      .when('RecordRuleVersion', wish(old, { validTo: '2013-12-31' }))
      .thenRefused('ValidityReversed', { validFrom: '2014-01-01', validTo: '2013-12-31' });
  });

  it('says of each day the version that was valid, whatever the order of recording', () => {
    const at = (events: RuleEvent[]) => (day: string) => ruleAt(given(...events).state(), day)?.value;
    const days = ['2013-12-31', '2014-01-01', '2017-12-31', '2018-01-01', '2026-11-21'];
    for (const events of [
      [recorded(old), recorded(now)],
      [recorded(now), recorded(old)],
    ])
      expect(days.map(at(events))).toEqual([undefined, 200, 200, 300, 300]);
    expect(ruleAt(given(recorded(now)).state(), '2026-11-21')).toEqual({
      key: ruleId,
      value: 300,
      validFrom: '2018-01-01',
      source: 'TT 28/2018',
    });
  });

  it('knows no value between the end of a version and the beginning of the next', () => {
    const gap = given(recorded({ ...old, validTo: '2015-12-31' }), recorded(now)).state();
    expect(['2015-12-31', '2016-01-01', '2018-01-01'].map((day) => ruleAt(gap, day)?.value)).toEqual([200, undefined, 300]);
  });

  it('ends without a successor when that is recorded', () => {
    const end = { ruleId, validFrom: '2018-01-01', validTo: '2026-06-30', effectiveOn: '2026-07-01' };
    const ended: RuleEvent = {
      type: 'RuleVersionEnded',
      data: { ruleId, validFrom: '2018-01-01', validTo: '2026-06-30', endedOn: '2026-07-01' },
    };
    given(recorded(now)).when('EndRuleVersion', end).then(ended);
    given(recorded(now), ended).when('EndRuleVersion', end).thenNothing();
    given(recorded(now), ended).when('RecordRuleVersion', wish(now)).thenNothing();
    const state = given(recorded(now), ended).state();
    expect(['2026-06-30', '2026-07-01'].map((day) => ruleAt(state, day)?.value)).toEqual([300, undefined]);
    given(recorded(now))
      .when('EndRuleVersion', { ...end, validFrom: '2014-01-01' })
      .thenRefused('UnknownVersion', { validFrom: '2014-01-01' });
    given(recorded(now), ended)
      .when('EndRuleVersion', { ...end, validTo: '2026-12-31' })
      .thenRefused('EndedBefore', { validTo: '2026-06-30' });
    given(recorded(now))
      .when('EndRuleVersion', { ...end, effectiveOn: '2026-01-04' })
      .thenRefused('BeforeRecording', { recordedOn: '2026-01-05' });
  });
});
