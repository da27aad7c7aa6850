import { openUnder } from '../../secrecy/sealed-under.ts'
import { saysSomething } from '../../intake/clean-text.ts'
import { type Hides, hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn, wishesAnything } from '../arrivals/raised-by.ts'
import type { Own } from '../sms/own-reports.ts'
import { asksAfter } from '../sms/understand/asks-after.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { actOnNew, actOnOwn } from './act.ts'
import type { Acted, Acting, FromAddress } from './acting.ts'
import { fileForADesk, type Unsure } from './file-mail.ts'
import { maybePerson, noteOfMaybe } from './maybe-person.ts'
import { type Letter, namedReport, ownReport } from './own-report.ts'
import { type AnotherMatter, anotherMatter } from './another-matter.ts'
import { otherMeant } from './other-meant.ts'
import { ownComplaint, ownReply } from './own-words.ts'
import { isNobody } from './read/judge-machine.ts'
import { trustOf } from './read/trust.ts'
import { rememberReply, repliedBefore } from './replied-before.ts'
import { sayInFront } from './say-in-front.ts'
import { countMail, senderHour } from './sender-hour.ts'
import { severalAsked } from './several-asked.ts'
import { withStars } from '../sms/understand/stars-beside.ts'
import type { TakeMailDeps, TakenMail } from './take-email.ts'
import { type MailUnderstood, understandReply, withoutMarks } from './understand-mail.ts'
import { understandTaken } from './understand-taken.ts'
import { forgetWish, rememberWish, wishedBefore } from './wished-before.ts'
import { isUnsure } from './unexplained.ts'
import { withdrawnByMail } from './withdrawn-by-mail.ts'

const t = wordsIn('id')

/**
 * What a person's mail wants, and what became of it. A name in From is anybody's: to act on a report takes the token of a letter that went
 * to this address; without it a mail files, asks, and, where its server vouches for the sender, adds words.
 */
export async function answerMail(deps: TakeMailDeps, acting: Acting, taken: TakenMail): Promise<Acted> {
  const { mail, letter, maybe } = taken
  if (!mail.from || isNobody(mail.from))
    return maybe && mail.from ? { outcome: 'refused', reason: maybe } : toTheDesk(acting, taken, 'no_sender')
  const trust = trustOf(mail, taken.boxes.find(({ name }) => name === taken.raw.box)?.trusts)
  // What only bears a name takes nothing from whoever has it.
  const isTheirs = trust !== 'failed'
  const hour = senderHour(deps.indexSecret, mail.from, acting.setting.now)
  const { isFlood } = isTheirs ? await countMail(acting.tx, hour) : { isFlood: false }
  const from = { ...acting, sender: mail.from, isVouched: trust === 'passed', isFlood }
  const at = { rules: acting.setting.rules, at: acting.receivedAt }
  const own = letter?.reportId ? await ownReport(acting.tx, deps.pair, letter.reportId, mail.from, at) : undefined
  if (maybe) {
    if (own) return noteOfMaybe(from, taken, own, maybe)
    return letter ? { outcome: 'refused', reason: maybe } : maybePerson(from, taken, maybe)
  }
  if (letter?.accountId) return toOfficer(deps, letter, mail.from)
  if (letter?.reportId)
    return own
      ? inThread({ ...from, heard: mail.subject }, taken, own)
      : ((await withdrawnByMail(from, taken, letter)) ?? notTheirs(deps, letter, mail.from))
  if (!isTheirs) return toTheDesk(acting, taken, 'failed_sender')
  if (mail.encrypted || mail.broken) return unreadable(from, taken)
  const named = await namedReport(acting.tx, deps.pair, mail, mail.from, at)
  const aboutOwn = named && (await withoutToken({ ...from, heard: mail.subject }, taken, named))
  return aboutOwn ?? (await withdrawnByMail(from, taken)) ?? newMail(from, taken)
}

