import { saysSomething } from '../../intake/clean-text.ts'
import type { SmsAlone, SmsAnswer } from '../../notifications/table.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { carryOut } from '../asked/carry-out.ts'
import type { Decision } from '../asked/kept.ts'
import { withAsked } from '../asked/with-asked.ts'
import { act } from '../sms/act.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import { rememberReply, repliedBefore } from '../sms/replied-before.ts'
import { toOmbudsman } from '../sms/to-ombudsman.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { understand } from '../sms/understand/understand.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { besideShown, namesOwn } from './beside-shown.ts'
import { fileSaid } from './file-said.ts'
import { isShown } from './shown.ts'
import { tellReport } from './tell-report.ts'

/** What was said of it where we had asked, and which report that names. */
type Taken = { decision: string | null; about: string | null; asked: string | null }

const question = 'what_happened'

/**
 * Does what a message says and shows, whatever its door: an answer to our question, a verdict, a consent, a command, a report; the very same
 * reply twice once. One that only shows something answers what an office asked, or is asked about, and is never refused.
 */
export async function answerSaid(
  from: FromSender,
  text: string,
  { decision, about, asked }: Taken,
): Promise<Acted<SmsAnswer | SmsAlone>> {
  const keywords = keywordsOf(from.setting.directory)
  const isWordless = !saysSomething(text) && isShown(from)
  if (decision) {
    const decided = { decision: decision as Decision, about, asked }
    const isTold = decision === 'note' || decision === 'reply'
    if (isWordless && !isTold) return fileSaid(from, { kind: 'file', text: '' })
    const words = isWordless ? wordsIn('id').shown_beside : text
    const done = await carryOut(from, { text: words, keywords }, decided, fileSaid)
    return isWordless ? done : rememberReply(from, { text, meant: { asked } }, done)
  }
  if (isWordless) return answerWordless(from)
  if (!saysSomething(text)) return act(from, { kind: 'nothing' })
  const before = isShown(from) ? undefined : ((await toOmbudsman(from, text)) ?? (await repliedBefore(from, text)))
  if (before) return before
  const meant = understand(text, keywords, from.own)
  const understood = isShown(from) ? besideShown(from, meant, text) : meant
  // "Tolong dicek" beside a picture answers no question of ours.
  if (understood !== meant) return act(from, understood)
  const done = await withAsked(from, { text, keywords, understood }, (settled, by) => commanded(by, settled, text))
  return isShown(from) ? done : rememberReply(from, { text, meant: understood }, done)
}

function answerWordless(from: FromSender): Promise<Acted> | Acted {
  const asked = from.own.find(({ awaits }) => awaits === 'details')
  if (!asked) return { outcome: 'asked', reason: question, asked: { question }, say: { template: question } }
  return act(from, { kind: 'reply', trackingId: asked.trackingId, text: wordsIn('id').shown_beside })
}

/** What is shown beside a command about a report of theirs is seen by its office. */
async function commanded(from: FromSender, understood: Understood, words: string): Promise<Acted> {
  const tells = understood.kind === 'reply' || understood.kind === 'not_done'
  const report =
    !tells && isShown(from) && namesOwn(understood, from.own) && 'trackingId' in understood
      ? from.own.find(({ trackingId }) => trackingId === understood.trackingId)
      : undefined
  if (report) await tellReport(from, report.id, { text: words, isNote: true }, { outcome: 'reply' })
  return act(from, understood)
}
