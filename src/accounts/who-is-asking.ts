import { createMiddleware } from 'hono/factory'
import type { AccountDeps } from './account-deps.ts'
import { personOfSession } from './session.ts'
import { bearerOf, personOfToken } from './token.ts'

/**
 * Says who is asking: `c.get('person')`, by bearer token or by the session's cookie; a token that is sent counts alone. Whoever
 * sends neither costs no query. Mounted once, before every room.
 */
export function whoIsAsking({ db, now }: Pick<AccountDeps, 'db' | 'now'>) {
  return createMiddleware(async (c, next) => {
    const token = bearerOf(c.req.header('authorization'))
    const person = token ? await personOfToken(db, token) : await personOfSession(db, c, now())
    c.set('person', person)
    c.set('knownBy', person && (token ? 'token' : 'cookie'))
    await next()
  })
}

/** A token was sent and is nobody's: 401 for an API, whatever was asked. */
export function hasWrongToken(c: { req: { header(name: string): string | undefined }; get(key: 'person'): unknown }) {
  return /^bearer\b/i.test(c.req.header('authorization') ?? '') && c.get('person') === undefined
}
