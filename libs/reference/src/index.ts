import type { SliceModule } from '@soquy/platform';
import { AgencyModule } from './agency/agency.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { LegalDocumentModule } from './legal-document/legal-document.module.js';
import { PlaceMapModule } from './place-map/place-map.module.js';
import { RuleModule } from './rule/rule.module.js';

export type { Agency } from './agency/agency.decider.js';
export type { AgencyKind } from './agency/agency.events.js';
export type { CalendarYear, Holiday } from './calendar/calendar.events.js';
export type { LegalDocument } from './legal-document/legal-document.events.js';
export { CODE_SYSTEMS, type CodeSystem, type PlaceMapTable, type Province } from './place-map/place-map.events.js';
export { nameKey, sameName } from './places/names.js';
export { codeTraps, oldProvincesOf, parsePlace, provinceName, provinceOf, provincesNamed } from './places/provinces.js';
export {
  CENTRAL_AGENCY,
  publishedCommands,
  recordPublished,
  type PublishedCommand,
  type RecordCommand,
} from './published/record-published.js';
export { ReferenceBookFromLog } from './reference-book-from-log.js';
export type { RuleVersion } from './rule/rule.events.js';
export type { Status } from './status.js';

/** What rules depend on, recorded as facts like everything else (decision 0006). */
export const referenceSlices: readonly SliceModule[] = [
  AgencyModule,
  RuleModule,
  CalendarModule,
  PlaceMapModule,
  LegalDocumentModule,
];
