import type { Hides } from '../arrivals/plain-intake.ts'

/** What hides its words hides more than what hides who wrote them. */
export function rank({ hides }: { hides: Hides }): number {
  return hides.confidential ? 2 : hides.anonymous ? 1 : 0
}

/** The most hidden of these, the newest of several; undefined of none. */
export function mostHidden<One extends { hides: Hides }>(some: readonly One[]): One | undefined {
  return [...some].sort((one, other) => rank(other) - rank(one))[0]
}
