import type { Raised } from './raise-floors.ts'

const always = [
  ['hidden', 'hidden again'],
  ['accused', 'whom they accuse is locked out again'],
  ['withdrawn', 'withdrawn again'],
  ['embargoed', 'kept from publication again'],
  ['erased', 'erased again'],
] as const

/** What a restore raised, one line each for whoever runs it; how many reports, never which. */
export function sayRaised(raised: Raised): string {
  const counted = always.map(([what, words]) => `${raised[what]} ${words}`).join(', ')
  const lines = [`From keys/floor.jsonl, as it was after the backup: reports ${counted}.`]
  if (raised.hiddenInstead > 0)
    lines.push(
      `${raised.hiddenInstead} could not be withdrawn or kept back any more from where the backup has them: they are confidential instead.`,
    )
  if (raised.unresolved > 0)
    lines.push(
      `${raised.unresolved} accuse an office or a person that the backup does not know: the national desk alone has them until it settles who that is.`,
    )
  return `${lines.join('\n')}\n`
}