async function inThread(from: FromAddress, taken: TakenMail, own: Own): Promise<Acted> {
  await hasMailboxAgain(from, own)
  if (taken.mail.encrypted)
    return { outcome: 'quarantined', reason: 'encrypted_reply', reportId: own.id, say: { template: 'unreadable' } }
  const hasPhotos = from.attachments !== undefined
  const said = ownReply(taken.mail, from.sender, own.awaits === 'details')
  const text = said || wishIn(taken.mail) || (hasPhotos ? t.mail_in_only_photos : '')
  if (!saysSomething(text) && bringsMore(taken))
    return { outcome: 'quarantined', reason: 'only_files', reportId: own.id, say: { template: 'left_out' } }
  if (!saysSomething(text)) return { outcome: 'refused', reason: 'empty', reportId: own.id, say: { template: 'help' } }
  const again = hasPhotos || bringsMore(taken) ? undefined : await repliedBefore(from, own, text)
  if (again) return again
  const asked = hasPhotos ? undefined : await severalAsked(from, text)
  if (asked) return asked
  const meant = otherMeant(text, from.own) ?? own
  const another = meant === own ? anotherMatter(own, taken.mail, text, keywordsOf(from.setting.directory)) : undefined
  if (another) return fileBeside(from, taken, own, another)
  const understood = withStars(understandReply(text, meant, hasPhotos), text, meant)
  const done = await actOnOwn(from, meant, understood, text)
  return withLeftOut(rememberReply(from, own, text, understood, done), taken)
}

/** Filed by itself, hidden as the whole mail asks and as what it answers; what stands before it is done to that. */
async function fileBeside(from: FromAddress, taken: TakenMail, own: Own, another: AnotherMatter): Promise<Acted> {
  const { front, subject, text } = another
  const atLeast = hiddenByAny([from.atLeast, wishesIn(`${taken.mail.subject}\n${front}\n${text}`)])
  const filed = await newMail({ ...from, atLeast }, { ...taken, mail: { ...taken.mail, subject, text } })
  const also = await sayInFront(from, own, front)
  return { ...filed, also: [...(filed.also ?? []), ...also] }
}

/** A subject that asks for secrecy says something, though nothing stands below it. */
function wishIn({ subject }: TakenMail['mail']): string {
  return wishesAnything(subject) ? withoutMarks(subject) : ''
}

/** Whoever answers a letter got it. */
async function hasMailboxAgain({ tx }: FromAddress, own: Own) {
  await tx
    .updateTable('identity.filing')
    .set({ mail_failed_at: null })
    .where('report_id', '=', own.id)
    .where('mail_failed_at', 'is not', null)
    .execute()
}

/** Their number and their address, but no letter of ours: what adds words needs a server that vouches for them, what decides a letter. */
async function withoutToken(from: FromAddress, taken: TakenMail, own: Own): Promise<Acted | undefined> {
  const vouched = from.isVouched
  const text = ownReply(taken.mail, from.sender, own.awaits === 'details') || taken.mail.subject
  const asked = vouched && from.attachments ? undefined : await severalAsked({ ...from, attachments: undefined }, text)
  if (asked) return asked
  const understood = understandReply(text, own, vouched && from.attachments !== undefined)
  if (understood.kind === 'withdraw' && !vouched)
    return actOnOwn({ ...from, attachments: undefined }, own, { ...understood, text: undefined }, '')
  if (['status', 'withdraw', 'lower'].includes(understood.kind))
    return actOnOwn(vouched ? from : { ...from, attachments: undefined }, own, understood, text)
  const addsWords = understood.kind === 'reply' || understood.kind === 'not_done'
  if (understood.kind === 'raise' && vouched) return actOnOwn(from, own, understood, text)
  if (addsWords && vouched) return withLeftOut(await actOnOwn(from, own, understood), taken)
  if (vouched && isUnsure(understood, text, own)) return actOnOwn(from, own, understood, text)
  const isComplaint = addsWords && text.length > 160 && !asksAfter(text)
  if (isComplaint || understood.kind === 'help') return undefined
  return { outcome: 'command', reason: 'unsure_sender', reportId: own.id, say: { template: 'reply_to_this' } }
}

