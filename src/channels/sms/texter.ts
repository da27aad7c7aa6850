import { sql } from 'kysely'
import type { Left, Texter } from '../../notifications/texter.ts'
import { ChannelFailed, Unanswered } from '../../notifications/channel-failed.ts'
import type { Now } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { fitSms } from '../../platform/gsm/fit-sms.ts'
import type { KeyPair } from '../../platform/seal.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { type HttpDeps, makeHttpGateways, type Submission } from './http/http-gateways.ts'
import type { Submitted } from './smpp/bind.ts'
import type { Binds } from './smpp/binds.ts'
import { refHash } from './receipts/note-receipt.ts'

export type TexterDeps = {
  db: Db
  pair: KeyPair
  now: Now
  production: boolean
  /** Where receipts come, without a slash at the end. */
  baseUrl: string
  /** By which receipts find their message. */
  keys: Pick<IdentityKeys, 'indexSecret'>
  /** The operators' message centres, where this process holds them. */
  binds?: Binds
  times?: HttpDeps['times']
}

/** All gateways together; a message is claimed for thirty seconds. */
const withinMs = 28_000

type Asked = { gateway: string; submitted: Submission }

/**
 * Through the operator's message centre whose number it is, or another; then through HTTP gateways, Kannel among them
 * (`lapor gateway`). Without any gateway: previews in a demonstration, retries in production.
 */
export function makeTexter(deps: TexterDeps): Texter {
  const { db, binds, production, now, keys } = deps
  const http = makeHttpGateways(deps)
  return {
    fit: fitSms,
    async isOpen() {
      if (binds?.isUp()) return true
      return (await http.any()) ? http.isOpen() : !binds?.any()
    },
    async send(to, text, { id, notThrough }) {
      const begun = performance.now()
      const byBind = binds?.any() ? await binds.submit(to, text, notThrough) : undefined
      const first = byBind && { gateway: byBind.gateway, submitted: submissionOf(byBind, keys) }
      const left = first && leftBy(first)
      if (left) return left
      const second = await http.submit({ id, to, text, notThrough }, withinMs - (performance.now() - begun))
      const leftThen = second && leftBy(second)
      if (leftThen) return leftThen
      // Its other gateway was taken away meanwhile: nothing will ever come of it, and later ones to that number wait behind it.
      if (notThrough && !(await sendsBesides(db, notThrough))) throw new ChannelFailed('no other SMS gateway', true)
      const last = second ?? first
      if (last) throw failureOf(last.submitted)
      // All that there are rest: this was no try.
      if (await http.any()) throw new ChannelFailed('SMS gateway away', false, again(now(), await http.againMs()))
      if (production) throw new ChannelFailed('no SMS gateway')
      return 'kept'
    },
  }
}

async function sendsBesides(db: Db, gateway: string): Promise<boolean> {
  const { rows } = await sql<{ sends: boolean }>`select identity.sends_besides(${gateway}) as sends`.execute(db)
  return rows[0]?.sends ?? false
}

/** @throws Unanswered */
function leftBy({ gateway, submitted }: Asked): Left | undefined {
  if (submitted.kind === 'unanswered') {
    const late = submitted.late.then((left) => left && { gateway, ...left })
    throw new Unanswered({ gateway, refHash: submitted.refHash }, late)
  }
  return submitted.kind === 'accepted' ? { gateway, refHash: submitted.refHash } : undefined
}

function submissionOf(
  { gateway, submitted }: { gateway: string; submitted: Submitted },
  keys: TexterDeps['keys'],
): Submission {
  const known = ({ ref }: { ref: string }) => (ref ? { refHash: refHash(keys, gateway, ref) } : {})
  switch (submitted.kind) {
    case 'accepted':
      return { kind: 'accepted', ...known(submitted) }
    case 'unanswered':
      return { kind: 'unanswered', late: submitted.late.then((late) => late && known(late)) }
    case 'refused':
      return submitted
    default:
      return { kind: submitted.kind, reason: submitted.kind === 'busy' ? 'SMS gateway busy' : 'SMS gateway away' }
  }
}

function failureOf(submitted: Submission): ChannelFailed {
  if (submitted.kind === 'refused') return new ChannelFailed(submitted.reason, submitted.forGood)
  return new ChannelFailed('reason' in submitted ? submitted.reason : 'SMS gateway away')
}

function again(now: Date, ms: number): Date {
  return new Date(now.getTime() + Math.max(ms, 1_000))
}
