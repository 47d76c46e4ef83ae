import { startTransition, useEffect, useState } from 'react';
import { isFirstLook } from '../api/calm.js';

/** More than fit on the screens of offices. */
const SCREENFUL = 16;

/** Of many rows those that are seen at once are drawn at once when the program begins; the others follow where the machine has time. */
export function useScreenful<Row>(rows: readonly Row[]): { readonly drawn: readonly Row[]; readonly isWhole: boolean } {
  const [isAll, setAll] = useState(() => !isFirstLook());
  const isWhole = isAll || rows.length <= SCREENFUL;
  useEffect(() => {
    if (isAll) return undefined;
    // The frame after the first rows is theirs.
    const frame = requestAnimationFrame(() => startTransition(() => setAll(true)));
    return () => cancelAnimationFrame(frame);
  }, [isAll]);
  return { drawn: isWhole ? rows : rows.slice(0, SCREENFUL), isWhole };
}
