import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { opensDoor } from '../../../accounts/token.ts'
import { readBody } from '../../../platform/request-body.ts'
import type { Deps } from '../../../secrecy/deps.ts'
import { keepSms, keepUnread } from '../keep-sms.ts'
import { type Mapping, mappings } from '../parts/mapping.ts'
import { readMapped } from '../parts/read-mapped.ts'
import { isFromTwilio, isFromVonage, tokenIn } from './is-genuine.ts'
import { type Post, readPost, saidIn } from './post.ts'

const maxBytes = 256 * 1024

type Kind = keyof typeof mappings
type Gateway = { id: string; name: string; kind: Kind; hook_secret: string | null }

/**
 * Where HTTP gateways post that are rows (`lapor gateway set`). An empty 200 after the commit of all that one post brought; 401 for
 * whoever is not that gateway, or is none; 503 when nothing can be kept, so that it tries again.
 */
export function httpGatewayHooks(deps: Deps) {
  const take = async (c: Context) => {
    const name = c.req.param('gateway') ?? ''
    const { bytes } = await readBody(c.req.raw, maxBytes)
    const post = readPost(c.req.raw, bytes, deps.config.baseUrl)
    try {
      const gateway = await gatewayCalled(deps, name)
      if (!gateway || !(await isGenuine(deps, gateway, post))) return c.body(null, 401)
      await keepAll(deps, gateway, saidIn(post))
      // Whatever stands in an answer to Twilio is sent to the phone; this says nothing.
      return gateway.kind === 'twilio' ? c.body('<Response/>', 200, { 'content-type': 'text/xml' }) : c.body(null, 200)
    } catch (error) {
      deps.log.error({ err: error, gateway: name }, 'an SMS could not be kept; its gateway will try again')
      return c.body(null, 503, { 'retry-after': '10' })
    }
  }
  return new Hono().post('/hooks/sms/:gateway', take).get('/hooks/sms/:gateway', take)
}

async function gatewayCalled({ db }: Deps, name: string): Promise<Gateway | undefined> {
  const { rows } = await sql<Omit<Gateway, 'name'>>`
    select id, kind, hook_secret from identity.hook_gateway(${name})`.execute(db)
  return rows[0] && { name, ...rows[0] }
}

async function isGenuine({ db, keys }: Deps, { id, name, kind, hook_secret }: Gateway, post: Post): Promise<boolean> {
  if (!hook_secret) return opensDoor(db, tokenIn(post), { purpose: 'gateway', label: `sms:${name}` })
  const secret = keys.keeper.open(id, hook_secret)
  return kind === 'twilio' ? isFromTwilio(post, secret) : isFromVonage(post, secret)
}

/** All that one post brought, or nothing. */
async function keepAll({ db, keys, now }: Deps, { name, kind }: Gateway, said: unknown) {
  const mapping: Mapping = mappings[kind]
  const { messages, unread } = readMapped(mapping, said)
  const at = now()
  await db.transaction().execute(async (tx) => {
    for (const message of messages) await keepSms({ db: tx, keys }, name, message, at)
    for (const item of unread) await keepUnread({ db: tx, keys }, name, item, at)
  })
}
