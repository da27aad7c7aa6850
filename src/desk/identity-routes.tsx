import { setTimeout as pause } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { type KeyPair, makeKeyPair, open as openBox, pairOf } from '../platform/seal.ts'
import { as } from '../report/as.ts'
import { writtenId } from '../report/tracking-id.ts'
import { awaitIdentity, holdsMinutes, identityIsSealed, lookThrough } from '../secrecy/break-glass.ts'
import type { Deps } from '../secrecy/deps.ts'
import { link } from '../ui/locale.ts'
import { dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { type Contact, IdentityPage } from './identity-page.tsx'
import { openReport } from './open-report.ts'

const waitMs = 4_000
const lookEveryMs = 100
const path = '/kelola/laporan/:id/pembukaan/:n{[0-9]+}'

/**
 * Who filed a report, for whoever has an approved opening of it. This process cannot open an identity: the viewer's browser gets
 * one half of a new pair, the worker seals the identity for the other, and both are of no use after fifteen minutes.
 */
export function identityRoutes(deps: Deps) {
  return new Hono<KnownPerson>()
    .post(`${path}/kunci`, staffOnly, async (c) => {
      const id = c.req.param('id')
      const n = openingNumber(c)
      const duty = await dutyOf(deps, c)
      const pair = makeKeyPair()
      const reportId = await as(deps.db, duty.actor, async (tx) => {
        const found = mayOpen(duty.person.role, 'pembukaan') ? await openReport(tx, duty, id) : undefined
        const awaited = found && (await awaitIdentity(tx, found.report.id, n, pair.publicKey, duty.setting.now))
        return awaited ? found.report.id : undefined
      })
      if (!reportId) return c.notFound()
      keepHalf(deps, c, pair)
      const sealed = () => as(deps.db, duty.actor, (tx) => identityIsSealed(tx, reportId, n))
      for (let waited = 0; waited < waitMs && !(await sealed()); waited += lookEveryMs) await pause(lookEveryMs)
      return c.redirect(link(duty.locale, `/kelola/laporan/${id}/pembukaan/${n}/identitas`), 303)
    })
    .get(`${path}/identitas`, staffOnly, async (c) => {
      const id = c.req.param('id')
      const n = openingNumber(c)
      const duty = await dutyOf(deps, c)
      if (!mayOpen(duty.person.role, 'pembukaan')) return c.notFound()
      const pair = keptHalf(c)
      const seen = await as(deps.db, duty.actor, async (tx) => {
        const found = await openReport(tx, duty, id)
        if (!found) return undefined
        const ready = pair && (await identityIsSealed(tx, found.report.id, n))
        const look = ready
          ? await lookThrough(tx, found.report.id, 'identity', 'identity', duty.setting.now)
          : undefined
        return { found, look: look?.n === n ? look : undefined }
      })
      if (!seen) return c.notFound()
      if (!pair) return c.redirect(link(duty.locale, `/kelola/laporan/${id}/pembukaan`), 303)
      const contact = seen.look?.sealed ? contactIn(pair, seen.look.sealed) : undefined
      c.header('cache-control', 'no-store')
      return c.html(
        <IdentityPage duty={duty} id={seen.found.report.tracking_id} contact={contact} until={seen.look?.ends_at} />,
      )
    })
}

/** Which opening of the report an address means; none has the number 0. */
export function openingNumber(c: Context): number {
  const n = Number(c.req.param('n'))
  return Number.isSafeInteger(n) && n < 1e9 ? n : 0
}

/** The private half, for this browser alone and for as long as the opening may hold; nowhere else. */
function keepHalf({ config }: Deps, c: Context, { privateKey }: KeyPair) {
  setCookie(c, cookieName(c), Buffer.from(privateKey).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: config.baseUrl.startsWith('https:'),
    maxAge: holdsMinutes * 60,
  })
}

function keptHalf(c: Context): KeyPair | undefined {
  const half = Buffer.from(getCookie(c, cookieName(c)) ?? '', 'base64url')
  return half.length === 32 ? pairOf(half) : undefined
}

function cookieName(c: Context): string {
  return `lapor_buka_${writtenId(c.req.param('id') ?? '')}_${openingNumber(c)}`
}

/** Undefined when it was sealed for another browser's half. */
function contactIn(pair: KeyPair, sealed: Buffer): Contact | undefined {
  try {
    return JSON.parse(openBox(pair, sealed)) as Contact
  } catch {
    return undefined
  }
}
