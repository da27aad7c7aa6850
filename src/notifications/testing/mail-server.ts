import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Mailbox = {
  url: string
  /** What arrived, headers and all, as it came over the wire. */
  mails: { to: string; from: string; raw: string }[]
  /** Answers given before mails are accepted again, such as 451. */
  refuse: number[]
  /** Answers to recipients, such as 550. */
  refuseRecipient: number[]
  close(): Promise<void>
}

/** A real SMTP server on a free port. */
export async function mailServer(): Promise<Mailbox> {
  const refuse: number[] = []
  const refuseRecipient: number[] = []
  const mails: Mailbox['mails'] = []
  const answer = (code: number | undefined) =>
    code ? Object.assign(new Error('no, marta@rumah.test'), { responseCode: code }) : null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(answer(refuseRecipient.shift())),
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refusal = answer(refuse.shift())
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        if (!refusal) mails.push({ to, from, raw: Buffer.concat(chunks).toString() })
        callback(refusal)
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, mails, refuse, refuseRecipient, close }
}
