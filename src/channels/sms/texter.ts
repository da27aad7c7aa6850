import type { Left, Texter } from '../../notifications/texter.ts'
import { ChannelFailed, Unanswered } from '../../notifications/channel-failed.ts'
import type { Db } from '../../platform/db.ts'
import { type KeyPair, open } from '../../platform/seal.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { fitSms } from './parts/fit-sms.ts'
import type { Submitted } from './smpp/bind.ts'
import type { Binds } from './smpp/binds.ts'
import { refHash } from './smpp/note-receipt.ts'
import { type Kannel, throughKannel } from './through-kannel.ts'

export type TexterDeps = {
  db: Db
  pair: KeyPair
  production: boolean
  /** The operators' message centres, where this process holds them, and the keys by which receipts find their message. */
  smpp?: { binds: Binds; keys: Pick<IdentityKeys, 'indexSecret'> }
}

/** Whether there is a Kannel is looked up so often while nothing else is there to send through. */
const lookEveryMs = 2_000

/** A Kannel that was away is left alone for so long. */
const awayMs = 10_000

/**
 * Through the operator's message centre whose number it is, or another; then through Kannel (`lapor gateway`). Without any gateway:
 * previews in a demonstration, retries in production.
 */
export function makeTexter({ db, pair, production, smpp }: TexterDeps): Texter {
  let awayUntil = 0
  let known = { hasKannel: false, until: 0 }

  async function kannelRow(): Promise<Kannel | undefined> {
    const row = await as(db, system, (tx) =>
      tx
        .selectFrom('identity.gateway')
        .select(['name', 'url', 'sender', 'username', 'sealed_password'])
        .where('kind', '=', 'kannel')
        .orderBy('name')
        .limit(1)
        .executeTakeFirst(),
    )
    known = { hasKannel: row !== undefined, until: performance.now() + lookEveryMs }
    return row && { ...row, url: row.url as string, password: open(pair, row.sealed_password as Buffer) }
  }

  async function byKannel(kannel: Kannel, to: string, text: string): Promise<Left> {
    try {
      await throughKannel(kannel, to, text)
      awayUntil = 0
      return { gateway: kannel.name }
    } catch (error) {
      if (error instanceof ChannelFailed && !error.forGood) awayUntil = performance.now() + awayMs
      throw error
    }
  }

  return {
    fit: fitSms,
    async isOpen() {
      if (smpp?.binds.isUp()) return true
      if (performance.now() < awayUntil) return false
      if (!smpp?.binds.any()) return true
      if (performance.now() >= known.until) await kannelRow()
      return known.hasKannel
    },
    async send(to, text) {
      const tried = smpp?.binds.any() ? await smpp.binds.submit(to, text) : undefined
      const left = tried && smpp && leftBy(tried, smpp.keys)
      if (left) return left
      const kannel = await kannelRow()
      if (kannel) return byKannel(kannel, to, text)
      if (tried) throw failureOf(tried.submitted)
      if (production) throw new ChannelFailed('no SMS gateway')
      return 'kept'
    },
  }
}

/** @throws Unanswered */
function leftBy(
  { gateway, submitted }: { gateway: string; submitted: Submitted },
  keys: Pick<IdentityKeys, 'indexSecret'>,
): Left | undefined {
  const left = (ref: string) => ({ gateway, ...(ref ? { refHash: refHash(keys, gateway, ref) } : {}) })
  if (submitted.kind === 'unanswered')
    throw new Unanswered(
      gateway,
      submitted.late.then((late) => late && left(late.ref)),
    )
  return submitted.kind === 'accepted' ? left(submitted.ref) : undefined
}

function failureOf(submitted: Submitted): ChannelFailed {
  if (submitted.kind === 'refused') return new ChannelFailed(submitted.reason, submitted.forGood)
  return new ChannelFailed(submitted.kind === 'busy' ? 'SMS gateway busy' : 'SMS gateway away')
}
