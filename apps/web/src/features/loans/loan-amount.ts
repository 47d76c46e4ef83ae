/** What a loan is about in money, and the field that holds it: asked for, approved, or stated with the opening balance. */
export function amountOf(data: Readonly<Record<string, unknown>>): { readonly value: number; readonly path: string } | undefined {
  const { approval, statement, amountVnd } = data as {
    readonly approval?: { readonly amountVnd: number };
    readonly statement?: { readonly principalVnd: number };
    readonly amountVnd?: number;
  };
  if (approval) return { value: approval.amountVnd, path: 'approval.amountVnd' };
  if (amountVnd !== undefined) return { value: amountVnd, path: 'amountVnd' };
  return statement && { value: statement.principalVnd, path: 'statement.principalVnd' };
}
