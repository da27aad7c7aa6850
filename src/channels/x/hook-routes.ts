import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { readBody } from '../../platform/request-body.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { keepItems } from './keep-items.ts'
import { readHook } from './read/read-hook.ts'

const maxBytes = 1024 * 1024

/**
 * Where X posts. GET answers its challenge (CRC); POST answers 200 after the commit, 401 for a signature that is not X's, 503 when
 * nothing can be kept, so that X tries again. Where no account is set the path does not exist.
 */
export function xHooks(deps: Deps) {
  return new Hono()
    .get('/hooks/x', async (c) => {
      const hook = await hookOf(deps)
      const challenge = c.req.query('crc_token')
      if (!hook || !challenge || challenge.length > 500) return c.notFound()
      c.header('cache-control', 'no-store')
      return c.json({ response_token: signatureOf(hook.secret, challenge) })
    })
    .post('/hooks/x', async (c) => {
      try {
        const hook = await hookOf(deps)
        if (!hook) return c.notFound()
        const { bytes, end } = await readBody(c.req.raw, maxBytes)
        if (end !== 'whole') return c.body(null, end === 'too_long' ? 413 : 400)
        if (!isSigned(hook.secret, bytes, c.req.header('x-twitter-webhooks-signature'))) return c.body(null, 401)
        await keepItems(deps, readHook(bytes.toString('utf8')), deps.now(), hook.userId)
        return c.body(null, 200)
      } catch (error) {
        deps.log.error({ err: error }, 'what X posted could not be kept; it will try again')
        return c.body(null, 503, { 'retry-after': '10' })
      }
    })
}

async function hookOf({ db, keys }: Deps) {
  const { rows } = await sql<{ id: string; hook_secret: string; user_id: string }>`
    select id, hook_secret, user_id from identity.x_hook()`.execute(db)
  const [row] = rows
  return row && { secret: keys.keeper.open(row.id, row.hook_secret), userId: row.user_id }
}

function signatureOf(secret: string, said: Uint8Array | string): string {
  return `sha256=${createHmac('sha256', secret).update(said).digest('base64')}`
}

function isSigned(secret: string, body: Uint8Array, signature = ''): boolean {
  const [ours, theirs] = [Buffer.from(signatureOf(secret, body)), Buffer.from(signature)]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}
