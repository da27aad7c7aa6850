import { createTransport } from 'nodemailer'
import { ChannelFailed } from './channel-failed.ts'
import type { Letter } from './letter.ts'
import type { MailWay } from './mail-way.ts'

/** How an e-mail leaves: really, or (`keepsPreview`) only as a preview for /dev/outbox. */
export type Mailer = {
  keepsPreview: boolean
  /** @throws ChannelFailed */
  send(to: string, letter: Letter, way: MailWay): Promise<void>
  close(): void
}

export type MailSettings = { smtpUrl?: string; from: string; baseUrl: string; production: boolean }

/** The mail server of LAPOR_SMTP_URL; without one nothing goes out: previews in a demonstration, retries in production. */
export function makeMailer(settings: MailSettings): Mailer {
  if (settings.smtpUrl) return smtpMailer(settings.smtpUrl, settings)
  return {
    keepsPreview: !settings.production,
    async send() {
      if (settings.production) throw new ChannelFailed('no mail server')
    },
    close() {},
  }
}

const connections = 4
const patienceMs = 15_000

function smtpMailer(url: string, { from, baseUrl }: MailSettings): Mailer {
  const host = new URL(baseUrl).hostname
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
    name: host,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    keepsPreview: false,
    async send(to, { subject, text }, way) {
      const { token, thread, replyTo, envelopeFrom, unsubscribe } = way
      const messageId = `<${token}@${host}>`
      const root = thread && `<${thread}.thread@${host}>`
      await transport
        .sendMail({
          from,
          to,
          subject,
          text,
          messageId,
          replyTo,
          ...(root ? { inReplyTo: root, references: root } : {}),
          ...(envelopeFrom ? { envelope: { from: envelopeFrom, to } } : {}),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(unsubscribe
              ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
              : {}),
          },
        })
        .catch(failed)
    },
    close: () => transport.close(),
  }
}

/** A server's words may quote the address; its number is enough. Refused recipients and letters are refused for good. */
function failed(error: unknown): never {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const forGood = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  throw new ChannelFailed(responseCode ? `SMTP ${responseCode}` : (code ?? 'unknown'), forGood)
}
