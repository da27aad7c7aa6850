/**
 * Where a gateway puts what we need: names of fields, with a dot for a field within a field. Data, so that a gateway is a row.
 */
export type Mapping = {
  /** The list of messages in a body that holds several. */
  list?: string
  from: string
  to: string
  text: string
  id: string
  /** When the gateway had it; in UTC unless it says a zone. */
  at?: string
  /** Of a long message that the gateway does not join. */
  concat?: { number: string; of: string; at: string }
  /** In hexadecimal, where a message has no text. */
  octets?: { body: string; header: string }
  /** How many pictures came along, which we do not fetch. */
  pictures?: string
}

/** As their documentation names the fields (MO_JSON_2; form; form; JSON or form), read in November 2026. */
export const mappings = {
  infobip: { list: 'results', from: 'from', to: 'to', text: 'text', id: 'messageId', at: 'receivedAt' },
  twilio: { from: 'From', to: 'To', text: 'Body', id: 'MessageSid', pictures: 'NumMedia' },
  'africas-talking': { from: 'from', to: 'to', text: 'text', id: 'id', at: 'date' },
  vonage: {
    from: 'msisdn',
    to: 'to',
    text: 'text',
    id: 'messageId',
    at: 'message-timestamp',
    concat: { number: 'concat-ref', of: 'concat-total', at: 'concat-part' },
    octets: { body: 'data', header: 'udh' },
  },
} as const satisfies Record<string, Mapping>
