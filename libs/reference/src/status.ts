/** Verified: seen in a copy of the legal text. Unverified: known from elsewhere, to be checked before anyone relies on it. */
export const STATUSES = ['verified', 'unverified'] as const;
export type Status = (typeof STATUSES)[number];
