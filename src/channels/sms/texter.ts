import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { Db } from '../../platform/db.ts'
import { type KeyPair, open } from '../../platform/seal.ts'
import type { Texter } from '../../notifications/texter.ts'
import { ChannelFailed } from '../../notifications/channel-failed.ts'
import { fitSms } from './parts/fit-sms.ts'

type Gateway = { url: string; sender: string; username: string; sealed_password: Buffer }

const patienceMs = 20_000

/** Through the gateway that the operator has set (`lapor gateway`); without one: previews in a demonstration, retries in production. */
export function makeTexter({ db, pair, production }: { db: Db; pair: KeyPair; production: boolean }): Texter {
  return {
    fit: fitSms,
    async send(to, text) {
      const gateway = await as(db, system, (tx) =>
        tx
          .selectFrom('identity.gateway')
          .select(['url', 'sender', 'username', 'sealed_password'])
          .orderBy('name')
          .limit(1)
          .executeTakeFirst(),
      )
      if (gateway) {
        await throughKannel(gateway, open(pair, gateway.sealed_password), to, text)
        return 'sent'
      }
      if (production) throw new ChannelFailed('no SMS gateway')
      return 'kept'
    },
  }
}

/** Kannel's sendsms: 202 when it has taken the message. Our texts are plain GSM; Kannel is told UTF-8 and chooses the alphabet. */
async function throughKannel({ url, sender, username }: Gateway, password: string, to: string, text: string) {
  const asked = new URL('/cgi-bin/sendsms', url)
  asked.search = new URLSearchParams({
    username,
    password,
    from: sender,
    to,
    text,
    charset: 'UTF-8',
    coding: '0',
  }).toString()
  const answer = await fetch(asked, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' }).catch(
    (error: Error) => {
      throw new ChannelFailed(error.name === 'TimeoutError' ? 'SMS gateway too slow' : 'SMS gateway away')
    },
  )
  // Whatever it says may quote the number; the status alone is kept.
  await answer.body?.cancel()
  if (answer.status !== 202) throw new ChannelFailed(`SMS gateway ${answer.status}`)
}
