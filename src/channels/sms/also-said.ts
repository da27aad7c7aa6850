import type { Setting } from '../../agencies/setting.ts'
import type { Tx } from '../../report/as.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { type Hides, hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import { asReporter } from './as-reporter.ts'
import type { SameReport } from './same-said.ts'
import type { Understood } from './understand/understood.ts'

/** Whoever says it again and again within an hour is believed. */
const mostNotes = 2
const done = { outcome: 'reply' } as const

/**
 * What stands beside the same words when they are said again: a wish for secrecy, wherever in them, hides the report that they are, or nearly are; an
 * office's keyword in front of the very same is told to the desk, which has it. By whatever door.
 */
export async function alsoSaid(
  { tx, setting, heard, atLeast }: { tx: Tx; setting: Setting; heard?: string; atLeast?: Hides },
  same: SameReport,
  { text, raise, agencyId }: Pick<Extract<Understood, { kind: 'file' }>, 'text' | 'raise' | 'agencyId'>,
) {
  const asked = raise && { anonymous: false, confidential: false, [raise]: true }
  const wished = hiddenByAny([asked, atLeast, wishesIn(text), wishesIn(heard ?? '')])
  if (wished.anonymous || wished.confidential)
    await asReporter(tx, same.id, done, (actor) => raiseSecrecy(tx, actor, same.id, wished, setting))
  if (!same.isSame) return
  const office = agencyId ? setting.directory.agency(agencyId) : undefined
  const keyword = office && (office.smsKeyword ?? office.shortName ?? office.name)
  if (!keyword || same.door !== null || same.stage !== 'received' || same.times > mostNotes) return
  await tellReport({ tx, setting }, same.id, { text: wordsIn('id').sms_keyword_meant(keyword), isNote: true }, done)
}
