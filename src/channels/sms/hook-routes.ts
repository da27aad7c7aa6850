import { type Context, Hono } from 'hono'
import { opensDoor } from '../../accounts/token.ts'
import { readBody } from '../../platform/request-body.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { keepSms, keepUnread } from './keep-sms.ts'
import { notWhole } from './http/not-whole.ts'
import { noteHttpReceipt } from './http/note-http-receipt.ts'
import { readKannelReceipt } from './http/read-receipt.ts'
import { httpGatewayHooks } from './http/routes.ts'
import { readKannel } from './parts/kannel.ts'
import { rawFields } from './parts/raw-fields.ts'

const maxBytes = 64 * 1024

/**
 * Where SMS gateways post. An empty 200 after the commit, never before; 401 for a wrong token; 503 when nothing can be kept, so
 * that the gateway tries again. A receipt of a message of ours is known by the reference that we gave with it, and by that alone.
 */
export function smsHooks(deps: Deps) {
  const take = async (c: Context) => {
    const { bytes, end } = await readBody(c.req.raw, maxBytes)
    if (end !== 'whole') return notWhole(deps, c, 'kannel', end)
    const fields = rawFields(new URL(c.req.url).search, bytes)
    try {
      const receipt = readKannelReceipt(fields)
      if (receipt) return c.body(null, (await noteHttpReceipt(deps, 'kannel', receipt, deps.now())) ? 200 : 401)
      const token = fields.get('token')?.toString('utf8') ?? ''
      if (!(await opensDoor(deps.db, token, { purpose: 'gateway', label: 'sms:kannel' }))) return c.body(null, 401)
      if (fields.has('text')) await keepSms(deps, 'kannel', readKannel(fields), deps.now())
      else await keepUnread(deps, 'kannel', withoutToken(fields), deps.now())
      return c.body(null, 200)
    } catch (error) {
      deps.log.error({ err: error }, 'an SMS could not be kept; its gateway was told to try again')
      return c.body(null, 503, { 'retry-after': '10' })
    }
  }
  return new Hono().get('/hooks/sms/kannel', take).post('/hooks/sms/kannel', take).route('/', httpGatewayHooks(deps))
}

/** A gateway whose words lie under another name: what it brought, for a human to look at, but for what lets it in. */
function withoutToken(fields: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    [...fields].filter(([name]) => name !== 'token').map(([name, octets]) => [name, octets.toString('utf8')]),
  )
}
