import { saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { withAsked } from '../asked/with-asked.ts'
import { act, type FileIt } from '../sms/act.ts'
import type { Acted } from '../sms/acting.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { understand } from '../sms/understand/understand.ts'
import { besidePictures } from './beside-pictures.ts'
import { commanded } from './commanded.ts'
import { fileFromX } from './file-from-x.ts'
import { gapOf, type OnXActing } from './on-x.ts'
import type { Direct } from './post.ts'
import { wordsSaid } from './understand/addressed.ts'

const question = 'what_happened'

/** A direct message says what an SMS does: details, an answer to our question, a judgement, a command, a report. */
export async function answerDirect(acting: OnXActing, { text, pictures, handle }: Direct): Promise<Acted> {
  const said = wordsSaid(text, acting.us)
  const from = { ...acting, heard: said }
  const onlyPictures = !saysSomething(said) && pictures.length > 0
  if (!saysSomething(said) && !onlyPictures) return { outcome: 'refused', reason: 'empty' }
  const asked = from.own.find(({ awaits }) => awaits === 'details')
  if (onlyPictures)
    return asked
      ? act(from, { kind: 'reply', trackingId: asked.trackingId, text: wordsIn('id').x_photos + gapOf(from) })
      : { outcome: 'asked', reason: question, asked: { question }, say: { template: question } }
  const keywords = keywordsOf(from.setting.directory)
  const meant = understand(said, keywords, from.own)
  const understood = pictures.length > 0 ? besidePictures(from, meant, said) : meant
  const isReply = understood.kind === 'reply' || understood.kind === 'not_done'
  const whole = isReply ? { ...understood, text: understood.text + gapOf(from) } : understood
  const file: FileIt = (by, report) => fileFromX({ ...from, ...by }, report, { handle })
  // "Tolong dicek" beside a picture answers no question of ours.
  if (understood !== meant) return act(from, whole, file)
  return withAsked(from, { text: said, keywords, understood }, (settled, { atLeast }) =>
    settled === understood ? commanded(from, whole, said, file) : act({ ...from, atLeast }, settled, file),
  )
}
