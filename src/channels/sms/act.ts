import { tellWhatWaits } from '../../notifications/tell-again.ts'
import type { SmsAnswer } from '../../notifications/table.ts'
import type { Actor } from '../../report/actor.ts'
import { hiddenByAny } from '../arrivals/plain-intake.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import { raiseAsked, raiseWished, tellReport } from '../arrivals/tell-report.ts'
import type { Acted, FromSender } from './acting.ts'
import { asReporter } from './as-reporter.ts'
import { nothingShown } from '../arrivals/shown.ts'
import { fileSaid } from '../arrivals/file-said.ts'
import { raiseAll } from './raise-all.ts'
import { hiddenWhenOver } from '../asked/hidden-already.ts'
import { howToWithdraw } from './how-to-withdraw.ts'
import { confirmWithStars, giveStars } from './stars.ts'
import type { Understood } from './understand/understood.ts'
import { whichWaits } from './which-waits.ts'
import { withdrawnBefore } from './withdrawn-before.ts'

export type FileIt = (acting: FromSender, understood: Extract<Understood, { kind: 'file' }>) => Promise<Acted>

/**
 * Does what was understood, in the transaction that settles the arrival: once, however often it is tried.
 * @param file how a new report is made of it; another door has another
 */
export async function act(acting: FromSender, understood: Understood, file: FileIt = fileSaid): Promise<Acted> {
  const { tx, setting, own } = acting
  const ownOf = (trackingId: string | undefined) => own.find((report) => report.trackingId === trackingId)
  const idOf = (trackingId: string | undefined) => ownOf(trackingId)?.id
  const onReport = (
    trackingId: string,
    template: SmsAnswer,
    work: (actor: Actor, reportId: string) => Promise<unknown>,
  ): Promise<Acted> | Acted => {
    const id = idOf(trackingId)
    if (!id) return { outcome: 'command', say: { template: 'no_such_report' } }
    return asReporter(tx, id, { outcome: 'reply', say: { template } }, (actor) => work(actor, id))
  }
  switch (understood.kind) {
    case 'file':
      return file(acting, understood)
    case 'reply':
    case 'not_done': {
      const id = idOf(understood.trackingId)
      if (!id) return { outcome: 'command', say: { template: 'no_such_report' } }
      const isNote = understood.kind === 'reply' && understood.isNote
      return tellReport(acting, id, { text: understood.text, isNote }, { outcome: 'reply', say: { template: 'noted' } })
    }
    case 'rate': {
      const report = ownOf(understood.trackingId)
      if (!report) return { outcome: 'command', say: { template: 'no_such_report' } }
      return giveStars(tx, report, understood.rating, setting)
    }
    case 'confirm':
      // Stars were given: they are not asked for.
      return onReport(understood.trackingId, understood.rating ? 'status' : 'thanks', async (actor, id) => {
        await raiseWished(acting, actor, id, '')
        return confirmWithStars(tx, actor, id, understood.rating, setting)
      })
    case 'raise': {
      const done = await onReport(understood.trackingId, 'noted', (actor, id) =>
        raiseAsked(acting, actor, id, understood.what),
      )
      const isOver = done.outcome === 'reply' && !ownOf(understood.trackingId)?.open
      return isOver ? { ...done, reason: hiddenWhenOver } : done
    }
    case 'withdraw': {
      const report = ownOf(understood.trackingId)
      if (!report) return { outcome: 'command', say: { template: 'no_such_report' } }
      const say = { template: howToWithdraw(report) }
      return understood.text
        ? tellReport(acting, report.id, { text: understood.text, isNote: true }, { outcome: 'reply', say })
        : { outcome: 'command', reportId: report.id, say }
    }
    case 'lower': {
      const say = { template: 'settings_page' as const }
      const reportId = idOf(understood.trackingId)
      return { outcome: 'command', say: reportId ? say : { template: 'no_such_report' }, ...(reportId && { reportId }) }
    }
    case 'several':
      return actOnEach(acting, understood, file)
    case 'raise_all':
      return raiseAll(acting, understood.what)
    case 'status': {
      const waiting = understood.trackingId ? undefined : whichWaits(own)
      const others = waiting?.others
      const reportId = waiting ? waiting.report?.id : idOf(understood.trackingId)
      return reportId
        ? { outcome: 'command', reportId, say: { template: 'status', ...(others && { about: String(others) }) } }
        : { outcome: 'command', say: { template: understood.trackingId ? 'no_such_report' : 'no_reports' } }
    }
    case 'keyword_alone':
      return { outcome: 'command', say: { template: 'what_happened' } }
    case 'ask': {
      const before = understood.question === 'no_such_report' && (await withdrawnBefore(acting, acting.heard ?? ''))
      if (before)
        return { outcome: 'command', say: { template: 'withdrawn_before', about: before.day, reportId: before.id } }
      // NILAI 4, of a number from which nothing came: no number was said.
      if (understood.question === 'no_such_report' && !understood.about && own.length === 0)
        return { outcome: 'command', reason: 'no_reports', say: { template: 'no_reports' } }
      return {
        outcome: 'command',
        reason: understood.question,
        say: { template: understood.question, about: understood.about, reportId: idOf(understood.about) },
      }
    }
    case 'stop':
    case 'start':
      await hush(acting, understood.kind === 'stop')
      return { outcome: 'command', say: { template: understood.kind === 'stop' ? 'stopped' : 'started' } }
    case 'help':
      return { outcome: 'command', say: { template: 'help' } }
    case 'nothing':
      return { outcome: 'refused', reason: 'empty', say: { template: 'help' } }
  }
}

