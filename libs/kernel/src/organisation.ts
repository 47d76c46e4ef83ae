import type { Words } from './words.js';

/** HTX, THT, liên hiệp HTX, quỹ tín dụng nhân dân, doanh nghiệp, cơ sở CNNT / hộ kinh doanh (domain.md S1, glossary). */
export const ORGANISATION_TYPES = [
  'cooperative',
  'cooperativeGroup',
  'cooperativeUnion',
  'peoplesCreditFund',
  'enterprise',
  'household',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

export const organisationTypeWords: Readonly<Record<OrganisationType, Words>> = {
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  cooperativeGroup: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
  cooperativeUnion: { vi: 'Liên hiệp hợp tác xã', en: 'Cooperative union' },
  peoplesCreditFund: { vi: 'Quỹ tín dụng nhân dân', en: "People's credit fund" },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  household: { vi: 'Cơ sở công nghiệp nông thôn, hộ kinh doanh', en: 'Rural industrial unit, household business' },
};

/** Four sector groups of NĐ 113/2024 (domain.md P1). */
export const SECTORS = ['agriculture', 'industryConstruction', 'finance', 'tradeServices'] as const;
export type Sector = (typeof SECTORS)[number];

export const sectorWords: Readonly<Record<Sector, Words>> = {
  agriculture: { vi: 'Nông, lâm, ngư, diêm nghiệp', en: 'Agriculture, forestry, fishery and salt' },
  industryConstruction: { vi: 'Công nghiệp, xây dựng', en: 'Industry and construction' },
  finance: { vi: 'Tín dụng', en: 'Finance' },
  tradeServices: { vi: 'Thương mại, dịch vụ', en: 'Trade and services' },
};

/** An organisation as it was on the day of a fact; stored inside the fact that names it, so old figures keep their dimensions. */
export interface OrganisationSnapshot {
  readonly organisationId: string;
  readonly type: OrganisationType;
  readonly sector: Sector;
  /** Province code with its system, e.g. `TCTK63:84` or `QD19-2025:86`. */
  readonly place: string;
}
