import { wordsIn } from '../../ui/words/index.ts'
import type { Wording } from '../wording/delivered.ts'
import type { Placeholder } from '../wording/fill.ts'

/** How pressing a report in a digest is, the most urgent first; each is counted under a name of its own. */
export const urgencies = ['late', 'soon', 'other'] as const
export type Urgency = (typeof urgencies)[number]

export const countedAs = {
  late: 'lewat_tenggat',
  soon: 'hampir_tenggat',
  other: 'lainnya',
} as const satisfies Record<Urgency, Placeholder>

const t = wordsIn('id')

/** What a digest says itself, as a desk edits it: its day and how many reports there are of each urgency. Its lines are the subjects of its letters. */
export function deliveredDigest(): Wording {
  const counts = urgencies.map((urgency) => `[${t[`digest_${urgency}`](`{${countedAs[urgency]}}`)}]`)
  return { subject: t.digest_title, words: `${t.digest_heading('{tanggal}')}\n\n${counts.join('\n')}` }
}