/** What says how a report stands, or how it is withdrawn: of each that was asked about. */
const telling: readonly string[] = ['status', 'withdraw_page', 'withdraw_over'] satisfies SmsAnswer[]

type Several = Extract<Understood, { kind: 'several' }>

/**
 * One after the other, each hearing only what was said of it; whoever wrote hears how each stands that was asked about, and that the rest was done, or
 * of which first it could not be. Pictures belong to the first.
 */
async function actOnEach(acting: FromSender, { each, clauses }: Several, file: FileIt): Promise<Acted> {
  const done: Acted[] = []
  for (const [at, one] of each.entries()) {
    const heard = clauses[at] ?? acting.heard
    // What is filed beside a verdict hides what the message asks for anywhere.
    const atLeast = one.kind === 'file' ? hiddenByAny([acting.atLeast, wishesIn(acting.heard ?? '')]) : acting.atLeast
    const by = { ...acting, heard, ...(atLeast && { atLeast }) }
    done.push(await act(at === 0 ? by : { ...by, ...nothingShown }, one, file))
  }
  const [filed, ...judged] = done
  if (filed && each[0]?.kind === 'file')
    return { ...filed, also: judged.flatMap(({ say, reportId }) => (say ? [{ reportId, ...say }] : [])) }
  const told = done.flatMap(({ say, reportId }) =>
    say && telling.includes(say.template) ? [{ reportId, ...say }] : [],
  )
  // What is hidden already is hidden.
  const refused = done.find(({ outcome, reason, say }) => {
    return outcome === 'command' && !telling.includes(say?.template ?? '') && reason !== 'nothing_to_change'
  })
  const moved = done.find(({ outcome }) => outcome === 'reply')
  const [first, ...also] = told
  // "CEK, rahasiakan nama saya": how it stands tells that it was heard.
  const isOfOne = !refused && done.every(({ reportId }) => reportId === first?.reportId)
  const outcome = each.some(({ kind }) => kind === 'reply') ? 'reply' : 'command'
  if (first && (told.length === done.length || isOfOne)) return { ...done[0], outcome, say: first, also }
  const last = done.at(-1)
  const isSame = !refused && moved !== undefined && done.every(({ reportId }) => reportId === moved.reportId)
  if (isSame && last?.say) return last
  const say = refused?.say ? { reportId: refused.reportId, ...refused.say } : { template: 'noted_all' as const }
  // Stars wait for the YA, whatever is said beside them.
  const rating = done.find((one) => one.rating)?.rating
  return { ...(moved ?? refused ?? { outcome: 'command' }), ...(rating && { rating }), say, also: told }
}

/** STOP: this number hears what it asks for, and no news; until it says otherwise, and then what still waits for its word. */
async function hush({ tx, senderIndex, setting, own, pair }: FromSender, stop: boolean) {
  if (stop)
    await tx
      .insertInto('identity.sms_stop')
      .values({ phone_index: senderIndex, since: setting.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else {
    await tx.deleteFrom('identity.sms_stop').where('phone_index', '=', senderIndex).execute()
    for (const report of own) await tellWhatWaits(tx, pair, report, setting.now)
  }
}
