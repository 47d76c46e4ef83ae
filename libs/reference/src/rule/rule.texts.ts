import type { Texts } from '@soquy/kernel';
import type { Rule, RuleCommands, RuleRefusals } from './rule.decider.js';
import type { RuleEvents } from './rule.events.js';
import { ruleNames } from '../rule-names.js';

export const ruleTexts: Texts<RuleEvents, RuleCommands, RuleRefusals, Rule['status']> = {
  name: { vi: 'Quy tắc', en: 'Rule' },
  plural: { vi: 'Các quy tắc', en: 'Rules' },
  events: {
    RuleVersionRecorded: { vi: 'Đã ghi nhận giá trị quy tắc', en: 'Rule version recorded' },
    RuleVersionEnded: { vi: 'Giá trị quy tắc hết hiệu lực', en: 'Rule version ended' },
  },
  commands: {
    RecordRuleVersion: { vi: 'Ghi nhận giá trị quy tắc', en: 'Record a version of a rule' },
    EndRuleVersion: { vi: 'Ghi nhận hết hiệu lực', en: 'End a version of a rule' },
  },
  fields: {
    ruleId: { vi: 'Khoá quy tắc', en: 'Rule key' },
    value: { vi: 'Giá trị', en: 'Value' },
    values: { vi: 'Danh sách giá trị', en: 'List of values' },
    validFrom: { vi: 'Có hiệu lực từ', en: 'Valid from' },
    validTo: { vi: 'Có hiệu lực đến', en: 'Valid to' },
    source: { vi: 'Căn cứ', en: 'Source' },
    status: { vi: 'Đã đối chiếu văn bản', en: 'Verified or not' },
  },
  refusals: {
    NumberOrList: {
      vi: () => 'Ghi một giá trị hoặc một danh sách giá trị, không ghi cả hai.',
      en: () => 'Give either a value or a list of values.',
    },
    ValidityReversed: {
      vi: ({ validFrom, validTo }) => `Hiệu lực kết thúc ${validTo} trước khi bắt đầu ${validFrom}.`,
      en: ({ validFrom, validTo }) => `The validity ends on ${validTo}, before it begins on ${validFrom}.`,
    },
    VersionStands: {
      vi: ({ ruleId, validFrom }) =>
        `Quy tắc ${ruleId} đã có giá trị khác từ ngày ${validFrom}; nếu sai, đề nghị huỷ giá trị đó trước.`,
      en: ({ ruleId, validFrom }) =>
        `The rule ${ruleId} has another value from ${validFrom}; if that is wrong, have it corrected first.`,
    },
    UnknownVersion: {
      vi: ({ validFrom }) => `Không có giá trị nào bắt đầu từ ngày ${validFrom}.`,
      en: ({ validFrom }) => `No version begins on ${validFrom}.`,
    },
    EndedBefore: {
      vi: ({ validTo }) => `Giá trị này đã hết hiệu lực từ sau ngày ${validTo}.`,
      en: ({ validTo }) => `That version ended already, after ${validTo}.`,
    },
    BeforeRecording: {
      vi: ({ recordedOn }) => `Ngày ghi nhận không thể trước ngày ${recordedOn}.`,
      en: ({ recordedOn }) => `The day cannot precede ${recordedOn}.`,
    },
  },
  // Decisions name the rule they used by `key`, refusals by `rule`.
  knownValues: { ruleId: ruleNames, key: ruleNames, rule: ruleNames },
  choices: {
    status: {
      verified: { vi: 'Đã đối chiếu văn bản', en: 'Verified' },
      unverified: { vi: 'Chưa đối chiếu văn bản', en: 'Not yet verified' },
    },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    recorded: { vi: 'Đã ghi nhận', en: 'Recorded' },
  },
};
