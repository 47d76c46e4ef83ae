import type { Batch } from './batch.js';

/** How many rows are recorded by their receipts, and how many of them stand in the register, each as another one of it. */
export function provenOf({ recorded }: Pick<Batch, 'recorded'>, register: readonly { readonly id: string }[]) {
  const ids = new Set(register.map(({ id }) => id));
  const receipts = Object.values(recorded).map(({ objectId }) => objectId);
  return { found: [...new Set(receipts)].filter((id) => ids.has(id)).length, of: receipts.length };
}
