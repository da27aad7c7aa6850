import { Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { arrivalsLedger } from '../intake/arrivals-ledger.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { DoorsPage } from './doors-page.tsx'
import { dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'

/** /kelola/pintu: what came through each door and what became of it, for the national desk and supervisors. */
export function doorsRoutes(deps: Deps) {
  return new Hono<KnownPerson>().get('/kelola/pintu', staffOnly, async (c) => {
    if (!mayOpen(c.get('person').role, 'pintu')) return c.notFound()
    const duty = await dutyOf(deps, c)
    const ledger = await as(deps.db, duty.actor, arrivalsLedger)
    return c.html(<DoorsPage duty={duty} ledger={ledger} />)
  })
}
