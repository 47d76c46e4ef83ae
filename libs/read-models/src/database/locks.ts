/** Advisory locks of the read side: any numbers, the same in every process. */
export const LOCKS = {
  migration: 7_205_521,
  /** One rebuild at a time in all processes. */
  rebuild: 7_205_522,
} as const;
