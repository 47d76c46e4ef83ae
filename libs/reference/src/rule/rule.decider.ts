import {
  inForceOn,
  known,
  lastDayOf,
  refuse as raise,
  type CommandsOf,
  type Decider,
  type Refuse,
  type RuleValue,
} from '@soquy/kernel';
import { same } from '../same.js';
import type * as commands from './rule.commands.js';
import type { RuleEvents, RuleVersion } from './rule.events.js';

type Recorded = RuleEvents['RuleVersionRecorded'];

/** `endsOn`: said later, by a fact of its own. */
export type KnownVersion = Recorded & { readonly endsOn?: string };

/** Versions in the order they begin. */
export type Rule =
  | { readonly status: 'none' }
  | { readonly status: 'recorded'; readonly ruleId: string; readonly versions: readonly KnownVersion[] };

export interface RuleRefusals {
  NumberOrList: object;
  ValidityReversed: { validFrom: string; validTo: string };
  VersionStands: { ruleId: string; validFrom: string };
  UnknownVersion: { validFrom: string };
  EndedBefore: { validTo: string };
  BeforeRecording: { recordedOn: string };
}
export type RuleCommands = CommandsOf<typeof commands>;

const refuse: Refuse<RuleRefusals> = raise;

export const rule: Decider<Rule, RuleEvents, RuleCommands> = {
  category: 'rule',
  initial: { status: 'none' },

  evolve: {
    RuleVersionRecorded: (state, data) => ({
      status: 'recorded',
      ruleId: data.ruleId,
      versions: inOrder([...versionsOf(state), data]),
    }),
    RuleVersionEnded: (state, { validFrom, validTo }) =>
      state.status === 'none'
        ? state
        : { ...state, versions: state.versions.map((one) => (one.validFrom === validFrom ? { ...one, endsOn: validTo } : one)) },
  },

  decide: {
    RecordRuleVersion(state, { ruleId, value, values, validFrom, validTo, source, status, effectiveOn }) {
      const given = value ?? values;
      if (given === undefined || (value !== undefined && values !== undefined)) return refuse('NumberOrList', {}, 'input');
      checkValidity(validFrom, validTo);
      const version: RuleVersion = { value: given, validFrom, ...known({ validTo }), source, status };
      const stands = versionsOf(state).find((one) => one.validFrom === validFrom);
      if (!stands) return [{ type: 'RuleVersionRecorded', data: { ruleId, ...version, recordedOn: effectiveOn } }];
      const { ruleId: _, recordedOn, endsOn, ...recorded } = stands;
      return same(recorded, version) ? [] : refuse('VersionStands', { ruleId, validFrom });
    },

    EndRuleVersion(state, { validFrom, validTo, effectiveOn }, { objectId }) {
      checkValidity(validFrom, validTo);
      const version = versionsOf(state).find((one) => one.validFrom === validFrom);
      if (!version) return refuse('UnknownVersion', { validFrom }, 'input');
      const last = lastDayOf(version);
      if (last === validTo) return [];
      if (last !== undefined && last < validTo) refuse('EndedBefore', { validTo: last });
      if (effectiveOn < version.recordedOn) refuse('BeforeRecording', { recordedOn: version.recordedOn });
      return [{ type: 'RuleVersionEnded', data: { ruleId: objectId, validFrom, validTo, endedOn: effectiveOn } }];
    },
  },

  reversible: { RuleVersionRecorded: 'always', RuleVersionEnded: 'always' },
};

/** The rule's value on a day: that of the version which began last and has not ended. Undefined: no such rule on that day. */
export function ruleAt(state: Rule, day: string): RuleValue | undefined {
  const versions = versionsOf(state);
  const version = versions[inForceOn(versions, day)];
  if (!version) return undefined;
  const { ruleId, value, validFrom, source } = version;
  return { key: ruleId, value, validFrom, source };
}

const versionsOf = (state: Rule): readonly KnownVersion[] => (state.status === 'none' ? [] : state.versions);

const inOrder = (versions: readonly KnownVersion[]) => versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

function checkValidity(validFrom: string, validTo: string | undefined): void {
  if (validTo !== undefined && validTo < validFrom) refuse('ValidityReversed', { validFrom, validTo }, 'input');
}
