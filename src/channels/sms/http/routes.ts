import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { opensDoor } from '../../../accounts/token.ts'
import { readBody } from '../../../platform/request-body.ts'
import type { Deps } from '../../../secrecy/deps.ts'
import { keepSms, keepUnread } from '../keep-sms.ts'
import type { Mapping } from '../parts/mapping.ts'
import { readMapped } from '../parts/read-mapped.ts'
import { isFromTwilio, isFromVonage, tokenIn } from './is-genuine.ts'
import { noteHttpReceipt } from './note-http-receipt.ts'
import { isOwnRef } from './own-ref.ts'
import { notWhole } from './not-whole.ts'
import { type Post, readPost, saidIn } from './post.ts'
import { type HttpReceipt, readReceipts } from './read-receipt.ts'

/** Some nine thousand SMS: a gateway that was away brings at once what has waited. */
const maxBytes = 2 * 1024 * 1024

type Gateway = {
  id: string
  name: string
  signature: 'token' | 'twilio' | 'vonage'
  hook_secret: string | null
  mapping: Mapping
}

/**
 * Where HTTP gateways post that are rows (`lapor gateway set`). An empty 200 after the commit of all that one post brought; 401 for
 * whoever is not that gateway, or is none; 503 when nothing can be kept, so that it tries again. What it says of our own messages comes
 * to the same address.
 */
export function httpGatewayHooks(deps: Deps) {
  const take = async (c: Context) => {
    const name = c.req.param('gateway') ?? ''
    const { bytes, end } = await readBody(c.req.raw, maxBytes)
    if (end !== 'whole') return notWhole(deps, c, name, end)
    const post = readPost(c.req.raw, bytes, deps.config.baseUrl)
    try {
      const gateway = await gatewayCalled(deps, name)
      const proof = gateway && (await proofOf(deps, gateway, post))
      if (!gateway || !proof) return c.body(null, 401)
      const said = saidIn(post)
      const receipts = readReceipts(gateway.mapping, said, post.query.ref ?? '')
      if (proof === 'reference' && !areOurs(deps, receipts)) return c.body(null, 401)
      if (receipts) await noteAll(deps, name, receipts)
      else await keepAll(deps, gateway, said)
      // Whatever stands in an answer to Twilio is sent to the phone; this says nothing.
      return gateway.signature === 'twilio'
        ? c.body('<Response/>', 200, { 'content-type': 'text/xml' })
        : c.body(null, 200)
    } catch (error) {
      deps.log.error({ err: error, gateway: name }, 'an SMS could not be kept; its gateway was told to try again')
      return c.body(null, 503, { 'retry-after': '10' })
    }
  }
  return new Hono().post('/hooks/sms/:gateway', take).get('/hooks/sms/:gateway', take)
}

async function gatewayCalled({ db }: Deps, name: string): Promise<Gateway | undefined> {
  const { rows } = await sql<Omit<Gateway, 'name'>>`
    select id, signature, hook_secret, mapping from identity.hook_gateway(${name})`.execute(db)
  return rows[0] && { name, ...rows[0] }
}

/** By what we know who posts. A `reference` of ours is known to the gateway that got it with a message: it proves receipts alone. */
async function proofOf(
  { db, keys }: Deps,
  { id, name, signature, hook_secret }: Gateway,
  post: Post,
): Promise<'gateway' | 'reference' | undefined> {
  if (signature === 'token') {
    if (isOwnRef(keys, post.query.ref ?? '')) return 'reference'
    return (await opensDoor(db, tokenIn(post), { purpose: 'gateway', label: `sms:${name}` })) ? 'gateway' : undefined
  }
  if (!hook_secret) return undefined
  const secret = keys.keeper.open(id, hook_secret)
  return (signature === 'twilio' ? isFromTwilio(post, secret) : isFromVonage(post, secret)) ? 'gateway' : undefined
}

function areOurs({ keys }: Deps, receipts: HttpReceipt[] | null): boolean {
  return receipts?.every((one) => 'ref' in one && isOwnRef(keys, one.ref)) ?? false
}

/** Each by itself: they come again when one could not be noted, and noting twice is noting once. */
async function noteAll(deps: Deps, name: string, receipts: readonly HttpReceipt[]) {
  for (const receipt of receipts) await noteHttpReceipt(deps, name, receipt, deps.now())
}

/** All that one post brought, or nothing. */
async function keepAll({ db, keys, now }: Deps, { name, mapping }: Gateway, said: unknown) {
  const { messages, unread } = readMapped(mapping, said)
  const at = now()
  await db.transaction().execute(async (tx) => {
    for (const message of messages) await keepSms({ db: tx, keys }, name, message, at)
    for (const item of unread) await keepUnread({ db: tx, keys }, name, item, at)
  })
}
