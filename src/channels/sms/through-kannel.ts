import { ChannelFailed } from '../../notifications/channel-failed.ts'

export type Kannel = { name: string; url: string; sender: string; username: string; password: string }

const patienceMs = 20_000

/**
 * Kannel's sendsms: 202 when it has taken the message. Our texts are plain GSM; Kannel is told UTF-8 and chooses the alphabet.
 * @throws ChannelFailed
 */
export async function throughKannel({ url, sender, username, password }: Kannel, to: string, text: string) {
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
