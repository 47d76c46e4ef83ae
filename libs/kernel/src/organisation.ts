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

/** Four sector groups of NĐ 113/2024 (domain.md P1). */
export const SECTORS = ['agriculture', 'industryConstruction', 'finance', 'tradeServices'] as const;
export type Sector = (typeof SECTORS)[number];

/** An organisation as it was on the day of a fact; stored inside the fact that names it, so old figures keep their dimensions. */
export interface OrganisationSnapshot {
  readonly organisationId: string;
  readonly type: OrganisationType;
  readonly sector: Sector;
  /** Province code with its system, e.g. `TCTK63:84` or `QD19-2025:86`. */
  readonly place: string;
}
