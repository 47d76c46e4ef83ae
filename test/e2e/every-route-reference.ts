import { addDays, weekday } from '@soquy/kernel';
import { publishedCommands } from '@soquy/reference';
import { step, type Step } from './every-route-step.js';

/** The agency itself, and what the law and the calendar say. */
export function referenceSteps(no: number): readonly Step[] {
  const agencyId = `{agency}`;
  const year = 2040 + no;
  const legalBasis = 'Quyết định 12/QĐ-LMHTX';
  return [
    step('agency', 'admin', 'agencies', {
      agencyId: `lien-minh-${no}`,
      name: `Liên minh Hợp tác xã số ${no}`,
      kind: 'alliance',
      place: 'QD19-2025:92',
      effectiveOn: '2026-01-05',
    }),
    step('agencyRenamed', 'admin', 'agencies/{agency}/names', { name: `Liên minh HTX thứ ${no}`, effectiveOn: '2026-01-06' }),
    step('rule', 'admin', 'rules', {
      agencyId,
      ruleId: `training.meal.day.lien-minh-${no}`,
      value: 60_000,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      source: legalBasis,
      status: 'verified',
      effectiveOn: '2026-01-07',
    }),
    step('ruleEnded', 'admin', 'rules/{rule}/endings', {
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
      effectiveOn: '2026-01-08',
    }),
    step('calendar', 'admin', 'calendars', {
      agencyId,
      year,
      holidays: [{ day: `${year}-01-01`, name: 'Tết Dương lịch' }],
      workingWeekendDays: [saturdayAfter(`${year}-01-02`)],
      unverifiedDays: [`${year}-01-01`],
      source: 'Bộ luật Lao động 2019',
      effectiveOn: '2026-01-07',
    }),
    step('placeMap', 'admin', 'place-maps', {
      ...currentPlaceMap(),
      source: `${legalBasis}-${no}`,
      effectiveOn: `2026-01-0${no}`,
    }),
    step('legalDocument', 'officer', 'legal-documents', {
      agencyId,
      legalDocumentId: `qd-12-qd-lmhtx-${no}`,
      number: '12/QĐ-LMHTX',
      title: 'Quy chế hỗ trợ thành viên',
      issuer: 'Liên minh Hợp tác xã',
      issuedOn: '2026-01-05',
      inForceOn: '2026-01-06',
      validTo: '2030-12-31',
      effectiveOn: '2026-01-05',
    }),
    step('legalDocumentRepealed', 'officer', 'legal-documents/{legalDocument}/repeals', {
      repealedBy: '30/QĐ-LMHTX',
      effectiveOn: '2026-06-01',
    }),
  ];
}

const SATURDAY = 6;

const saturdayAfter = (day: string): string => (weekday(day) === SATURDAY ? day : saturdayAfter(addDays(day, 1)));

/** A map of provinces is published whole, so what stands is published again under another source. */
function currentPlaceMap(): object {
  const [, map] = publishedCommands().find(([name, { codeSystem }]) => name === 'PublishPlaceMap' && codeSystem === 'QD19-2025')!;
  return map;
}