async function newMail(before: FromAddress, taken: TakenMail): Promise<Acted> {
  const wished = await wishedBefore(before)
  const from = { ...before, atLeast: hiddenByAny([before.atLeast, wished]) }
  const understood = understandTaken(from, taken)
  const { mail, raw } = taken
  const isBegun = understood.kind === 'keyword_alone' || asksWhatHappened(understood)
  const tellsNothing = understood.kind === 'nothing' || asksWhatHappened(understood)
  // What they say stands in a file that we cannot open: a human looks, and the mail stays.
  if (tellsNothing && bringsMore(taken) && !from.isFlood) {
    const words = { subject: mail.subject, text: ownComplaint(mail, from.sender, raw.cut), sender: from.sender }
    return { ...(await fileForADesk(from, words, 'only_files')), say: { template: 'left_out' } }
  }
  if (isBegun) await rememberWish(from, [mail.subject, ownComplaint(mail, from.sender)])
  const done = await actOnNew(from, withWish(understood, wished))
  if (done.outcome === 'report') await forgetWish(from)
  return withLeftOut(done, taken)
}

/** Files that nobody here can open, or pictures that were taken for a logo. */
function bringsMore({ fewer, mail }: TakenMail): boolean {
  return fewer > 0 || mail.decorations > 0
}

function asksWhatHappened(understood: MailUnderstood): boolean {
  return understood.kind === 'ask' && understood.question === 'what_happened'
}

/** Where the same was said before in the open, that report hears the wish too. */
function withWish(understood: MailUnderstood, { anonymous, confidential }: Hides): MailUnderstood {
  const raise = confidential ? 'confidential' : anonymous ? 'anonymous' : undefined
  return understood.kind === 'file' && raise ? { raise, ...understood } : understood
}

/** Whoever sent more than could be kept hears of it, once the rest is safe. */
function withLeftOut(done: Acted, { fewer }: TakenMail): Acted {
  const isKept = done.outcome === 'report' || done.outcome === 'reply'
  return isKept && fewer > 0 ? { ...done, say: { template: 'left_out' } } : done
}

async function unreadable(from: FromAddress, { mail, raw }: TakenMail): Promise<Acted> {
  const text = mail.encrypted ? '' : ownComplaint(mail, from.sender, raw.cut)
  const words = { subject: mail.subject, text, ...(from.isFlood ? {} : { sender: from.sender }) }
  const done = await fileForADesk(from, words, mail.encrypted ? 'encrypted' : 'unreadable')
  return mail.encrypted ? { ...done, say: { template: 'unreadable' } } : done
}

function toTheDesk(acting: Acting, taken: TakenMail, reason: Unsure): Promise<Acted> {
  const { mail, raw } = taken
  const said = ownComplaint(mail, mail.from, raw.cut)
  const isShown = acting.attachments ? t.mail_in_only_photos : bringsMore(taken) ? t.mail_in_only_files : ''
  return fileForADesk(acting, { subject: mail.subject, text: saysSomething(said) ? said : isShown }, reason)
}

/** Officers act at their desk, where it is known who they are. */
function toOfficer({ pair }: TakeMailDeps, { sealedTo }: Letter, sender: string): Acted {
  const isTheirs = openUnder(pair, sealedTo) === sender
  return { outcome: 'refused', reason: 'office', ...(isTheirs ? { say: { template: 'desk_only' } } : {}) }
}

/** The letter went to another address; or to this one, about a report that did not come by mail. */
function notTheirs({ pair }: TakeMailDeps, { sealedTo }: Letter, sender: string): Acted {
  const isTheirs = openUnder(pair, sealedTo) === sender
  return { outcome: 'refused', reason: 'other_address', say: { template: isTheirs ? 'on_page' : 'other_address' } }
}
