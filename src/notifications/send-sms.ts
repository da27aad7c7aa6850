import { sql } from 'kysely'
import { hex } from '../platform/hex.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { openUnder } from '../secrecy/sealed-under.ts'
import { ChannelFailed, Unanswered } from './channel-failed.ts'
import { claimSms, type ClaimedSms } from './claim-sms.ts'
import { overtakenOf } from './overtaken.ts'
import { keptPreview } from './previews.ts'
import { makeSettler, type SettledSms, type Settler } from './settle-sms.ts'
import { smsWords } from './sms-words.ts'
import { turnsOf } from './sms-turn.ts'
import { unwantedOf } from './unwanted-sms.ts'
import type { SmsDeps } from './tell-deps.ts'
import type { Left } from './texter.ts'
import type { Withheld } from './withheld.ts'

/** Tried again after 5 seconds, 10, 20 … up to six hours; given up after three days and a half. */
const firstPauseMs = 5_000
const longestPauseMs = 6 * 3_600_000
const mostAttempts = 25

/** What was handed over without an answer is handed over once more, after so long, and then given up: it may have left twice. */
const unansweredMs = 60_000
const mostUnanswered = 2

/**
 * Sends SMS whose turn it is; of the others it is written down why they wait. Returns as soon as they are on their way.
 * @param which so many of those that are due; or these, due or not
 * @returns how many were looked at, and when all that left are settled
 */
export async function sendSms(
  deps: SmsDeps,
  which: number | readonly string[],
  { settle }: Pick<Settler, 'settle'> = makeSettler(deps),
): Promise<{ looked: number; settled: Promise<void> }> {
  const at = deps.now()
  const { calendar } = await deps.rules()
  const { claimed, going } = await as(deps.db, system, async (tx) => {
    const claimed = await claimSms(tx, which, at)
    if (claimed.length === 0) return { claimed, going: [] }
    const turns = await turnsOf(tx, claimed, at)
    const held = claimed.flatMap(({ id }) => {
      const turn = turns.get(id)
      return typeof turn === 'object' && 'held' in turn ? { id, ...turn } : []
    })
    if (held.length > 0) await sql`select identity.hold_sms(${JSON.stringify(held)}::jsonb, ${at})`.execute(tx)
    const waiting = new Set(held.map(({ id }) => id))
    const open = claimed.filter(({ id }) => !waiting.has(id))
    const words = await smsWords(tx, open, { ...deps, calendar, now: at })
    const unwanted = await unwantedOf(tx, open)
    const overtaken = await overtakenOf(tx, open)
    const withheld = (id: string): Withheld | undefined => {
      const turn = turns.get(id)
      if (unwanted.has(id)) return 'not_wanted'
      if (overtaken.has(id)) return 'overtaken'
      return typeof turn === 'object' && 'withheld' in turn ? turn.withheld : undefined
    }
    return { claimed, going: open.map((sms) => ({ sms, withheld: withheld(sms.id), text: words.get(sms.id) })) }
  })
  const settled = Promise.allSettled(
    going.map(({ sms, withheld, text }) => {
      if (withheld || text === undefined) {
        const lastError = withheld ?? 'no such text'
        return settle({ id: sms.id, state: 'dead', attempts: sms.attempts, lastError }, at)
      }
      return sendOne(deps, sms, deps.texter.fit(text), settle)
    }),
  ).then((all) => {
    for (const one of all) if (one.status === 'rejected') throw one.reason
  })
  return { looked: claimed.length, settled }
}

async function sendOne(deps: SmsDeps, sms: ClaimedSms, text: string, settle: Settler['settle']): Promise<void> {
  if (sms.delivery === 'delivered')
    return settle({ id: sms.id, state: 'sent', attempts: sms.attempts, sentAt: deps.now() }, deps.now())
  if (sms.unsure_since && (await hasLeft(deps, sms.id, sms.unsure_since))) return
  const attempts = sms.attempts + 1
  const begun = deps.now()
  const to = openUnder(deps.pair, sms.sealed_to)
  const became = await deps.texter.send(to, text, { id: sms.id, notThrough: sms.first_gateway }).then(
    (left): SettledSms => ({ id: sms.id, attempts, ...gone(deps, left), ...preview(deps, sms, to, text, left) }),
    (error: unknown) => failed(deps, { ...sms, attempts }, error, begun, settle),
  )
  await settle(became, deps.now())
}

function gone({ now }: SmsDeps, left: Left | 'kept') {
  const at = now()
  if (left === 'kept') return { state: 'sent', sentAt: at } as const
  const refHash = left.refHash && hex(left.refHash)
  return { state: 'sent', sentAt: at, gateway: left.gateway, refHash, delivery: 'accepted', deliveryAt: at } as const
}

function preview({ pair }: SmsDeps, sms: ClaimedSms, to: string, text: string, left: Left | 'kept') {
  if (left !== 'kept') return {}
  return { preview: keptPreview(pair.keeper, { ...sms, account_id: null }, to, { subject: 'SMS', text }) }
}

/** @throws what is no failure of a gateway: our own fault, after which it is tried again when its claim ends */
function failed(deps: SmsDeps, sms: ClaimedSms, error: unknown, begun: Date, settle: Settler['settle']): SettledSms {
  if (!(error instanceof ChannelFailed)) throw error
  const { id, attempts } = sms
  const at = deps.now().getTime()
  const after = (ms: number) => ({ notBefore: new Date(at + ms) })
  const told = { id, attempts, lastError: error.code }
  if (error instanceof Unanswered) {
    followLate(deps, sms, error, settle)
    const { gateway, refHash } = error.perhaps
    const sure = { gateway, refHash: refHash && hex(refHash) }
    const unknown = { ...sure, delivery: 'unknown', deliveryAt: begun, unanswered: 1 } as const
    if (sms.unanswered + 1 < mostUnanswered) return { ...told, ...unknown, state: 'failed', ...after(unansweredMs) }
    deps.log.error({ message: id, reason: error.code }, 'a message could not be sent')
    return { ...told, ...unknown, state: 'dead' }
  }
  // No gateway could be asked: that was no try.
  if (error.againAt) return { ...told, attempts: attempts - 1, state: 'failed', notBefore: error.againAt }
  if (error.forGood || attempts >= mostAttempts) {
    deps.log.error({ message: id, reason: error.code }, 'a message could not be sent')
    return { ...told, state: 'dead' }
  }
  return { ...told, state: 'failed', ...after(Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs)) }
}

/** An answer that comes late settles it, if it comes before the next try. */
function followLate(deps: SmsDeps, { id, attempts }: ClaimedSms, { late }: Unanswered, settle: Settler['settle']) {
  late
    .then((left) => left && settle({ id, attempts, ...gone(deps, left), unanswered: -1 }, deps.now()))
    .catch((error: unknown) => deps.log.error({ err: error, message: id }, 'a late answer could not be noted'))
}

/** No answer came to it, but a receipt. */
async function hasLeft({ db, now }: SmsDeps, messageId: string, since: Date): Promise<boolean> {
  return as(db, system, async (tx) => {
    const { rows } = await sql<{ left: boolean }>`
      select identity.settle_by_receipt(${messageId}, ${since}, ${now()}) as left`.execute(tx)
    return rows[0]?.left ?? false
  })
}
