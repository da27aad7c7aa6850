/** Days from here on are drawn as one. */
export const lastDrawn = 15

/**
 * A distribution as it is drawn. `share`: of the tallest bar, 0 to 1; `half`: the working day by which half were done;
 * `inTime`: how many were done by `allowance`.
 */
export function paceModel(days: ReadonlyMap<number, number>, allowance: number) {
  const ordered = [...days].sort(([one], [other]) => one - other)
  const total = ordered.reduce((sum, [, n]) => sum + n, 0)
  const inTime = ordered.reduce((sum, [day, n]) => (day <= allowance ? sum + n : sum), 0)
  const drawn = new Map<number, number>()
  for (const [day, n] of ordered) {
    const column = Math.min(day, lastDrawn)
    drawn.set(column, (drawn.get(column) ?? 0) + n)
  }
  const tallest = Math.max(1, ...drawn.values())
  let passed = 0
  const half = ordered.find(([, n]) => (passed += n) * 2 >= total)?.[0] ?? 0
  return { bars: [...drawn].map(([day, n]) => ({ day, n, share: n / tallest })), total, half, inTime }
}
