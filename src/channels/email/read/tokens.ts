import { readMailToken } from '../../../notifications/mail-token.ts'
import type { Mail } from './mail.ts'

const most = 60
const token = /[a-z2-7]{42}/gi

/** The letter of ours that a mail answers, by the address it was sent to, else by the Message-IDs it refers to. */
export function answeredLetter({ to, refs }: Pick<Mail, 'to' | 'refs'>, secret: Uint8Array): string | undefined {
  const tags = to.flatMap((address) => /^[^@]*\+([^@+]+)@/.exec(address)?.[1] ?? [])
  const ids = refs.map((id) => id.replace(/@.*$/, '')).reverse()
  return first([...tags, ...ids], secret)
}

/** The letter of ours that came back: by where it came back to, else by what is quoted of it. */
export function returnedLetter(mail: Mail, secret: Uint8Array): string | undefined {
  const quoted = `${mail.delivery?.original ?? ''}\n${mail.text.slice(0, 64 * 1024)}\n${mail.attached.join('\n').slice(0, 64 * 1024)}`
  return answeredLetter(mail, secret) ?? first(quoted.match(token) ?? [], secret)
}

function first(written: readonly string[], secret: Uint8Array): string | undefined {
  for (const one of written.slice(0, most)) {
    const id = readMailToken(secret, one)
    if (id) return id
  }
  return undefined
}
