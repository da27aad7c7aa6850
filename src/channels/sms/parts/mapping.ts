import { z } from 'zod'

/** The name of a field, with a dot for a field within a field: `sms.from`. */
const Field = z.string().regex(/^[^\s.]{1,60}(\.[^\s.]{1,60}){0,5}$/, 'is no name of a field')

const Receipt = z.strictObject({
  /** The list of receipts in a body that holds several. */
  list: Field.optional(),
  state: Field,
  id: Field,
  to: Field,
  /** Where our own reference comes back: as its id of the message, or in the address that we gave. Nowhere: it is found by id and number. */
  reference: z.enum(['id', 'address']).optional(),
  /** Its words for what became of a message, in small letters. */
  states: z.record(
    z.string().regex(/^[^A-Z]{1,40}$/, 'is written in small letters'),
    z.enum(['accepted', 'delivered', 'undeliverable', 'expired', 'unknown']),
  ),
})

/** Where a gateway puts what we need. Rows of `identity.gateway_kind`; which ones come with us, migration 0193 says. */
export const Mapping = z
  .strictObject({
    /** The list of messages in a body that holds several. */
    list: Field.optional(),
    from: Field,
    to: Field.optional(),
    text: Field,
    /** The gateway's own; without it a message is known by all that it says. */
    id: Field.optional(),
    /** When the gateway had it; in UTC unless it says a zone. */
    at: Field.optional(),
    /** Of a long message that the gateway does not join. */
    concat: z.strictObject({ number: Field, of: Field, at: Field }).optional(),
    /** In hexadecimal, where a message has no text; `coding`: the field with its data_coding (3GPP TS 23.038, 4). */
    octets: z.strictObject({ body: Field, header: Field.optional(), coding: Field.optional() }).optional(),
    /** How many pictures came along, which we do not fetch. */
    pictures: Field.optional(),
    receipt: Receipt.optional(),
  })
  .refine(({ from, text }) => from !== text, { path: ['text'], message: 'is the same field as from' })
  .refine(({ id, from, text }) => id !== from && id !== text, { path: ['id'], message: 'is the same field as another' })

export type Mapping = z.infer<typeof Mapping>
export type ReceiptMapping = z.infer<typeof Receipt>

/** What an operator wrote as a mapping, or what is wrong with it: `from: …`, a line each. */
export function readMapping(json: string): { ok: true; mapping: Mapping } | { ok: false; wrong: string[] } {
  const read = Mapping.safeParse(parsed(json))
  if (read.success) return { ok: true, mapping: read.data }
  return {
    ok: false,
    wrong: read.error.issues.map(({ path, message }) => `${path.join('.') || 'the mapping'}: ${message}`),
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
