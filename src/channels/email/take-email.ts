import type { Directory } from '../../agencies/directory.ts'
import { idempotencyHash } from '../../intake/file-report.ts'
import { oneAnswer } from '../../notifications/event-of.ts'
import { queueMessages } from '../../notifications/queue-messages.ts'
import type { TellDeps } from '../../notifications/tell-deps.ts'
import { system } from '../../report/actor.ts'
import { as, type Tx } from '../../report/as.ts'
import { stagePicture } from '../../report/staged-pictures.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import { settle } from '../arrivals/settle.ts'
import type { Decision } from '../asked/kept.ts'
import type { Acted, Acting } from './acting.ts'
import { answerMail } from './answer-mail.ts'
import { bounced } from './bounced.ts'
import { openKept, type RawMail } from './keep-mail.ts'
import { fileAsJudged } from './file-mail.ts'
import { hiddenAlready, type Letter, letterSent, ownNamed } from './own-report.ts'
import { mailboxes, type OwnMailbox, ourAddresses } from './mailboxes.ts'
import { readBounce } from './read/bounce.ts'
import { judgeMachine, type Machine, maybeMachine } from './read/judge-machine.ts'
import type { Mail } from './read/mail.ts'
import { readAside } from './read/read-aside.ts'
import { signerOf } from './read/signer.ts'
import { answeredLetter, returnedLetter } from './read/tokens.ts'
import { withoutWho } from './read/without-who.ts'
import { mayAnswer, senderHour } from './sender-hour.ts'
import { tellUnexplained } from './unexplained.ts'

export type TakeMailDeps = TellDeps & { keys: IdentityKeys; directory(): Promise<Directory>; uploadsDir: string }

/**
 * A mail that waits, read. `fewer`: how many of its attachments could not be kept; `letter`: the one of ours that it answers. `maybe`: it bears
 * the mark of a machine, and nobody has looked whether it is one.
 */
export type TakenMail = {
  mail: Mail
  raw: RawMail
  boxes: OwnMailbox[]
  fewer: number
  letter?: Letter
  maybe?: Machine
}

/**
 * Understands one mail and does what it asks, once, in one transaction with its outcome. Its pictures are drawn anew before, and wait
 * under its key; what is tried twice puts nothing aside twice.
 */
export async function takeEmail(deps: TakeMailDeps, arrivalId: string): Promise<void> {
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const setting = { rules, directory, now: deps.now() }
  const waiting = await as(deps.db, system, (tx) => readWaiting(tx, arrivalId))
  if (!waiting?.sealed) return
  const raw = await openKept(openUnder(deps.pair, waiting.sealed))
  const mail = await readAside(raw.raw)
  const boxes = await as(deps.db, system, mailboxes)
  const bounce = readBounce(mail)
  const machine = bounce ? undefined : judgeMachine(mail, ourAddresses(boxes, deps.indexSecret))
  const idempotencyKey = `email ${arrivalId}`
  const pictures = bounce || machine ? { kept: 0, refused: 0 } : await putAside(deps, idempotencyKey, mail)
  await as(deps.db, system, async (tx) => {
    if (!(await readWaiting(tx, arrivalId, true))) return
    const letterId = answeredLetter(mail, deps.indexSecret)
    const letter = letterId ? await letterSent(tx, letterId) : undefined
    const receivedAt = waiting.sent_at ?? waiting.arrived_at
    const own = await ownNamed(tx, deps, mail, { rules, at: receivedAt })
    const acting: Acting = {
      tx,
      keys: deps.keys,
      pair: deps.pair,
      setting,
      idempotencyKey,
      receivedAt,
      own,
      withoutWho: (text) => withoutWho(text, signerOf(mail)),
      atLeast: await hiddenAlready(tx, own, letterId, letter),
      ...(pictures.kept > 0 ? { attachments: idempotencyHash(idempotencyKey).toString('hex') } : {}),
    }
    const maybe = maybeMachine(mail)
    const fewer = mail.otherFiles + pictures.refused
    const taken = { mail, raw, boxes, fewer, maybe, ...(letter ? { letter } : {}) }
    const done: Acted =
      waiting.decision && waiting.decision !== 'judged'
        ? await tellUnexplained(acting, mail, { ...waiting, decision: waiting.decision as Decision })
        : waiting.decision
          ? ((maybe && (await answerJudged(deps, acting, taken))) ?? (await fileAsJudged(acting, mail, raw.cut)))
          : bounce
            ? await bounced(acting, returnedLetter(mail, deps.indexSecret), bounce)
            : machine
              ? ({ outcome: 'refused', reason: machine } as const)
              : await answerMail(deps, acting, taken)
    await settle(tx, [arrivalId], done, setting.now)
    for (const [at, one] of [done.say, ...(done.also ?? [])].entries()) {
      const dedupe = oneAnswer(arrivalId, [waiting.decision, at || ''].join(' ').trim())
      if (mail.from) await say(deps, acting, mail.from, dedupe, { ...done, say: one })
    }
  })
}

/** A person, says the national desk of what might have been a machine: their mail is taken as any other, and is a report at the least. */
async function answerJudged(deps: TakeMailDeps, acting: Acting, taken: TakenMail): Promise<Acted | undefined> {
  const done = await answerMail(deps, acting, { ...taken, maybe: undefined })
  const isKept = done.outcome === 'report' || (done.outcome === 'quarantined' && done.words === undefined)
  return isKept || done.outcome === 'reply' ? done : undefined
}

function readWaiting(tx: Tx, id: string, lock = false) {
  return tx
    .selectFrom('identity.arrival')
    .select(['sealed', 'arrived_at', 'sent_at', 'decision', 'about', 'asked'])
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
}

/** A bad picture is refused alone. */
async function putAside(deps: TakeMailDeps, key: string, { pictures }: Mail) {
  let kept = 0
  let refused = 0
  for (const picture of pictures) {
    const staged = await stagePicture(deps, idempotencyHash(key), picture, deps.now())
    if (staged.ok) kept += 1
    else refused += 1
  }
  return { kept, refused }
}

/** Within the hour in which the mail was counted, though the next may have begun. */
async function say(
  deps: TakeMailDeps,
  { tx, setting: { now } }: Acting,
  sender: string,
  dedupe: string,
  { say: said, ...done }: Acted,
) {
  if (!said || !(await mayAnswer(tx, senderHour(deps.indexSecret, sender, now)))) return
  const reportId = said.reportId ?? done.reportId
  const to = { person: 'sender', reportId: reportId ?? '', accountId: null, channel: 'email', address: sender } as const
  const template = `mail_${said.template}` as const
  const message = {
    to,
    template,
    about: said.about,
    dedupe,
    aboutNoReport: reportId === undefined,
  }
  await queueMessages(tx, deps.pair, [message], now)
}
