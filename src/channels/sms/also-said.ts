import type { Setting } from '../../agencies/setting.ts'
import type { Tx } from '../../report/as.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import { asReporter } from './as-reporter.ts'
import type { SameReport } from './same-said.ts'
import type { Understood } from './understand/understood.ts'

/** Whoever says it again and again within an hour is believed. */
const mostNotes = 2
const done = { outcome: 'reply' } as const

/**
 * What stands in front of the very same words when they are said again: a wish for secrecy hides the report that they are, an office's keyword is told
 * to the desk, which has it. By whatever door.
 */
export async function alsoSaid(
  { tx, setting }: { tx: Tx; setting: Setting },
  same: SameReport,
  { raise, agencyId }: Pick<Extract<Understood, { kind: 'file' }>, 'raise' | 'agencyId'>,
) {
  if (!same.isSame) return
  if (raise)
    await asReporter(tx, same.id, done, (actor) => raiseSecrecy(tx, actor, same.id, { [raise]: true }, setting))
  const keyword = setting.directory.agencies.find(({ id }) => id === agencyId)?.smsKeyword
  if (!keyword || same.door !== null || same.stage !== 'received' || same.times > mostNotes) return
  await tellReport({ tx, setting }, same.id, { text: wordsIn('id').sms_keyword_meant(keyword), isNote: true }, done)
}
