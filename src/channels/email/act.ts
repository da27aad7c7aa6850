import { saysSomething } from '../../intake/clean-text.ts'
import type { MailAnswer } from '../../notifications/mail-answers.ts'
import { tellWhatWaits } from '../../notifications/tell-again.ts'
import type { Actor } from '../../report/actor.ts'
import { raiseAsked, raiseWished, tellReport } from '../arrivals/tell-report.ts'
import { asReporter } from '../sms/as-reporter.ts'
import type { Own } from '../sms/own-reports.ts'
import { howToWithdraw } from '../sms/how-to-withdraw.ts'
import { confirmWithStars, giveStars } from '../sms/stars.ts'
import type { Understood } from '../sms/understand/understood.ts'
import type { Acted, Acting, FromAddress } from './acting.ts'
import { fileMail, type ToFile } from './file-mail.ts'
import { starsBeside } from '../sms/understand/stars-beside.ts'
import { starsKept } from './stars-kept.ts'
import { decideUnsure, isUnsure, keepAsked, settleUnexplained } from './unexplained.ts'
import type { MailUnderstood } from './understand-mail.ts'

/**
 * Does what whoever filed this report wants with it, in the transaction that settles the arrival.
 * @param words all that was said
 */
export async function actOnOwn(from: Acting, own: Own, understood: Understood, words = ''): Promise<Acted> {
  const done = await carryOut(from, own, understood, words)
  await settleUnexplained(from, own, understood, done)
  return done
}

async function carryOut(from: Acting, own: Own, understood: Understood, words: string): Promise<Acted> {
  const { tx, setting, attachments } = from
  const acting = { ...from, heard: `${from.heard ?? ''}\n${words}` }
  if (understood.kind !== 'raise' && understood.kind !== 'raise_all') await hideAsWished(acting, own)
  const tellsIt = understood.kind === 'reply' || understood.kind === 'not_done'
  const isRated = understood.kind === 'rate' && starsBeside(words, own) !== undefined
  const isMaybe = isRated || isUnsure(understood, words, own)
  // A command that shows something: the office sees it, and nothing moves by it.
  if (attachments && !tellsIt && !isMaybe) await noteOn(acting, own, words)
  const sayIf = (done: Omit<Acted, 'say'>, template: MailAnswer): Acted => ({
    ...done,
    say: { template: done.outcome === 'reply' ? template : 'not_now' },
  })
  const does = async (template: MailAnswer, work: (actor: Actor) => Promise<unknown>): Promise<Acted> =>
    sayIf(await asReporter(tx, own.id, { outcome: 'reply' }, work), template)
  switch (understood.kind) {
    case 'reply':
    case 'not_done': {
      const isNote = understood.kind === 'reply' && understood.isNote
      return sayIf(await tellReport(acting, own.id, { text: understood.text, isNote }, { outcome: 'reply' }), 'noted')
    }
    case 'confirm': {
      const stars = await starsKept(tx, own.id)
      return does('thanks', async (actor) => {
        await raiseWished(acting, actor, own.id, words)
        return confirmWithStars(tx, actor, own.id, understood.rating ?? stars, setting)
      })
    }
    // An answer to a letter is about that letter's report.
    case 'raise':
    case 'raise_all':
      return does('noted', (actor) => raiseAsked(acting, actor, own.id, understood.what))
    case 'rate':
      // What is said beside the stars may be why it is not settled: they wait with it.
      if (isRated && own.awaits === 'judgement') return { ...keepAsked(own, 'yes_or_no'), rating: understood.rating }
      if (isRated) await noteOn(acting, own, words)
      return giveStars(tx, own, understood.rating, setting)
    case 'status':
      return { outcome: 'command', reportId: own.id, say: { template: 'status' } }
    case 'lower':
      return { outcome: 'command', reportId: own.id, say: { template: 'settings_page' } }
    case 'withdraw': {
      const template = howToWithdraw(own)
      if (!understood.text) return { outcome: 'command', reportId: own.id, say: { template } }
      const note = { text: understood.text, isNote: true }
      return sayIf(await tellReport(acting, own.id, note, { outcome: 'reply' }), template)
    }
    case 'ask': {
      if (understood.question === 'why_not' && own.awaits !== 'details' && !own.past) return refused(from, own)
      if (!isMaybe) return asked(own, understood.question)
      // Of an answer it may refuse it: kept until they say so, or for a day. Of anything else it is told to the office, and moves nothing.
      if (own.awaits === 'judgement') return keepAsked(own, 'yes_or_no')
      return sayIf(await noteOn(acting, own, words), 'yes_or_no')
    }
    case 'stop':
    case 'start':
      await hush(acting, own, understood.kind === 'stop')
      return {
        outcome: 'command',
        reportId: own.id,
        say: { template: understood.kind === 'stop' ? 'stopped' : 'started' },
      }
    // NILAI 5 and a wish: it is hidden already.
    case 'several':
      return actOnOwn(from, own, understood.each.at(-1) ?? { kind: 'help' }, words)
    default:
      return { outcome: 'command', reportId: own.id, say: { template: 'help' } }
  }
}

/** Whatever else a mail wants, what it asks to be hidden, in its subject too, is hidden first. */
function hideAsWished(acting: Acting, own: Own) {
  return asReporter(acting.tx, own.id, { outcome: 'reply' }, (actor) => raiseWished(acting, actor, own.id, ''))
}

function noteOn(acting: Acting, own: Own, words: string) {
  return tellReport(acting, own.id, { text: words, isNote: true }, { outcome: 'reply' })
}

/** BELUM alone: what they said of the answer before is why; else we ask. */
async function refused(from: Acting, own: Own): Promise<Acted> {
  if (!(await decideUnsure(from, own.id, 'reply'))) return keepAsked(own, 'why_not')
  return { outcome: 'command', reason: 'answered', reportId: own.id }
}

function asked(own: Own, question: MailAnswer): Acted {
  return { outcome: 'command', reason: question, reportId: own.id, say: { template: question } }
}

/** After MULAI whoever wrote hears what still waits for their word. */
async function hush({ tx, setting, pair }: Acting, own: Own, stop: boolean) {
  await tx
    .updateTable('identity.filing')
    .set({ mail_stopped_at: stop ? setting.now : null })
    .where('report_id', '=', own.id)
    .execute()
  if (!stop) await tellWhatWaits(tx, pair, own, setting.now)
}

/** Does what a mail wants that is about no report of its sender. */
export async function actOnNew(from: FromAddress, understood: MailUnderstood): Promise<Acted> {
  switch (understood.kind) {
    case 'file':
      return saysSomething(understood.text)
        ? fileMail(from, understood as ToFile)
        : { outcome: 'refused', reason: 'empty', say: { template: 'help' } }
    case 'keyword_alone':
      return { outcome: 'command', say: { template: 'what_happened' } }
    case 'ask': {
      const isOfNone = understood.question === 'no_such_report' && !understood.about && from.own.length === 0
      const template = isOfNone ? 'no_reports' : understood.question
      return { outcome: 'command', reason: template, say: { template, about: understood.about } }
    }
    // No report is found by an address alone: which one is meant, its number says, or our letter.
    case 'status':
      return { outcome: 'command', say: { template: understood.trackingId ? 'no_such_report' : 'no_reports' } }
    // By its sender's name alone nothing is stopped: the letters have a link that does it.
    case 'stop':
    case 'start':
      return { outcome: 'command', say: { template: 'no_such_report' } }
    case 'nothing':
      return { outcome: 'refused', reason: 'empty', say: { template: 'help' } }
    default:
      return { outcome: 'command', say: { template: 'help' } }
  }
}
