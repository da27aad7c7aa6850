/** When a post or message was written: ids of X hold the millisecond in which they were given. */
export function writtenAt(id: string): Date {
  return new Date(Number(BigInt(id) >> 22n) + 1_288_834_974_657)
}
