import { Hono } from 'hono'
import { staffOnly } from '../accounts/signed-in-only.ts'
import { arrivalsLedger } from '../intake/arrivals-ledger.ts'
import { gatewayLines, smsDeliveries } from '../notifications/gateway-states.ts'
import { xStates } from '../notifications/x-states.ts'
import { heldMessages } from '../notifications/held-messages.ts'
import { mailboxStates } from '../notifications/mailbox-states.ts'
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
    const seen = await as(deps.db, duty.actor, async (tx) => ({
      ledger: await arrivalsLedger(tx),
      held: await heldMessages(tx),
      lines: await gatewayLines(tx, deps.now()),
      deliveries: await smsDeliveries(tx),
      boxes: await mailboxStates(tx),
      x: await xStates(tx),
    }))
    return c.html(<DoorsPage duty={duty} {...seen} />)
  })
}
