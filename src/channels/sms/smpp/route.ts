import type { Bind } from './bind.ts'

type Way = Pick<Bind, 'isUp' | 'isBusy'> & { gateway: Pick<Bind['gateway'], 'prefixes' | 'name'> }

/**
 * The binds that are up, in the order in which they are asked to take a message to this number: its own operator (the longest prefix),
 * those of no particular numbers, the others; whoever asked for less comes after those who did not.
 * @param to a number in international form
 */
export function inOrder<One extends Way>(binds: readonly One[], to: string): One[] {
  const rank = (one: One): number => {
    const { prefixes } = one.gateway
    const longest = Math.max(0, ...prefixes.filter((prefix) => to.startsWith(prefix)).map(({ length }) => length))
    return (one.isBusy() ? -1_000 : 0) + (longest || (prefixes.length === 0 ? 0 : -1))
  }
  return binds
    .filter((one) => one.isUp())
    .toSorted((one, other) => rank(other) - rank(one) || one.gateway.name.localeCompare(other.gateway.name))
}
