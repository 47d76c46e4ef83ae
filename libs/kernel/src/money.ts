/** `numerator / denominator` rounded half-up (away from zero at .5) to a whole number; exact, in BigInt. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new Error('assertion: the denominator must be positive');
  const sign = numerator < 0n ? -1n : 1n;
  const absolute = numerator * sign;
  return sign * ((2n * absolute + denominator) / (2n * denominator));
}

/** Percent of a ratio, half-up to two decimals: (12, 30) -> 40, (45, 121) -> 37.19. Undefined over zero. */
export function percentHalfUp(numerator: number | bigint, denominator: number | bigint): number | undefined {
  if (BigInt(denominator) === 0n) return undefined;
  const sign = BigInt(denominator) < 0n ? -1n : 1n;
  return Number(divideHalfUp(BigInt(numerator) * 10_000n * sign, BigInt(denominator) * sign)) / 100;
}

/** A whole number of đồng that survives JSON; anything else is a bug of ours. */
export function toVnd(amount: bigint): number {
  const vnd = Number(amount);
  if (!Number.isSafeInteger(vnd)) throw new Error(`assertion: ${amount} đồng is beyond a safe integer`);
  return vnd;
}
