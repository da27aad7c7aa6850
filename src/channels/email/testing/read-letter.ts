import PostalMime from 'postal-mime'

/** A letter of ours as it reached somebody. */
export type GotLetter = {
  to: string
  /** Where it comes back to. */
  envelopeFrom: string
  replyTo: string
  subject: string
  text: string
  messageId: string
  headers: Record<string, string>
}

export async function readLetter({ to, from, raw }: { to: string; from: string; raw: string }): Promise<GotLetter> {
  const { subject = '', text = '', messageId = '', replyTo, headers } = await PostalMime.parse(raw)
  return {
    to,
    envelopeFrom: from,
    replyTo: replyTo?.[0]?.address ?? '',
    subject,
    text,
    messageId: messageId.replace(/[<>]/g, ''),
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
  }
}
