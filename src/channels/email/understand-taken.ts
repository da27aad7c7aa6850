import { saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { asNew } from '../asked/as-new.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { asksToWithdraw } from '../sms/understand/withdraw.ts'
import type { FromAddress } from './acting.ts'
import { tagOf } from './mailboxes.ts'
import { ownComplaint } from './own-words.ts'
import type { TakenMail } from './take-email.ts'
import { type MailUnderstood, understandNew } from './understand-mail.ts'

const t = wordsIn('id')

/** What a mail wants that is about no report of its sender. */
export function understandTaken(from: FromAddress, { mail, raw, boxes }: TakenMail): MailUnderstood {
  const keywords = keywordsOf(from.setting.directory)
  const text = ownComplaint(mail, from.sender, raw.cut)
  const hasPhotos = from.attachments !== undefined
  const isOnlyPhotos = hasPhotos && !saysSomething(text) && !saysSomething(mail.subject)
  const tag = tagOf(boxes, mail.to)
  const said = isOnlyPhotos ? t.mail_in_only_photos : saysSomething(text) ? text : ''
  const understood = understandNew(mail.subject, said, keywords, { tag, hasPhotos })
  // Whoever answers under a number that is not theirs has said something all the same.
  return (understood.kind === 'ask' && !asksToWithdraw(text) && asNew(text, keywords)) || understood
}
