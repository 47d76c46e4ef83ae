import type { ValueTransformer } from 'typeorm';

/** PostgreSQL's 64-bit numbers come as text; ours are safe integers. */
export const wholeNumber: ValueTransformer = {
  from: (stored: string | number | null) => (stored === null ? null : Number(stored)),
  to: (value: number | null) => value,
};
