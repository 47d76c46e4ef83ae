/** Something that need not be done each time it is due: once within `ms`, or now. */
export function gathered(act: () => void, ms: number) {
  let timer: number | undefined;
  const now = () => {
    window.clearTimeout(timer);
    timer = undefined;
    act();
  };
  return {
    soon: () => void (timer ??= window.setTimeout(now, ms)),
    now,
    drop: () => window.clearTimeout(timer),
  };
}
