import { misnamed } from '@soquy/kernel/rehearsal.js';
import { agency } from './agency/agency.decider.js';
import { agencyEvents } from './agency/agency.events.js';
import { agencyNext, agencySummary } from './agency/agency.summary.js';
import { calendar } from './calendar/calendar.decider.js';
import { calendarEvents } from './calendar/calendar.events.js';
import { calendarNext, calendarSummary } from './calendar/calendar.summary.js';
import { legalDocument } from './legal-document/legal-document.decider.js';
import { legalDocumentEvents } from './legal-document/legal-document.events.js';
import { legalDocumentNext, legalDocumentSummary } from './legal-document/legal-document.summary.js';
import { placeMap } from './place-map/place-map.decider.js';
import { placeMapEvents } from './place-map/place-map.events.js';
import { placeMapNext, placeMapSummary } from './place-map/place-map.summary.js';
import { rule } from './rule/rule.decider.js';
import { ruleEvents } from './rule/rule.events.js';
import { ruleNext, ruleSummary } from './rule/rule.summary.js';

describe('what may follow each status, and nothing else', () => {
  it('of an agency', () => {
    const registration = { agencyId: 'tra-vinh', name: 'Sở', kind: 'department', effectiveOn: '2020-01-01' } as const;
    const disagreements = misnamed(
      { decider: agency, events: agencyEvents, summary: agencySummary, next: agencyNext },
      {
        reach: { none: [[]], registered: [[['RegisterAgency', registration]]] },
        wishes: {
          RegisterAgency: [registration],
          RenameAgency: [{ agencyId: 'tra-vinh', name: 'Sở Công Thương', effectiveOn: '2020-02-01' }],
        },
      },
    );
    expect(disagreements).toEqual([]);
  });

  it('of a calendar', () => {
    const year = { year: 2026, holidays: [], workingWeekendDays: [], source: 'Thông báo', effectiveOn: '2025-11-01' };
    const disagreements = misnamed(
      { decider: calendar, events: calendarEvents, summary: calendarSummary, next: calendarNext },
      {
        reach: { none: [[]], published: [[['PublishCalendarYear', year]]] },
        wishes: { PublishCalendarYear: [{ ...year, source: 'Thông báo khác', effectiveOn: '2025-12-01' }] },
      },
    );
    expect(disagreements).toEqual([]);
  });

  it('of a list of provinces', () => {
    const list = {
      codeSystem: 'QD19-2025',
      validFrom: '2025-07-01',
      provinces: [{ code: '01', name: 'Hà Nội' }],
      source: 'QĐ 19/2025',
      effectiveOn: '2025-07-01',
    } as const;
    const published = { ...list, provinces: [...list.provinces] };
    const disagreements = misnamed(
      { decider: placeMap, events: placeMapEvents, summary: placeMapSummary, next: placeMapNext },
      {
        reach: { none: [[]], published: [[['PublishPlaceMap', published]]] },
        wishes: { PublishPlaceMap: [{ ...published, source: 'QĐ khác', effectiveOn: '2025-08-01' }] },
      },
    );
    expect(disagreements).toEqual([]);
  });

  it('of a rule', () => {
    const version = { ruleId: 'fund.rate', value: 1, source: 'NĐ 45', status: 'verified' } as const;
    const first = { ...version, validFrom: '2021-01-01', effectiveOn: '2021-01-01' };
    const disagreements = misnamed(
      { decider: rule, events: ruleEvents, summary: ruleSummary, next: ruleNext },
      {
        reach: { none: [[]], recorded: [[['RecordRuleVersion', first]]] },
        wishes: {
          RecordRuleVersion: [{ ...version, validFrom: '2022-01-01', effectiveOn: '2022-01-01' }],
          EndRuleVersion: [{ ruleId: 'fund.rate', validFrom: '2021-01-01', validTo: '2021-12-31', effectiveOn: '2021-12-01' }],
        },
      },
    );
    expect(disagreements).toEqual([]);
  });

  it('of a legal document', () => {
    const document = { legalDocumentId: 'nd-45', number: '45/2021/NĐ-CP', title: 'Quỹ HTX', issuer: 'Chính phủ' };
    const recorded = { ...document, effectiveOn: '2021-03-31' };
    const repeal = { legalDocumentId: 'nd-45', effectiveOn: '2025-01-01' };
    const disagreements = misnamed(
      { decider: legalDocument, events: legalDocumentEvents, summary: legalDocumentSummary, next: legalDocumentNext },
      {
        reach: {
          none: [[]],
          recorded: [[['RecordLegalDocument', recorded]]],
          repealed: [
            [
              ['RecordLegalDocument', recorded],
              ['RepealLegalDocument', repeal],
            ],
          ],
        },
        wishes: {
          RecordLegalDocument: [{ ...recorded, title: 'Quỹ HTX khác' }],
          RepealLegalDocument: [{ ...repeal, effectiveOn: '2025-02-01' }],
        },
      },
    );
    expect(disagreements).toEqual([]);
  });
});
