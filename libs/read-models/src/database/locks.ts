/** Advisory locks of the read side: any numbers, the same in every process. */
export const LOCKS = {
  migration: 7_205_521,
  /** One rebuild at a time in all processes. */
  rebuild: 7_205_522,
  /** With the hash of a slice's name: shared by all that rebuild it or wait to, so that every process sees it. */
  rebuilding: 7_205_523,
} as const;
