/** A figure over the repeats of a run, with the least and the most. */
export type Figure = { median: number; least: number; most: number }

/** @throws RangeError without values */
export function figureOf(values: readonly number[]): Figure {
  const sorted = values.toSorted((one, other) => one - other)
  const [least] = sorted
  const most = sorted.at(-1)
  if (least === undefined || most === undefined) throw new RangeError('no values')
  return { median: quantile(values, 0.5), least, most }
}

/** Between two values when it falls there. @param share 0.5 is the median, 0.95 the p95 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)]
  const above = sorted[Math.ceil(at)]
  if (below === undefined || above === undefined) throw new RangeError('no values')
  return below + (above - below) * (at - Math.floor(at))
}

/** Pair by pair: what stood beside each other in one repeat is compared, so a noisy moment weighs on both. */
export function ratios(values: readonly number[], beside: readonly number[]): number[] {
  return values.map((value, index) => value / (beside[index] ?? Number.NaN))
}
