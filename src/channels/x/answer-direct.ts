import { saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { idsIn } from '../../report/ids-in.ts'
import { withoutLinks } from '../arrivals/without-links.ts'
import { withAsked } from '../asked/with-asked.ts'
import { act, type FileIt } from '../sms/act.ts'
import type { Acted } from '../sms/acting.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { understand } from '../sms/understand/understand.ts'
import { besideShown } from '../arrivals/beside-shown.ts'
import { commanded } from './commanded.ts'
import { fileFromX } from './file-from-x.ts'
import { gapOf, type OnXActing } from './on-x.ts'
import { type Direct, showsSomething } from './post.ts'
import { wordsSaid } from './understand/addressed.ts'

const question = 'what_happened'

/**
 * A direct message says what an SMS does: details, an answer to our question, a judgement, a command, a report. One in which there is
 * nothing is answered with what may be written.
 */
export async function answerDirect(acting: OnXActing, direct: Direct): Promise<Acted> {
  const { handle } = direct
  const said = wordsSaid(direct.text, acting.us)
  const shows = showsSomething(direct)
  const from = { ...acting, heard: said }
  const isWordless = !saysSomething(shows ? said : withoutLinks(said))
  if (isWordless && !shows && !said) return act(from, { kind: 'nothing' })
  const asked = from.own.find(({ awaits }) => awaits === 'details')
  // Our own messages end with such a link.
  const named = isWordless && idsIn(said).find((id) => from.own.some(({ trackingId }) => trackingId === id))
  if (named) return act(from, { kind: 'status', trackingId: named })
  if (isWordless)
    return asked
      ? act(from, { kind: 'reply', trackingId: asked.trackingId, text: (said || wordsIn('id').x_photos) + gapOf(from) })
      : { outcome: 'asked', reason: question, asked: { question }, say: { template: question } }
  const keywords = keywordsOf(from.setting.directory)
  const meant = understand(said, keywords, from.own)
  const understood = shows ? besideShown(from, meant, said) : meant
  const isReply = understood.kind === 'reply' || understood.kind === 'not_done'
  const whole = isReply ? { ...understood, text: understood.text + gapOf(from) } : understood
  const file: FileIt = (by, report) => fileFromX({ ...from, ...by }, report, { handle })
  // "Tolong dicek" beside a picture answers no question of ours.
  if (understood !== meant) return act(from, whole, file)
  return withAsked(from, { text: said, keywords, understood }, (settled, { atLeast }) =>
    settled === understood ? commanded(from, whole, said, file) : act({ ...from, atLeast }, settled, file),
  )
}
