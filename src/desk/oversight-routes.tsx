import { Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { as } from '../report/as.ts'
import type { Deps } from '../secrecy/deps.ts'
import { readCursor } from './desk-cursor.ts'
import { dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { readOversight } from './oversight.ts'
import { OversightPage } from './oversight-page.tsx'

export function oversightRoutes(deps: Deps) {
  return new Hono<KnownPerson>().get('/kelola/pengawasan', staffOnly, async (c) => {
    if (!mayOpen(c.get('person').role, 'pengawasan')) return c.notFound()
    const duty = await dutyOf(deps, c)
    const agencyId = duty.setting.directory.agency(c.req.query('instansi') ?? '')?.id
    const after = readCursor(c.req.query('setelah'))
    const wish = { agencyId, after, now: duty.setting.now, keeper: deps.keys.keeper }
    const seen = await as(deps.db, duty.actor, (tx) => readOversight(tx, duty.actor, wish))
    c.header('cache-control', 'no-store')
    return c.html(<OversightPage duty={duty} seen={seen} agencyId={agencyId} further={after !== undefined} />)
  })
}
