import { senderIndex as indexOf } from '../../accounts/contact.ts'
import type { Directory } from '../../agencies/directory.ts'
import { saysSomething } from '../../intake/clean-text.ts'
import type { SmsAlone, SmsAnswer } from '../../notifications/table.ts'
import type { TellDeps } from '../../notifications/tell-deps.ts'
import { callAnswers } from '../../notifications/wrote-just-now.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { answerSaid } from '../arrivals/answer-said.ts'
import { deskWords } from '../arrivals/desk-words.ts'
import { idsIn } from '../../report/ids-in.ts'
import { fileJudged } from '../arrivals/file-judged.ts'
import { sayBack } from '../arrivals/say-back.ts'
import { type Settled, settle } from '../arrivals/settle.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import type { Acted, Acting, FromSender } from './acting.ts'
import { fileForADesk } from './file-sms.ts'
import { isForAHuman } from './is-for-a-human.ts'
import { type Named, ownReports } from './own-reports.ts'
import { join } from './parts/join.ts'
import { oneNumberAtATime } from './same-said.ts'
import { nameDoor } from './name-door.ts'
import { nextPart } from './next-part.ts'
import { readAgain } from './read-again.ts'
import { rememberParts } from './settled-parts.ts'
import { isUnread, partsOf, readWaiting, type Waiting, withKept } from './waiting.ts'

export type TakeDeps = TellDeps & { keys: IdentityKeys; directory(): Promise<Directory> }

/**
 * Understands one SMS and does what it asks, once, in one transaction with its outcome. A part of a long message is taken with
 * all others when they are there, or when patience ends (the sweep asks again).
 */
export async function takeSms(deps: TakeDeps, arrivalId: string): Promise<void> {
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const setting = { rules, directory, now: deps.now() }
  await as(deps.db, system, async (tx) => {
    await oneNumberAtATime(tx, arrivalId)
    const first = await readWaiting(tx, deps.pair, arrivalId)
    if (!first) return
    const acting = { tx, keys: deps.keys, setting, idempotencyKey: `sms ${first.id}` }
    if (isUnread(first)) return settle(tx, [first.id], await unread(deps, acting, first), setting.now)
    const taken = await partsOf(tx, deps, first, setting.now)
    if (taken === 'wait') return
    const { earlier, again, joins } = taken
    await rememberParts(tx, deps.keys, taken.parts)
    // With its late part it is understood once more, for that may say what it is.
    const parts = joins ? await withKept(tx, deps.pair, joins.whole, taken.parts) : taken.parts
    const ids = parts.map(({ id }) => id)
    if (again) return settle(tx, ids, { outcome: 'part', reason: 'again', ...again }, setting.now)
    const isNew = !first.decision && !earlier && !joins
    const naming = { pair: deps.pair, indexSecret: deps.keys.indexSecret }
    if (isNew && (await isForAHuman(tx, naming, parts)))
      return settle(tx, ids, { outcome: 'quarantined', reason: 'unread' }, setting.now)
    const text = earlier?.text ?? join(parts.map(({ part }) => part)).text
    const receivedAt = first.sent_at ?? first.arrived_at
    const from = first.sender
      ? await fromSender({ ...acting, pair: deps.pair, sender: first.sender, receivedAt }, named(text, first))
      : undefined
    const done = from
      ? await answer({ ...from, heard: text }, text, { first, earlier: earlier?.reportId, baseUrl: deps.baseUrl })
      : await fileForADesk(acting, text, earlier?.reportId)
    await settle(tx, ids, done, setting.now)
    const isAskedAgain = joins && done.outcome === 'asked' && done.asked?.question === joins.question
    if (from && !isAskedAgain) {
      await callAnswers(tx, from.senderIndex, setting.now)
      await sayBack(deps, from, first, done)
    }
  })
}

/** Nothing that we know how to read: a human looks, and says what it is. */
async function unread({ pair }: TakeDeps, acting: Acting, waiting: Waiting & { unread?: string }): Promise<Settled> {
  const { id, decision, gateway } = waiting
  if (decision !== 'judged')
    return (await readAgain(acting, gateway, waiting.unread ?? ''))
      ? { outcome: 'refused', reason: 'read_again' }
      : { outcome: 'quarantined', reason: 'unread' }
  return fileJudged(acting, 'sms', await deskWords(acting.tx, pair, id))
}

async function fromSender(acting: Omit<FromSender, 'senderIndex' | 'own' | 'door'>, named: Named): Promise<FromSender> {
  const { tx, keys, setting, receivedAt: at } = acting
  const senderIndex = indexOf(keys.indexSecret, 'sms', acting.sender)
  const own = await ownReports(tx, 'sms', senderIndex, { rules: setting.rules, at }, named)
  return { ...acting, door: 'sms', senderIndex, own }
}

function named(text: string, { about }: Pick<Waiting, 'about'>): Named {
  return { ids: idsIn(text), about }
}

/** @param earlier what this message has become already, where this is a late part of it */
async function answer(
  from: FromSender,
  text: string,
  { first, earlier, baseUrl }: { first: Waiting; earlier: string | undefined; baseUrl: string },
): Promise<Acted<SmsAnswer | SmsAlone>> {
  if (earlier) {
    if (first.part_at === 1) await nameDoor(from, earlier, text)
    return tellReport(from, earlier, { text, isNote: true }, { outcome: 'part' })
  }
  if (!first.decision && saysSomething(text)) {
    const part = await nextPart(from, text, baseUrl)
    if (part) return part
  }
  return answerSaid(first.decision ? { ...from, cameAt: first.arrived_at } : from, text, first)
}
