import type { LetIn } from './let-nobody-in.ts'
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
  if (raised.erased > 0)
    lines.push(
      'What was erased is empty; the worker records it in the ledger when it starts, and "lapor audit verify" misses those words until then.',
    )
  if (raised.hiddenInstead > 0)
    lines.push(
      `${raised.hiddenInstead} could not be withdrawn or kept back any more from where the backup has them: they are confidential instead.`,
    )
  if (raised.reworded > 0)
    lines.push(
      `${raised.reworded} had words taken out of what the public reads, which the backup still has: they are confidential until their reporters show them again.`,
    )
  if (raised.unresolved > 0)
    lines.push(
      `${raised.unresolved} accuse an office or a person that the backup does not know: the national desk alone has them until it settles who that is.`,
    )
  return `${lines.join('\n')}\n`
}

/** Whom nothing lets in again, and what the ledgers cannot know. */
export function sayLetIn({ accounts, tokens, openings, until }: LetIn): string {
  const signedOut = 'Everybody is signed out, and no link of an SMS opens anything any more.'
  if (!until)
    return `${signedOut}\nThere is no keys/access.jsonl: who was moved, disabled or revoked after the backup gets in again until you see to it ("lapor staff transfer", "lapor staff disable", "lapor token revoke"), and reporters read that the ledger knows nothing since.\n`
  const known = `From keys/access.jsonl, whole until ${until.toISOString()}: accounts ${accounts} as they were later, tokens ${tokens} revoked again, openings ${openings} in the ledger again.`
  return `${signedOut}\n${known}\nWhat was revoked after that gets in again until you see to it.\n`
}
