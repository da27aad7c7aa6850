import { Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { cleanLine } from '../intake/clean-text.ts'
import type { Deps } from '../secrecy/deps.ts'
import { dutyOf, type KnownPerson } from './duty.ts'
import { mayOpen } from './home.ts'
import { officeKinds, type OfficesWish, readOffices } from './offices.ts'
import { OfficesPage } from './offices-page.tsx'

export function officesRoutes(deps: Deps) {
  return new Hono<KnownPerson>().get('/kelola/instansi', staffOnly, async (c) => {
    if (!mayOpen(c.get('person').role, 'instansi')) return c.notFound()
    const duty = await dutyOf(deps, c)
    const at = c.req.query('di')
    const name = cleanLine(c.req.query('q') ?? '').slice(0, 100) || undefined
    const kind = officeKinds.find((known) => known === c.req.query('jenis')) ?? (at || name ? undefined : 'ministry')
    const wish: OfficesWish = { at: at && cleanLine(at), name, kind }
    const { open, rows } = await readOffices(deps.publicDb, wish)
    if (at && !open) return c.notFound()
    return c.html(<OfficesPage {...{ duty, wish, open, rows }} />)
  })
}
