import type { Now } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/db.ts'
import type { KeyPair } from '../../../platform/seal.ts'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import { ask, type Answer, type AskTimes } from './ask.ts'
import { callbackFor } from './callback.ts'
import { type HttpGateway, httpGatewayRows } from './gateway-rows.ts'
import { ownRef, ownRefHash } from './own-ref.ts'
import { makeRest, type Rest } from './rest.ts'
import type { Verdict } from './verdict.ts'
import { ways } from './ways.ts'
import { type HttpState, writeHttpState } from './write-http-state.ts'
import { refHash } from '../receipts/note-receipt.ts'

export type HttpDeps = {
  /** Role lapor_worker. */
  db: Db
  pair: KeyPair
  keys: Pick<IdentityKeys, 'indexSecret'>
  now: Now
  /** Where receipts come, without a slash at the end. */
  baseUrl: string
  times?: Partial<AskTimes & { restMs: readonly [number, number] }>
}

/** One SMS of ours. `notThrough`: the gateway through which it came back. */
export type Going = { id: string; to: string; text: string; notThrough?: string | null }

/** `refHash`: by what its receipts are found. */
export type Submission =
  | { kind: 'accepted'; refHash?: Buffer }
  | { kind: 'busy' | 'down'; reason: string }
  | { kind: 'refused'; reason: string; forGood: boolean }
  | { kind: 'unanswered'; refHash?: Buffer; late: Promise<{ refHash?: Buffer } | undefined> }

/** Every HTTP gateway through which SMS may leave. */
export type HttpGateways = {
  any(): Promise<boolean>
  /** One may be asked now. */
  isOpen(): Promise<boolean>
  /** Through the first that takes it; with the name of the last one that was asked, undefined when none could be. */
  submit(sms: Going, withinMs: number): Promise<{ gateway: string; submitted: Submission } | undefined>
  /** Milliseconds until the next one may be asked. */
  againMs(): Promise<number>
}

const usualTimes = { connectMs: 5_000, answerMs: 20_000, lateMs: 75_000, restMs: [10_000, 300_000] as const }

const lookEveryMs = 2_000

/** Less than this is no time to ask anybody. */
const leastMs = 3_000

export function makeHttpGateways({ db, pair, now, keys, baseUrl, times: given }: HttpDeps): HttpGateways {
  const times = { ...usualTimes, ...given }
  const rests = new Map<string, Rest>()
  const said = new Map<string, string>()
  let looked = { rows: Promise.resolve<HttpGateway[]>([]), until: 0 }

  function rows(): Promise<HttpGateway[]> {
    return performance.now() < looked.until ? looked.rows : look()
  }

  function look(): Promise<HttpGateway[]> {
    looked = { rows: httpGatewayRows(db, pair), until: performance.now() + lookEveryMs }
    looked.rows.catch(() => (looked.until = 0))
    return looked.rows
  }

  function restOf({ id, changedAt }: HttpGateway): Rest {
    const key = `${id} ${changedAt.getTime()}`
    const rest = rests.get(key) ?? makeRest(times.restMs)
    rests.set(key, rest)
    return rest
  }

  /** What has been said already is not said again; what could not be said is said with the next message. */
  function say({ id }: HttpGateway, state: HttpState | undefined) {
    const words = JSON.stringify(state)
    if (!state || said.get(id) === words) return
    said.set(id, words)
    writeHttpState(db, id, state, now()).catch(() => said.delete(id))
  }

  async function through(gateway: HttpGateway, { id, to, text }: Going, answerMs: number): Promise<Submission> {
    const { kind, name, sender, account } = gateway
    const way = ways[kind]
    const ref = ownRef(keys, name, id)
    const callback = callbackFor(baseUrl, gateway, ref)
    const own = way.callsBack ? ownRefHash(keys, ref) : undefined
    const known = (verdict: Verdict) => own ?? theirs(verdict, name)
    const read = (answer: Answer): Verdict => way.read(answer)
    const heard = await ask(way.ask(account, { from: sender, to, text, ref, callback }), { ...times, answerMs })
    if (heard.kind === 'no connection') return { kind: 'down', reason: 'SMS gateway away' }
    if (heard.kind === 'no answer') {
      const late = heard.late.then((answer) => {
        const verdict = answer && read(answer)
        return verdict?.kind === 'accepted' ? { refHash: known(verdict) } : undefined
      })
      return { kind: 'unanswered', refHash: own, late }
    }
    const verdict = read(heard.answer)
    if (verdict.kind === 'unsure') return { kind: 'unanswered', refHash: own, late: Promise.resolve(undefined) }
    return verdict.kind === 'accepted' ? { kind: 'accepted', refHash: known(verdict) } : verdict
  }

  function theirs(verdict: Verdict, name: string): Buffer | undefined {
    return verdict.kind === 'accepted' && verdict.ref ? refHash(keys, name, verdict.ref) : undefined
  }

  return {
    any: async () => (await rows()).length > 0,
    isOpen: async () => (await rows()).some((gateway) => restOf(gateway).isOpen()),
    async againMs() {
      return Math.min(...(await rows()).map((gateway) => restOf(gateway).leftMs()))
    },
    async submit(sms, withinMs) {
      const giveUpAt = performance.now() + withinMs
      let last: { gateway: string; submitted: Submission } | undefined
      const known = await rows()
      // The first one may have come just now: nothing is kept for /dev/outbox that a gateway would take.
      for (const gateway of known.length > 0 ? known : await look()) {
        const rest = restOf(gateway)
        const leftMs = giveUpAt - performance.now()
        if (gateway.name === sms.notThrough || !rest.isOpen() || leftMs < leastMs) continue
        rest.began()
        const submitted = await through(gateway, sms, Math.min(times.answerMs, leftMs)).catch((error: unknown) => {
          rest.ended('neither')
          throw error
        })
        rest.ended(submitted.kind === 'accepted' ? 'well' : submitted.kind === 'refused' ? 'neither' : 'failed')
        say(gateway, stateOf(submitted))
        last = { gateway: gateway.name, submitted }
        // Whether it left is not known: through another one it might leave twice.
        if (submitted.kind === 'accepted' || submitted.kind === 'unanswered') break
      }
      return last
    },
  }
}

/** A refusal is about the message, not the gateway. */
function stateOf(submitted: Submission): HttpState | undefined {
  switch (submitted.kind) {
    case 'accepted':
      return { state: 'bound', reason: null }
    case 'refused':
      return undefined
    case 'unanswered':
      return { state: 'down', reason: 'no answer' }
    default:
      return { state: submitted.kind === 'busy' ? 'throttled' : 'down', reason: submitted.reason }
  }
}
