import { Hono } from 'hono'
import { bearerOf, gatewayOfToken } from '../../accounts/token.ts'
import { atMost } from '../../platform/at-most.ts'
import { readBody } from '../../platform/request-body.ts'
import { problem } from '../../platform/problem.ts'
import type { Deps } from '../../secrecy/deps.ts'
import { keepMail, maxMailBytes } from './keep-mail.ts'

/** A mail of the largest kind takes some hundred megabytes on its way. */
const inTurn = atMost(2)

/**
 * Where a mail server brings mails as they came (`message/rfc822`), with the token of its mailbox. 200 after the commit, never before; 503
 * when nothing can be kept, so that it tries again; 413 for what is too long: its server tells the sender.
 */
export function emailHook(deps: Deps) {
  return new Hono().post('/hooks/email', async (c) => {
    try {
      const label = await gatewayOfToken(deps.db, bearerOf(c.req.header('authorization')) ?? '')
      const [, box] = /^email:([a-z][a-z0-9-]{0,39})$/.exec(label ?? '') ?? []
      if (!box) return problem(c, 401, 'wrong_token', 'Token ini tidak dikenal.')
      if (Number(c.req.header('content-length') ?? 0) > maxMailBytes) return tooLong()
      return await inTurn(async () => {
        const { bytes, end } = await readBody(c.req.raw, maxMailBytes)
        if (end === 'too_long') return tooLong()
        if (end === 'broken') return c.body(null, 503, { 'retry-after': '10' })
        if (bytes.length === 0) return problem(c, 400, 'empty', 'Tidak ada surel di dalamnya.')
        await keepMail(deps, { raw: bytes, box }, deps.now())
        return c.body(null, 200)
      })
    } catch (error) {
      deps.log.error({ err: error }, 'a mail could not be kept; its server will try again')
      return c.body(null, 503, { 'retry-after': '10' })
    }
    function tooLong() {
      return problem(
        c,
        413,
        'too_large',
        'Surel paling besar 32 MiB. Kirimlah foto yang lebih kecil, atau beberapa surel.',
      )
    }
  })
}
