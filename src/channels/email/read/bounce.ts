import { headerOf, type Mail } from './mail.ts'

/** A letter of ours came back. `code` as in RFC 3463 (`5.1.1`), or SMTP's own; `hard`: its address does not exist; `wait`: it is still tried. */
export type Bounce = { kind: 'hard' | 'soft' | 'wait'; code: string }

const senders = /^(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]*)@/
const subjects =
  /undeliver|not delivered|delivery (?:status|failure|has failed|incomplete)|mail delivery (?:failed|system)|returned mail|failure notice|tidak (?:dapat )?terkirim|gagal (?:dikirim|terkirim)|pengiriman gagal/i

/** What a mail says of a letter that did not arrive: a report (RFC 3464), or what servers write in words. */
export function readBounce(mail: Mail): Bounce | undefined {
  if (mail.delivery) return fromReport(mail.delivery.status)
  const { from = '', headers, subject, text } = mail
  const isEmptyPath = headerOf(headers, 'return-path') === '<>'
  if (!(senders.test(from) || headers.has('x-failed-recipients') || (isEmptyPath && subjects.test(subject))))
    return undefined
  if (!subjects.test(subject) && !headers.has('x-failed-recipients')) return undefined
  const words = text.slice(0, 20_000)
  const code = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? /\b[45]\d\d\b(?=[ -])/.exec(words)?.[0] ?? '5.0.0'
  return bounceOf(code, /\b(?:delayed|will (?:be )?retr|tertunda|masih dicoba)/i.test(subject) ? 'delayed' : 'failed')
}

function fromReport(status: string): Bounce | undefined {
  const action = /^action:\s*(\w+)/im.exec(status)?.[1]?.toLowerCase() ?? 'failed'
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return { kind: 'wait', code: action }
  const code = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(status)?.[1] ?? '5.0.0'
  return bounceOf(code, action)
}

/**
 * Hard only where the mailbox or its domain is not there (X.1.x, 5.4.4, 5.2.1, 550, 551, 553): a full box, a size, a policy or a filter
 * says nothing about the address.
 */
function bounceOf(code: string, action: string): Bounce {
  if (action === 'delayed') return { kind: 'wait', code }
  return { kind: /^(?:5\.1\.\d+|5\.2\.1|5\.4\.4|550|551|553)$/.test(code) ? 'hard' : 'soft', code }
}
