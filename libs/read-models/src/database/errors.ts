/** SQLSTATE classes 22 and 23: a value the tables cannot hold. Waiting mends nothing. */
export const isDataError = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.length === 5 && (code.startsWith('22') || code.startsWith('23'));
};
