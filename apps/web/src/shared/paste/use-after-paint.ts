import { startTransition, useEffect, useState } from 'react';

/** A value once what goes before it stands on the screen; until then the one before. */
export function useAfterPaint<Value>(value: Value, before: Value): Value {
  const [shown, show] = useState(before);
  useEffect(() => {
    let timer: number | undefined;
    // The frame is painted after its own callbacks: a task of its own comes behind it.
    const frame = window.requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => show(() => value)));
    });
    return () => {
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [value]);
  return shown;
}
