/** A row that a table cannot hold; `position` is that of the event it comes from. */
export class RefusedRow extends Error {
  constructor(
    readonly position: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** SQLSTATE classes 22 and 23: a value the tables cannot hold. Waiting mends nothing. */
export const isDataError = (error: unknown): boolean => {
  if (error instanceof RefusedRow) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.length === 5 && (code.startsWith('22') || code.startsWith('23'));
};
